import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { takeLock } from '../../embedded/instance-lock.ts';
import { identityOf } from '../../embedded/process-identity.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-lock-'));
  file = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sleeper = () => spawn('sleep', ['60'], { stdio: 'ignore' });

test('a second taker is refused and told who holds the lock', () => {
  const first = takeLock(file);
  expect(takeLock(file)).toEqual({
    held: false,
    by: { pid: process.pid, identity: identityOf(process.pid) },
  });
  if (first.held) first.release();
  expect(takeLock(file).held).toBe(true);
});

test('the lock of a process that died does not block', async () => {
  const child = sleeper();
  const holder = { pid: child.pid, identity: identityOf(child.pid as number) };
  writeFileSync(file, JSON.stringify(holder));
  expect(takeLock(file).held).toBe(false);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(takeLock(file).held).toBe(true);
});

test('the lock of a process whose pid another program got does not block', async () => {
  const other = sleeper();
  writeFileSync(file, JSON.stringify({ pid: other.pid, identity: 'an-earlier-boot/1' }));
  expect(takeLock(file).held).toBe(true);
  other.kill('SIGKILL');
  await once(other, 'exit');
});

test('a lock file cut off in the middle does not block', () => {
  writeFileSync(file, '{"pid": 12');
  expect(takeLock(file).held).toBe(true);
});

test('releasing leaves nothing behind, and never takes away a lock of somebody else', () => {
  const lock = takeLock(file);
  const foreign = JSON.stringify({ pid: 1, identity: 'x' });
  writeFileSync(file, foreign);
  if (lock.held) lock.release();
  expect(readFileSync(file, 'utf8')).toBe(foreign);
  expect(readdirSync(folder)).toEqual(['lock']);
});

test('of four processes that find one stale lock exactly one takes it', async () => {
  writeFileSync(file, JSON.stringify({ pid: 999_999, identity: 'gone' }));
  const source = join(process.cwd(), 'embedded/instance-lock.ts');
  const program = `
    import { takeLock } from ${JSON.stringify(source)};
    const lock = takeLock(${JSON.stringify(file)});
    process.stdout.write(lock.held ? 'held' : 'refused');
    process.stdin.resume();`;
  const takers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  const answers = await Promise.all(
    takers.map(async (taker) => String((await once(taker.stdout, 'data'))[0])),
  );
  for (const taker of takers) taker.kill('SIGKILL');
  expect(answers.toSorted()).toEqual(['held', 'refused', 'refused', 'refused']);
  expect(existsSync(file)).toBe(true);
});
