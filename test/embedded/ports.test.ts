import { createServer } from 'node:net';
import { expect, test } from '@jest/globals';
import { freePort, isFree } from '../../embedded/ports.ts';

const listening = async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
};

test('a preferred port is taken when it is free', async () => {
  const { port, close } = await listening();
  await close();
  expect(await freePort(port)).toBe(port);
});

test('a preferred port that another program holds is left to it', async () => {
  const { port, close } = await listening();
  try {
    expect(await isFree(port)).toBe(false);
    expect(await freePort(port)).not.toBe(port);
  } finally {
    await close();
  }
});

test('ports asked for without a wish all differ', async () => {
  const ports = await Promise.all(Array.from({ length: 20 }, () => freePort()));
  expect(new Set(ports).size).toBe(20);
});
