import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Client } from '@temporalio/client';
import { type Logger, pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { type Config, readConfig } from '../../engine/config.ts';
import { createEngine, type RunningEngine } from '../../engine/create-engine.ts';
import { lazyClient } from '../../engine/temporal.ts';
import { createDatabase as connect } from '../../prisma/client.ts';
import { keepRounds } from '../../worker/rounds.ts';
import { createWorker } from '../../worker/worker.ts';
import { createDatabase, createNamespace, masterKeyForTests, temporalAddress } from './services.ts';

/** A whole system in this process, on a database and a namespace of its own. */
export interface System {
  /** Base address of API and console. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly namespace: string;
  readonly engine: RunningEngine;
  readonly client: Client;
  /** Shifts the engine's clock, in ms. */
  readonly clock: { offset: number };
  stop(): Promise<void>;
}

export interface SystemOptions {
  /** Without a worker, commands are stored and nothing else happens. */
  readonly worker?: boolean;
  readonly webhookUrl?: string;
}

export async function startSystem({
  worker = true,
  webhookUrl,
}: SystemOptions = {}): Promise<System> {
  const [database, namespace] = await Promise.all([createDatabase(), createNamespace()]);
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: namespace,
    MASTER_KEY: masterKeyForTests,
    WEBHOOK_URL: webhookUrl,
    WEB_ROOT: resolve('dist/web'),
  });
  const log = pino({ level: process.env['TEST_LOG'] ?? 'silent' });
  const clock = { offset: 0 };
  const client = lazyClient(config);
  const engine = createEngine(config, client, log, (at) => at + clock.offset);
  const prisma = connect(database.url, 2);
  const app = createApp({ config, engine, client, database: prisma, log });
  const server = app.listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const stopWorker = worker
    ? await runWorker(config, engine, client, log)
    : () => Promise.resolve();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    databaseUrl: database.url,
    namespace,
    engine,
    client,
    clock,
    async stop() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await stopWorker();
      await engine.close();
      await prisma.$disconnect();
      await client.connection.close();
      await database.drop();
    },
  };
}

async function runWorker(config: Config, engine: RunningEngine, client: Client, log: Logger) {
  const source = { workflowBundle: { codePath: resolve('dist/workflows.js') } };
  const { worker, connection } = await createWorker(config, engine, source);
  const stopping = new AbortController();
  const running = worker.run();
  const rounds = keepRounds(engine, client, config, log, stopping.signal);
  return async (): Promise<void> => {
    stopping.abort();
    worker.shutdown();
    await Promise.all([running, rounds]);
    await connection.close();
  };
}
