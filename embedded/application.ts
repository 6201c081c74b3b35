import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { entryArguments } from './entry.ts';
import type { Paths } from './paths.ts';
import { freePort } from './ports.ts';
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
  const port = await freePort(Number(process.env['PORT'] || 3000));
  const opsPorts = { worker: await freePort(9464), api: await freePort(9465) };
  const url = `http://127.0.0.1:${port}`;
  const worker = await program('worker', needs, { OPS_PORT: String(opsPorts.worker) }, () =>
    answersOk(`http://127.0.0.1:${opsPorts.worker}/healthz`),
  );
  let api: Supervised;
  try {
    const ports = { PORT: String(port), OPS_PORT: String(opsPorts.api) };
    api = await program('api', needs, ports, () => isReady(`${url}/readyz`));
  } catch (error) {
    await worker.stop();
    throw error;
  }
  return {
    url,
    opsPorts,
    pids: () => ({ api: api.pid(), worker: worker.pid() }),
    async stop() {
      await api.stop();
      await worker.stop();
    },
  };
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
