import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { Client } from '@temporalio/client';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { type Logger, pino } from 'pino';
import { createApp } from '../../api/app.ts';
import { type Config, readConfig } from '../../engine/config.ts';
import type { Engine } from '../../engine/engine.ts';
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
  startWorker(): Promise<void>;
  stopWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Expected failures of workflows and activities would drown the results. */
Runtime.install({ logger: new DefaultLogger('ERROR') });

export interface SystemOptions {
  /** Without a worker, commands are stored and nothing else happens. */
  readonly worker?: boolean;
  readonly webhookUrl?: string;
  /** A server of the test's own. */
  readonly temporal?: string;
  readonly engine?: Partial<Pick<Engine, 'rulesForNew' | 'tell'>>;
  /** Receives every line the system logs, down to debug. */
  readonly logLine?: (line: string) => void;
}

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const temporal = options.temporal ?? temporalAddress();
  const [database, namespace] = await Promise.all([createDatabase(), createNamespace(temporal)]);
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal,
    TEMPORAL_NAMESPACE: namespace,
    MASTER_KEY: masterKeyForTests,
    WEBHOOK_URL: options.webhookUrl,
    WEB_ROOT: resolve('dist/web'),
  });
  const { logLine } = options;
  const log = logLine ? pino({ level: 'debug' }, { write: logLine }) : pino({ level: 'silent' });
  const clock = { offset: 0 };
  const client = lazyClient(config);
  const engine = createEngine(config, client, log, {
    now: (at) => at + clock.offset,
    ...options.engine,
  });
  const http = await listen(config, engine, client, log);
  const workers = workersOf(config, engine, client, log);
  if (options.worker ?? true) await workers.start();
  return {
    url: http.url,
    databaseUrl: database.url,
    namespace,
    engine,
    client,
    clock,
    startWorker: () => workers.start(),
    stopWorker: () => workers.stop(),
    async stop() {
      await http.close();
      await workers.stop();
      await engine.close();
      await client.connection.close();
      await database.drop();
    },
  };
}

async function listen(config: Config, engine: RunningEngine, client: Client, log: Logger) {
  const database = connect(config.DATABASE_URL, 2);
  const server = createApp({ config, engine, client, database, log }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await database.$disconnect();
    },
  };
}

function workersOf(config: Config, engine: RunningEngine, client: Client, log: Logger) {
  let end = (): Promise<void> => Promise.resolve();
  return {
    async start(): Promise<void> {
      const source = { workflowBundle: { codePath: resolve('dist/workflows.js') } };
      const { worker, connection } = await createWorker(config, engine, client, source);
      const stopping = new AbortController();
      const running = worker.run();
      const rounds = keepRounds(engine, client, config, log, stopping.signal);
      end = async () => {
        stopping.abort();
        worker.shutdown();
        await Promise.all([running, rounds]);
        await connection.close();
      };
    },
    async stop(): Promise<void> {
      const ending = end;
      end = () => Promise.resolve();
      await ending();
    },
  };
}
