import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { childrenIn, endLeftovers } from '../../embedded/children.ts';
import { launch } from '../../embedded/kept-process.ts';
import { becomesTrue, identityOf } from '../../embedded/process-identity.ts';

let folder: string;
let children: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-guard-'));
  children = join(folder, 'children.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sleeping = (name: string) =>
  launch({ name, command: 'sleep', args: ['60'], logFile: join(folder, 'log'), children });

test('a process stands in the list while it runs', async () => {
  const child = await sleeping('sleeper');
  expect(childrenIn(children).map(({ pid }) => pid)).toEqual([child.pid]);
  await child.stop();
  expect(await child.ended).toBe('signal SIGTERM');
  expect(childrenIn(children)).toEqual([]);
});

test('leftovers end, last started first; a pid that another program got is left alone', async () => {
  const first = await sleeping('first');
  const second = await sleeping('second');
  const bystander = spawn('sleep', ['60'], { stdio: 'ignore' });
  const reused = { name: 'old', pid: bystander.pid as number, identity: 'earlier/1' };
  const list = [...childrenIn(children), { ...reused, signal: 'SIGTERM', graceMs: 1_000 }];
  writeFileSync(children, JSON.stringify(list));
  expect(await endLeftovers(children)).toEqual(['old', 'second', 'first']);
  await Promise.all([first.ended, second.ended]);
  expect(identityOf(bystander.pid as number)).toBeDefined();
  bystander.kill('SIGKILL');
  await once(bystander, 'exit');
});

test('what a start has launched does not outlive it, even after kill -9', async () => {
  const program = `
    import { guard } from './embedded/guard.ts';
    import { launch } from './embedded/kept-process.ts';
    const children = ${JSON.stringify(children)};
    guard(children);
    const child = await launch({ name: 'x', command: 'sleep', args: ['60'], children,
      logFile: ${JSON.stringify(join(folder, 'log'))} });
    process.stdout.write(String(child.pid));`;
  const start = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = Number(String((await once(start.stdout, 'data'))[0]));
  expect(identityOf(pid)).toBeDefined();
  start.kill('SIGKILL');
  await once(start, 'exit');
  expect(await becomesTrue(() => identityOf(pid) === undefined, 10_000)).toBe(true);
  expect(existsSync(children)).toBe(true);
});
