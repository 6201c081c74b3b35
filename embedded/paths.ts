import { chmodSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where everything of one installation lives. Paths start at the project's root, the working folder. */
export interface Paths {
  data: string;
  lock: string;
  children: string;
  running: string;
  logs: string;
  postgres: string;
  temporal: string;
  masterKey: string;
}

export function pathsIn(folder = '.data'): Paths {
  const data = resolve(folder);
  return {
    data,
    lock: join(data, 'lock'),
    children: join(data, 'children.json'),
    running: join(data, 'running.json'),
    logs: join(data, 'logs'),
    postgres: join(data, 'postgres'),
    temporal: join(data, 'temporal'),
    masterKey: join(data, 'master.key'),
  };
}

export function prepare(paths: Paths): void {
  mkdirSync(paths.logs, { recursive: true });
  // Under root PostgreSQL runs as another user and must pass through; secrets inside are 0600.
  chmodSync(paths.data, process.getuid?.() === 0 ? 0o755 : 0o700);
}

/** A user's cache, shared by all clones: the Temporal server is built once. */
export function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return process.env['BIHUAN_CACHE'] || join(base, 'bihuan');
}
