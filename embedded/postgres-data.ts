import { execFile } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from './failure.ts';
import type { PostgresHome } from './postgres-home.ts';
import { commandLineOf, endProcess, identityOf } from './process-identity.ts';

// Trigrams of Chinese text need a character type that knows letters beyond ASCII: C.UTF-8 does, C
// does not. Sorting for people follows pinyin through ICU.
const locale = [
  '--encoding=UTF8',
  '--locale-provider=icu',
  '--icu-locale=zh-Hans-CN',
  '--lc-ctype=C.UTF-8',
  '--lc-collate=C.UTF-8',
  '--lc-messages=C',
];

export const dataIn = (home: PostgresHome): string => join(home.folder, 'data');

/**
 * Makes the cluster once. It is built under another name and renamed when complete, so that a start
 * killed in the middle leaves only a folder that the next one wipes.
 */
export async function initialise(home: PostgresHome, password: string, durable: boolean) {
  const data = dataIn(home);
  if (existsSync(data)) return;
  const half = `${data}.new`;
  const passwordFile = join(home.folder, 'initdb.password');
  rmSync(half, { recursive: true, force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.user) {
    chownSync(home.folder, home.user.uid, home.user.gid);
    chownSync(passwordFile, home.user.uid, home.user.gid);
  }
  const args = [`--pgdata=${half}`, '--auth=scram-sha-256', '--username=postgres'];
  args.push(`--pwfile=${passwordFile}`, ...locale, ...(durable ? [] : ['--no-sync']));
  try {
    await promisify(execFile)(home.initdb, args, { ...home.user, cwd: home.folder });
  } catch (error) {
    const said = (error as { stderr?: string }).stderr;
    throw new StartFailure(
      'initialise the embedded PostgreSQL',
      said || String(error),
      'Free some disk space or set DATABASE_URL to a PostgreSQL of your own.',
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, data);
}

/**
 * Clears what a killed start left behind: a server still running on this data is shut down (fast:
 * clients are cut, nothing committed is lost); a pid file whose process is gone, a zombie or some
 * other program is removed, since PostgreSQL itself would take a reused pid for a running server.
 */
export async function clearOrphan(home: PostgresHome): Promise<void> {
  const data = dataIn(home);
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  const identity = identityOf(pid);
  if (identity !== undefined && commandLineOf(pid).includes(`-D ${data}`)) {
    await endProcess({ pid, identity, signal: 'SIGINT', graceMs: 20_000 });
  }
  rmSync(pidFile, { force: true });
}
