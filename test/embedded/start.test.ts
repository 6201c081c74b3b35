import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readJson } from '../../embedded/json-file.ts';
import { becomesTrue, identityOf } from '../../embedded/process-identity.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';

interface Running {
  url: string;
  pids: { start: number; api: number; worker: number };
}

let data: string;
const started: ChildProcess[] = [];
beforeAll(() => {
  data = temporaryFolder('start');
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await becomesTrue(() => list().every(({ pid }) => identityOf(pid) === undefined), 20_000);
  for (const folder of [data, `${data}-2`]) rmSync(folder, { recursive: true, force: true });
});

const list = (): { pid: number }[] => readJson(join(data, 'children.json')) ?? [];
const running = (): Running | undefined => readJson(join(data, 'running.json'));

function program(name: 'start' | 'reset', ...args: string[]) {
  const { DATABASE_URL: _d, TEMPORAL_ADDRESS: _t, ...env } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', `embedded/${name}.ts`, ...args], {
    env: { ...env, NODE_ENV: 'development', BIHUAN_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const isUp = () => child.exitCode !== null || said.includes('runs at');
  return { child, ended, said: () => said, isUp };
}

async function up() {
  const start = program('start');
  await becomesTrue(start.isUp, 50_000);
  expect(start.said()).toContain('runs at');
  return { ...start, running: running() as Running };
}

test('starts, is alone in its folder, survives kill -9, restarts what dies, stops in order', async () => {
  const first = await up();
  expect(first.said()).toContain('paidan1');
  expect(statSync(join(data, 'running.json')).mode & 0o777).toBe(0o600);
  expect(await ready(first.running.url)).toBe(true);

  const second = program('start');
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`open ${first.running.url}`);
  expect(await program('reset', '--yes').ended).toBe(1);

  first.child.kill('SIGKILL');
  const again = await up();
  expect(identityOf(first.running.pids.api)).toBeUndefined();
  expect(again.said()).toContain('database is up to date');

  process.kill(again.running.pids.api, 'SIGKILL');
  const restarted = () => running()?.pids.api !== again.running.pids.api;
  expect(await becomesTrue(restarted, 20_000)).toBe(true);
  expect(await becomesTrue(() => ready(again.running.url), 20_000)).toBe(true);

  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
  expect(list()).toEqual([]);
  expect(running()).toBeUndefined();

  const unsure = program('reset');
  expect(await unsure.ended).toBe(1);
  expect(unsure.said()).toContain('--yes');
  expect(await program('reset', '--yes').ended).toBe(0);
  expect(existsSync(data)).toBe(false);
}, 150_000);

const ready = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );

test('a database that does not answer is named together with the way out', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'embedded/start.ts'], {
    env: {
      ...process.env,
      BIHUAN_DATA: `${data}-2`,
      DATABASE_URL: 'postgresql://x:y@127.0.0.1:1/z',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  expect((await once(child, 'exit'))[0]).toBe(1);
  expect(said.join('')).toMatch(/could not reach the database[\s\S]+ECONNREFUSED[\s\S]+way out/);
});
