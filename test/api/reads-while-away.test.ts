import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import express from 'express';
import { pino } from 'pino';
import { problemHandler } from '../../api/problem.ts';
import { createDatabase } from '../../prisma/client.ts';

/** ErrorResponse of the PostgreSQL protocol. */
function fatal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.from('E\0\0\0\0', 'latin1');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

/** AuthenticationOk and ReadyForQuery. */
const READY = Buffer.from('R\0\0\0\u0008\0\0\0\0Z\0\0\0\u0005I', 'latin1');

const afterStartup = (socket: Socket, then: () => void): void => {
  socket.once('data', then);
};
const inQuery = (socket: Socket, then: () => void): void =>
  afterStartup(socket, () => {
    socket.write(READY);
    socket.once('data', then);
  });

/** Ways in which a server goes away and comes back, as its clients see them. */
const AWAY: readonly [string, (socket: Socket) => void][] = [
  [
    'is starting up',
    (socket) =>
      afterStartup(socket, () => socket.end(fatal('57P03', 'the database system is starting up'))),
  ],
  [
    'has no connection left',
    (socket) =>
      afterStartup(socket, () => socket.end(fatal('53300', 'sorry, too many clients already'))),
  ],
  [
    'is shut down during a query',
    (socket) => inQuery(socket, () => socket.end(fatal('57P01', 'terminating connection'))),
  ],
  ['closes while a client connects', (socket) => afterStartup(socket, () => socket.end())],
  ['closes during a query', (socket) => inQuery(socket, () => socket.end())],
  ['is cut off during a query', (socket) => inQuery(socket, () => socket.resetAndDestroy())],
  ['accepts and says nothing', () => undefined],
];

/** What a route that reads through Prisma answers when the server at a port behaves so. */
async function answered(port: number): Promise<{ status: number; code: string }> {
  const database = createDatabase(`postgresql://somebody:x@127.0.0.1:${port}/nothing`, 1);
  const app = express();
  app.get('/', async (_request, response) => {
    response.json(await database.unit.findMany());
  });
  app.use(problemHandler(pino({ level: 'silent' })));
  const http = app.listen(0, '127.0.0.1');
  await new Promise((ready) => http.once('listening', ready));
  try {
    const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/`;
    const response = await fetch(url);
    const { code } = (await response.json()) as { code: string };
    return { status: response.status, code };
  } finally {
    await database.$disconnect();
    http.closeAllConnections();
    await new Promise((closed) => http.close(closed));
  }
}

test.each(AWAY)('a read answers 503 when PostgreSQL %s', async (_how, behave) => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined));
    behave(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    const { port } = server.address() as AddressInfo;
    expect(await answered(port)).toEqual({ status: 503, code: 'DATABASE_UNAVAILABLE' });
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => server.close(closed));
  }
});
