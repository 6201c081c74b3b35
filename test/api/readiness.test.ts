import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { readConfig } from '../../engine/config.ts';
import { query } from '../../engine/database.ts';
import { lazyClient } from '../../engine/temporal.ts';
import { createDatabase } from '../../prisma/client.ts';
import type { Answer } from '../support/people.ts';
import { masterKeyForTests } from '../support/services.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

let system: System;

beforeAll(async () => {
  system = await startSystem({ worker: false });
});
afterAll(() => system.stop());

async function readiness(url = system.url): Promise<Pick<Answer, 'status' | 'body'>> {
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.json() };
}

const allUp = { database: 'up', migrations: 'current', temporal: 'up', worker: 'up' };
const notice = (missing: string) =>
  `${missing}未运行:定时提醒与升级暂停,恢复后自动补上;案件照常办理,已保存的内容不受影响`;

test('with a worker it is ready, and degraded again when the worker is gone', async () => {
  await system.startWorker();
  await eventually('readiness', async () => (await readiness()).body.status === 'ready');
  expect(await readiness()).toEqual({ status: 200, body: { status: 'ready', ...allUp } });
  await system.stopWorker();
  await query(
    system.engine.pool,
    `UPDATE sentinel SET checked_at = clock_timestamp() - interval '36 seconds'`,
  );
  expect((await readiness()).body).toMatchObject({ status: 'degraded', worker: 'down' });
});

/** The same database behind an API that looks for Temporal where nothing listens. */
test('without Temporal it is degraded and people work on', async () => {
  const config = readConfig({
    DATABASE_URL: system.databaseUrl,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    MASTER_KEY: masterKeyForTests,
  });
  const database = createDatabase(system.databaseUrl, 1);
  const client = lazyClient(config);
  const log = pino({ level: 'silent' });
  const app = createApp({ config, engine: system.engine, client, database, log });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  try {
    const { status, body } = await readiness(
      `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'degraded',
      temporal: 'down',
      notice: notice('流程引擎'),
    });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    await client.connection.close();
    await database.$disconnect();
  }
});
