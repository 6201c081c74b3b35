import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { entryArguments } from './entry.ts';
import type { Paths } from './paths.ts';
import { freePort, isFree } from './ports.ts';
import { type Supervised, supervise } from './supervisor.ts';

export interface ApplicationNeeds {
  paths: Paths;
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  masterKey: string;
  say: (line: string) => void;
  onRestart: () => void;
}

export interface Application {
  url: string;
  opsPorts: { api: number; worker: number };
  pids(): { api: number; worker: number };
  /** API first, so that no request comes in while the worker drains. */
  stop(): Promise<void>;
}

/** Starts the worker and then the API, each in a process of its own, and answers when both serve. */
export async function startApplication(needs: ApplicationNeeds): Promise<Application> {
  const worker = await onFreePorts([9464], async ([ops = 0]) => ({
    ops,
    process: await program('worker', needs, { OPS_PORT: String(ops) }, () =>
      answersOk(`http://127.0.0.1:${ops}/healthz`),
    ),
  }));
  try {
    const api = await startApi(needs);
    return {
      url: api.url,
      opsPorts: { api: api.ops, worker: worker.ops },
      pids: () => ({ api: api.process.pid(), worker: worker.process.pid() }),
      async stop() {
        await api.process.stop();
        await worker.process.stop();
      },
    };
  } catch (error) {
    await worker.process.stop();
    throw error;
  }
}

const startApi = (needs: ApplicationNeeds) =>
  onFreePorts([Number(process.env['PORT'] || 3000), 9465], async ([port = 0, ops = 0]) => {
    const url = `http://127.0.0.1:${port}`;
    const ports = { PORT: String(port), OPS_PORT: String(ops) };
    return {
      url,
      ops,
      process: await program('api', needs, ports, () => isReady(`${url}/readyz`)),
    };
  });

/** Another program may take a port between the choice and the start: then the start is tried on others, once. */
async function onFreePorts<T>(
  preferred: readonly number[],
  start: (ports: readonly number[]) => Promise<T>,
): Promise<T> {
  const ports = await Promise.all(preferred.map((port) => freePort(port)));
  try {
    return await start(ports);
  } catch (error) {
    const free = await Promise.all(ports.map(isFree));
    if (!free.includes(false)) throw error;
    return start(await Promise.all(ports.map(() => freePort())));
  }
}

function program(
  name: 'api' | 'worker',
  needs: ApplicationNeeds,
  ports: Record<string, string>,
  ready: () => Promise<boolean>,
): Promise<Supervised> {
  return supervise({
    name: name === 'api' ? 'API' : 'worker',
    command: process.execPath,
    args: entryArguments(`${name}/main`),
    logFile: join(needs.paths.logs, `${name}.log`),
    children: needs.paths.children,
    env: { ...process.env, ...settings(needs), ...ports },
    isReady: ready,
    say: needs.say,
    onRestart: needs.onRestart,
  });
}

function settings(needs: ApplicationNeeds): Record<string, string> {
  const bundle = resolve('dist/workflows.js');
  const web = resolve('dist/web');
  return {
    NODE_ENV: 'development',
    DATABASE_URL: needs.databaseUrl,
    TEMPORAL_ADDRESS: needs.temporalAddress,
    TEMPORAL_NAMESPACE: needs.namespace,
    HOST: '127.0.0.1',
    MASTER_KEY: needs.masterKey,
    ...(existsSync(bundle) ? { WORKFLOW_BUNDLE: bundle } : {}),
    ...(existsSync(web) ? { WEB_ROOT: web } : {}),
  };
}

async function answersOk(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    const body = (await response.json()) as { status?: string };
    return response.ok && body.status === 'ready';
  } catch {
    return false;
  }
}
