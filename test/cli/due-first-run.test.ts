import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runDue } from '../../cli/due/run.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';

/** A house in which nothing is built yet, with the packages that the tool needs. */
let house: string;
beforeAll(() => {
  house = temporaryFolder('due');
  for (const part of ['package.json', 'package-lock.json', 'domain', 'cli', 'embedded']) {
    cpSync(part, join(house, part), { recursive: true });
  }
  mkdirSync(join(house, 'node_modules'));
  for (const name of ['zod', 'esbuild']) {
    symlinkSync(realpathSync(join('node_modules', name)), join(house, 'node_modules', name));
  }
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
  writeFileSync(join(house, 'node_modules/.bihuan-lock'), lock);
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

const due = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(house, 'embedded/bootstrap.mjs'), 'due', ...args], {
    encoding: 'utf8',
  });

test('the first run builds the one file that it needs and tells of it on the other stream', () => {
  const args = ['petition.handle60', '2025-11-20', '--extend', '30', '--json'];
  const first = due(...args);
  expect(first).toMatchObject({ status: 0, stdout: runDue(args).out });
  expect(first.stderr).toMatch(/^· built the due dates in \d+\.\d s\n$/);
  expect(due(...args)).toMatchObject({ status: 0, stderr: '', stdout: first.stdout });
});

test('what is wrong leaves by the other stream with code 2', () => {
  expect(due('5wd', '2025-02-30')).toMatchObject({
    status: 2,
    stdout: '',
    stderr: '<起始>: 没有“2025-02-30”这一天\n',
  });
});
