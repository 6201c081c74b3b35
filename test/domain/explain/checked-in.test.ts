import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { runExplain } from '../../../cli/explain/run.ts';
import { REGENERATE } from '../../../domain/explain/case-type-page.ts';

const FOLDER = 'docs/case-types';
const { files } = runExplain(['--docs', FOLDER]);

describe(`docs/case-types; when stale: ${REGENERATE}`, () => {
  test.each(files)('$path is what the definition says', ({ path, text }) => {
    expect(readFileSync(path, 'utf8')).toBe(text());
  });

  test('has a page for each released version and nothing else', () => {
    const names = files.map(({ path }) => path.slice(FOLDER.length + 1));
    expect(readdirSync(FOLDER).toSorted()).toEqual(names.toSorted());
  });

  test('is written by the command that this test names', () => {
    expect(REGENERATE).toBe(`npm run -s explain -- --docs ${FOLDER}`);
    expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts).toHaveProperty('explain');
  });
});
