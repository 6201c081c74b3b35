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
import { runExplain } from '../../cli/explain/run.ts';
import { temporaryFolder } from '../../embedded/temporary-folder.ts';

/** A house in which nothing is built yet, with the packages that the tool needs. */
let house: string;
beforeAll(() => {
  house = temporaryFolder('explain');
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

const explain = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(house, 'embedded/bootstrap.mjs'), 'explain', ...args], {
    encoding: 'utf8',
  });

test('the first run builds the one file that it needs, and says what the source says', () => {
  const asked = ['hotline-ticket', 'pendingAck', 'coordinator'] as const;
  const first = explain(...asked);
  const { out } = runExplain(asked);
  expect(first).toMatchObject({ status: 0, stdout: out });
  expect(first.stderr).toMatch(/^· built the explanations in \d+\.\d s\n$/);
  expect(explain(...asked)).toMatchObject({ status: 0, stderr: '', stdout: out });
});

test('what is wrong leaves by the other stream with code 2', () => {
  const { status, stdout, stderr } = explain('hotline-ticket', 'nowhere', 'nobody');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^<环节>: 没有环节“nowhere”\n/);
});
