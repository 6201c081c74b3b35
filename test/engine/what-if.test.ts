import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { civilDate, DAY, dayOf } from '../../domain/calendar/civil.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';
import { opened, step, type Writers, writersOf } from './as-of/writers.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let writers: Writers;
const folder = temporaryFolder('what-if');

beforeAll(async () => {
  system = await startSystem({ worker: false });
  writers = await writersOf(system.engine);
  for (let n = 0; n < 3; n += 1) {
    const id = await opened(system.engine, writers, { receivedAt: Date.now() - 20 * DAY });
    await step(system.engine, writers, id, 0);
  }
  await opened(system.engine, writers, { matter: 'CONSULT', receivedAt: Date.now() - 20 * DAY });
});
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
});

const day = (instant: number): string => civilDate(dayOf(instant));

function whatIf(draft: object, ...more: readonly string[]) {
  const file = join(folder, 'draft.json');
  writeFileSync(file, JSON.stringify(draft));
  const period = ['--from', day(Date.now() - 30 * DAY), '--to', day(Date.now())];
  return spawnSync(
    process.execPath,
    [resolve('dist/cli/what-if.js'), '--policy', file, ...period, ...more],
    { encoding: 'utf8', env: { ...process.env, DATABASE_URL: system.databaseUrl } },
  );
}

const LONGER = { limits: { 'hotline.handle.ASSIST_COMPLAINT': 60 } };

test('tells by unit and type what a draft would have changed, and which cases', () => {
  const { stdout, status } = whatIf(LONGER);
  expect(status).toBe(0);
  expect(stdout).toContain('重算 3 件,有变化 3 件;逾期增加 0 次,减少 3 次');
  // They fell due before any unit had them.
  expect(stdout).toMatch(/类型 +单位 +逾期增加 +逾期减少\n12345 工单 +— +0 +3/);
  expect(stdout.match(/办理时限/g)).toHaveLength(6);
});

test('finds no difference where the draft is what holds', () => {
  const { stdout } = whatIf({ limits: { 'hotline.handle.ASSIST_COMPLAINT': 5 } });
  expect(stdout).toContain('重算 0 件,有变化 0 件;逾期增加 0 次,减少 0 次');
});

test('prints every changed case and the sum as lines of JSON', () => {
  const { stdout } = whatIf(LONGER, '--json');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines).toHaveLength(4);
  expect(lines.at(-1)).toMatchObject({ examined: 3, changed: 3, gained: 0, lost: 3 });
});

test('names what is wrong with a draft or a question', () => {
  const wrong = whatIf({ limits: { 'hotline.nothing': 4 } });
  expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining('hotline.nothing')]);
  const late = whatIf({}, '--list', 'many');
  expect([late.status, late.stderr]).toEqual([2, expect.stringContaining('--list')]);
});
