import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createIfMissing, mustKnowChinese } from '../../embedded/database.ts';
import { type RunningPostgres, query, startPostgres } from '../../embedded/postgres.ts';
import { postgresHome } from '../../embedded/postgres-home.ts';
import { identityOf } from '../../embedded/process-identity.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';

let folder: string;
let running: RunningPostgres[];
beforeEach(() => {
  folder = temporaryFolder('postgres');
  running = [];
});
afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(port?: number): Promise<RunningPostgres> {
  const options = port === undefined ? { folder } : { folder, port };
  const server = await startPostgres({ ...options, durable: false });
  running.push(server);
  return server;
}

test('after kill -9 it starts again on the same port with everything committed', async () => {
  const first = await start();
  await query(first.url('postgres'), 'create table kept as select 42 as answer');
  await query(first.url('postgres'), 'checkpoint');
  process.kill(first.pid, 'SIGKILL');
  expect(await first.ended).toBe('signal SIGKILL');

  const second = await start(first.port);
  expect(second.port).toBe(first.port);
  expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
});

test('a server left running by a killed start is shut down and replaced', async () => {
  const orphan = await start();
  const next = await start();
  expect(identityOf(orphan.pid)).toBeUndefined();
  expect(await query(next.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a pid file that names another program does not block', async () => {
  const first = await start();
  const pidFile = join(folder, 'data/postmaster.pid');
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  process.kill(first.pid, 'SIGKILL');
  await first.ended;
  writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
  const second = await start();
  expect(await query(second.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a half-done initialisation is wiped and done again', async () => {
  const half = join(folder, 'data.new');
  mkdirSync(half);
  writeFileSync(join(half, 'PG_VERSION'), '18');
  const { user } = postgresHome(folder);
  const server = await start();
  expect(existsSync(half)).toBe(false);
  expect(statSync(join(folder, 'data')).uid).toBe(user?.uid ?? process.getuid?.());
  expect(await query(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('it takes Chinese words apart and sorts them by pinyin; a C locale is refused', async () => {
  const server = await start();
  await createIfMissing(server.url('postgres'), 'fit');
  await mustKnowChinese(server.url('fit'));
  const sorted = await query(
    server.url('fit'),
    `select string_agg(town, ' ' order by town) as towns from unnest(array['重固', '白鹤', '夏阳']) town`,
  );
  expect(sorted).toEqual([{ towns: '白鹤 夏阳 重固' }]);

  await query(
    server.url('postgres'),
    `create database unfit template template0 encoding 'UTF8' locale_provider libc lc_collate 'C' lc_ctype 'C'`,
  );
  await expect(mustKnowChinese(server.url('unfit'))).rejects.toThrow(/locale \(LC_CTYPE C\)/);
});

test('the password is kept with mode 0600 and is the only way in', async () => {
  const server = await start();
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
  const wrong = Object.assign(new URL(server.url('postgres')), { password: 'wrong' }).href;
  await expect(query(wrong, 'select 1')).rejects.toThrow(/password authentication failed/);
});
