import { join, resolve } from 'node:path';
import { type KeptProcess, launch, tailOf } from '../../embedded/kept-process.ts';
import { becomesTrue, startPostgres, startTemporal } from '../support/services.ts';

/** A process of the system that can be killed at any moment and started again on the same data and port. */
export interface Part {
  readonly name: string;
  /** Resolves when it serves. */
  start(env?: NodeJS.ProcessEnv): Promise<void>;
  /** kill -9, and no more. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGSTOP: it keeps its connections and whatever it holds, and does nothing. */
  freeze(): void;
  /** SIGCONT: it goes on as if no time had passed. */
  thaw(): void;
  /** An orderly end, whatever state it is in. */
  stop(): Promise<void>;
  /** Resolves when the process that runs now ends, with how it ended. */
  ended(): Promise<string>;
  /** The last lines it wrote. */
  lastWords(): string;
}

const PATIENCE = 120_000;

/** A part around something that starts a process; answers the process only when it serves. */
function part(
  name: string,
  logFile: string,
  begin: (env: NodeJS.ProcessEnv) => Promise<KeptProcess>,
): Part {
  let running: KeptProcess | undefined;
  const send = (signal: NodeJS.Signals) => {
    if (!running || running.hasEnded()) throw new Error(`${name} does not run`);
    process.kill(running.pid, signal);
  };
  return {
    name,
    async start(env = {}) {
      running = await begin(env);
    },
    async kill() {
      if (!running || running.hasEnded()) return;
      process.kill(running.pid, 'SIGKILL');
      await running.ended;
    },
    freeze: () => send('SIGSTOP'),
    thaw: () => send('SIGCONT'),
    async stop() {
      await running?.stop();
    },
    ended: () => running?.ended ?? Promise.resolve('never started'),
    lastWords: () => tailOf(logFile),
  };
}

export interface ServerOptions {
  readonly folder: string;
  readonly port: number;
  readonly children: string;
}

export interface Postgres extends Part {
  url(database: string): string;
}

export function postgresPart({ folder, port, children }: ServerOptions): Postgres {
  let url = (_database: string): string => '';
  const home = join(folder, 'postgres');
  const server = part('PostgreSQL', join(home, 'postgres.log'), () =>
    onItsPort(port, async () => {
      const started = await startPostgres({ folder: home, port, children, durable: true });
      url = started.url;
      return started;
    }),
  );
  return { ...server, url: (database) => url(database) };
}

export const temporalPart = ({ folder, port, children }: ServerOptions): Part =>
  part('Temporal', join(folder, 'temporal', 'temporal.log'), () =>
    onItsPort(port, () => startTemporal({ folder: join(folder, 'temporal'), port, children })),
  );

/** A port that is still being let go of is waited for: everybody else knows only this one. */
async function onItsPort<Server extends KeptProcess & { port: number }>(
  port: number,
  begin: () => Promise<Server>,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await begin();
    if (server.port === port) return server;
    await server.stop();
    if (attempt === 20) throw new Error(`port ${port} stayed taken`);
  }
}

export interface ProgramOptions extends ServerOptions {
  readonly name: string;
  readonly program: 'api' | 'worker';
  readonly env: NodeJS.ProcessEnv;
  /** Answers 200 when the program serves. */
  readonly health: string;
}

/** The built API or worker. One that ends before it serves is begun again, as a supervisor would. */
export function programPart({
  name,
  program,
  folder,
  children,
  env,
  health,
}: ProgramOptions): Part {
  const logFile = join(folder, `${name}.log`);
  const args = ['--enable-source-maps', resolve('dist', program, 'main.js')];
  return part(name, logFile, async (more) => {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const begun = await launch({
        name,
        command: process.execPath,
        args,
        logFile,
        children,
        env: { ...process.env, ...env, ...more },
      });
      const settled = async () => begun.hasEnded() || (await isHealthy(health));
      await becomesTrue(settled, until - Date.now());
      // One that a failpoint killed before anybody asked after its health did serve.
      if (!begun.hasEnded() || (await begun.ended) === 'signal SIGKILL') return begun;
      if (Date.now() > until) throw new Error(`${name} does not start:\n${tailOf(logFile)}`);
    }
  });
}

const isHealthy = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (answer) => answer.ok,
    () => false,
  );
