import { type SpawnOptions, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { forget, remember } from './children.ts';
import { endProcess, identityOf } from './process-identity.ts';

export interface Launch {
  name: string;
  command: string;
  args: string[];
  logFile: string;
  /** The list in which the process stands until it ends, so that a later start can find it. */
  children: string;
  env?: NodeJS.ProcessEnv;
  user?: { uid: number; gid: number } | undefined;
  stopSignal?: NodeJS.Signals;
  graceMs?: number;
}

export interface KeptProcess {
  pid: number;
  /** Resolves with "code 1" or "signal SIGKILL" when the process ends, however it ends. */
  ended: Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts a process in a group of its own: Ctrl-C in a terminal goes to a whole group, and the order
 * in which things stop is ours to keep.
 */
export async function launch(spec: Launch): Promise<KeptProcess> {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a', 0o600);
  const options: SpawnOptions = { detached: true, stdio: ['ignore', log, log], ...spec.user };
  const child = spawn(spec.command, spec.args, { ...options, env: spec.env ?? process.env });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid as number;
  const identity = identityOf(pid) ?? 'gone';
  const ending = {
    pid,
    identity,
    signal: spec.stopSignal ?? ('SIGTERM' as const),
    graceMs: spec.graceMs ?? 15_000,
  };
  remember(spec.children, { name: spec.name, ...ending });
  let done = false;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      done = true;
      forget(spec.children, pid);
      resolve(signal ? `signal ${signal}` : `code ${code}`);
    });
  });
  return {
    pid,
    ended,
    hasEnded: () => done,
    async stop() {
      await endProcess(ending);
      if (identity !== 'gone') await ended;
    },
  };
}

/** The last lines of a log, for messages that say why something did not start. */
export function tailOf(logFile: string, lines = 12): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '(no log)';
  }
}
