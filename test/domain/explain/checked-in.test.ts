import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runExplain } from '../../../cli/explain/run.ts';
import { REGENERATE } from '../../../domain/explain/case-type-page.ts';
import { temporaryFolder } from '../../../embedded/temporary-folder.ts';

const FOLDER = 'docs/case-types';
const names = runExplain(['--docs', FOLDER]).files.map(({ path }) => path.slice(FOLDER.length + 1));

describe(`docs/case-types; when stale: ${REGENERATE}`, () => {
  const folder = temporaryFolder('explain');
  const there = join(folder, 'new', 'folder');
  let ran: SpawnSyncReturns<string>;

  beforeAll(() => {
    const args = ['--import', 'tsx', 'cli/explain.ts', '--docs', there];
    ran = spawnSync(process.execPath, args, { encoding: 'utf8' });
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(names)('%s is what the definition says', (name) => {
    const [checkedIn, made] = [FOLDER, there].map((one) => readFileSync(join(one, name), 'utf8'));
    expect(checkedIn).toBe(made);
  });

  test('has a page for each released version and nothing else', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(names.toSorted());
  });

  test('is written whole by the tool, which prints the names', () => {
    const { stdout, stderr, status } = ran;
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toBe(names.map((name) => `${join(there, name)}\n`).join(''));
    expect(readdirSync(there).toSorted()).toEqual(names.toSorted());
  });

  test('is written by the command that this test names', () => {
    expect(REGENERATE).toBe(`npm run -s explain -- --docs ${FOLDER}`);
    expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts).toHaveProperty('explain');
  });
});
