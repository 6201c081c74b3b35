import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const ROWS = 86;

interface Row {
  readonly number: number;
  readonly tests: readonly { readonly file: string; readonly title: string }[];
  /** Why there is no test, or what one does not cover yet. */
  readonly reason: string | undefined;
}

/** A row ends with its tests, one a line, and perhaps with a reason in italics. */
function rowsOf(page: string): readonly Row[] {
  return [...page.matchAll(/^\| (\d+) +\|.*\| ([^|]*?) *\|$/gm)].map(([, number, last = '']) => {
    const parts = last.split('<br>');
    const tests = parts.flatMap((part) => {
      const [, file, title] = /^`([^`]+)` › (.+)$/.exec(part) ?? [];
      return file !== undefined && title !== undefined ? [{ file, title }] : [];
    });
    const reason = parts.find((part) => /^_.+_$/.test(part));
    return { number: Number(number), tests, reason };
  });
}

/** Whether a test of that title stands in a file, whatever its quotes. */
function isThere(file: string, title: string): boolean {
  const path = `test/${file}`;
  if (!existsSync(path)) return false;
  const text = readFileSync(path, 'utf8');
  return ["'", '"', '`'].some((quote) => text.includes(`${quote}${title}${quote}`));
}

const missingIn = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(({ number, tests }) =>
    tests
      .filter(({ file, title }) => !isThere(file, title))
      .map(({ file, title }) => `${number}: ${file} › ${title}`),
  );

describe('docs/complaints.md', () => {
  const rows = rowsOf(readFileSync('docs/complaints.md', 'utf8'));

  test('has every row once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(
      Array.from({ length: ROWS }, (_, index) => index + 1),
    );
  });

  test('names a test for each, or says why there is none', () => {
    const silent = rows.filter(({ tests, reason }) => tests.length === 0 && reason === undefined);
    expect(silent.map(({ number }) => number)).toEqual([]);
  });

  test('names tests that are there', () => {
    expect(missingIn(rows)).toEqual([]);
  });
});

describe('a page of mistakes', () => {
  const there = '`domain/docs/complaints-doc.test.ts` › names tests that are there';

  test('with a title or a file that is gone is found out', () => {
    const page = [
      `| 1 | One | link | ${there} |`,
      `| 2 | Two | link | ${there}<br>\`domain/docs/complaints-doc.test.ts\` › is ${'gone'} |`,
      '| 3 | Three | link | `domain/docs/gone.test.ts` › anything |',
    ].join('\n');
    expect(missingIn(rowsOf(page))).toEqual([
      '2: domain/docs/complaints-doc.test.ts › is gone',
      '3: domain/docs/gone.test.ts › anything',
    ]);
  });

  test('with a row that says nothing has neither tests nor a reason', () => {
    const page = '| 1 | One | link | – |\n| 2 | Two | link | _Not yet._ |';
    expect(rowsOf(page)).toEqual([
      { number: 1, tests: [], reason: undefined },
      { number: 2, tests: [], reason: '_Not yet._' },
    ]);
  });
});
