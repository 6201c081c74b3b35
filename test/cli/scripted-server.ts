import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface ScriptedServer {
  readonly url: () => Promise<string>;
  readonly keys: unknown[];
  readonly cookies: unknown[];
  readonly signIns: () => number;
  readonly close: () => void;
}

/** A server that signs everybody in and answers everything else with one answer after the other. */
export async function serving(...answers: readonly Answer[]): Promise<ScriptedServer> {
  const left = [...answers];
  const keys: unknown[] = [];
  const cookies: unknown[] = [];
  let signIns = 0;
  const server = createServer((request, response) => {
    if (request.url === '/api/session') {
      signIns += 1;
      response.setHeader('set-cookie', 'session=abc; HttpOnly; Path=/').end('{}');
      return;
    }
    keys.push(request.headers['idempotency-key']);
    cookies.push(request.headers.cookie);
    left.shift()?.(request, response);
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: async () => `http://127.0.0.1:${port}`,
    keys,
    cookies,
    signIns: () => signIns,
    close: () => server.close(),
  };
}

export const answer =
  (status: number, body: object): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

export const hangUp: Answer = (request) => request.socket.destroy();

export const RECEIPT = {
  caseId: '0192e4a0-0000-7000-8000-000000000001',
  number: 'QPHT2026-000001',
  version: 1,
  events: [{ version: 1, type: 'TicketReceived', at: '2026-11-23T10:00:00+08:00' }],
};

export const WRONG_STATE = {
  type: 'about:blank',
  status: 409,
  code: 'WRONG_STATE',
  detail: '案件现为“待联系”,不能进行“派单”',
};
