import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Random } from './random.ts';

/** A house that notices are sent to: it remembers what it took, and often asks to come again. */
export interface Receiver {
  readonly url: string;
  /** Effect id → how often it was taken. */
  readonly taken: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

const REFUSED = 0.1;

export async function startReceiver(random: Random): Promise<Receiver> {
  const taken = new Map<string, number>();
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      if (random.chance(REFUSED)) {
        response.writeHead(503).end();
        return;
      }
      const id = String(request.headers['idempotency-key']);
      taken.set(id, (taken.get(id) ?? 0) + 1);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    taken,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
