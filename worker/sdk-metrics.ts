import { createServer } from 'node:net';

/** Temporal's SDK serves its metrics on an address of its own; ours are joined with them on one page. */
export async function sdkMetrics(): Promise<{
  readonly bindAddress: string;
  readonly read: () => Promise<string>;
}> {
  const bindAddress = `127.0.0.1:${await freePort()}`;
  return {
    bindAddress,
    read: async () => (await fetch(`http://${bindAddress}/metrics`)).text(),
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
  });
