import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIfMissing } from '../../embedded/database.ts';
import { guard } from '../../embedded/guard.ts';
import { freePort } from '../../embedded/ports.ts';
import { migrate, seed } from '../../embedded/schema.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { ensureNamespace, masterKeyForTests } from '../support/services.ts';
import { type Part, type Postgres, postgresPart, programPart, temporalPart } from './parts.ts';

export const NAMESPACE = 'crash';

/** The whole system, each part in a process of its own, on ports that stay the same over every restart. */
export interface Whole {
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  /** Temporal's data, logs and settings. */
  readonly temporalFolder: string;
  readonly logs: { readonly api: string; readonly worker: string };
  readonly postgres: Postgres;
  readonly temporal: Part;
  readonly api: Part;
  readonly worker: Part;
  /** Another worker of the same kind, which nobody has started yet. */
  readonly secondWorker: Part;
  stop(): Promise<void>;
}

export interface WholeOptions {
  readonly webhookUrl?: string;
}

/** Starts everything. What was started is ended again when a later step fails. */
export async function startWhole({ webhookUrl }: WholeOptions = {}): Promise<Whole> {
  const folder = temporaryFolder('crash');
  const children = join(folder, 'children.json');
  const watchdog = guard(children);
  const ports = await portsOf(['postgres', 'temporal', 'api', 'apiOps', 'workerOps', 'secondOps']);
  const place = (port: number) => ({ folder, port, children });
  const postgres = postgresPart(place(ports.postgres));
  const temporal = temporalPart(place(ports.temporal));
  const started: Part[] = [];
  const stop = async () => {
    for (const part of started.splice(0).toReversed()) await part.stop();
    await watchdog.release();
    rmSync(folder, { recursive: true, force: true });
  };
  const begin = async (part: Part) => {
    started.push(part);
    await part.start();
  };
  try {
    mkdirSync(folder, { recursive: true });
    await begin(postgres);
    await begin(temporal);
    const databaseUrl = await database(postgres);
    const temporalAddress = `127.0.0.1:${ports.temporal}`;
    await ensureNamespace(temporalAddress, NAMESPACE);
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: NAMESPACE,
      MASTER_KEY: masterKeyForTests,
      ...(webhookUrl && { WEBHOOK_URL: webhookUrl }),
    };
    const url = `http://127.0.0.1:${ports.api}`;
    const api = programPart({
      ...place(ports.api),
      name: 'api',
      program: 'api',
      env: { ...env, PORT: String(ports.api), OPS_PORT: String(ports.apiOps) },
      health: `${url}/healthz`,
    });
    const workerOn = (port: number, name: string) =>
      programPart({
        ...place(port),
        name,
        program: 'worker',
        env: { ...env, OPS_PORT: String(port) },
        health: `http://127.0.0.1:${port}/healthz`,
      });
    const worker = workerOn(ports.workerOps, 'worker');
    const secondWorker = workerOn(ports.secondOps, 'second-worker');
    await begin(worker);
    await begin(api);
    started.push(secondWorker);
    const logs = { api: join(folder, 'api.log'), worker: join(folder, 'worker.log') };
    const temporalFolder = join(folder, 'temporal');
    return {
      url,
      databaseUrl,
      temporalAddress,
      temporalFolder,
      logs,
      postgres,
      temporal,
      api,
      worker,
      secondWorker,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function database(postgres: Postgres): Promise<string> {
  await createIfMissing(postgres.url('postgres'), 'bihuan');
  const url = postgres.url('bihuan');
  await migrate(url);
  await seed(url, masterKeyForTests);
  return url;
}

async function portsOf<Name extends string>(names: readonly Name[]) {
  const ports = {} as Record<Name, number>;
  for (const name of names) ports[name] = await freePort();
  return ports;
}
