import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { civilDate } from '../../../domain/calendar/civil.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { deadlineOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { at } from '../../support/moments.ts';
import { blocks } from './blocks.ts';
import { momentText } from './day-table.ts';
import { EXAMPLES } from './examples.ts';
import { blocksOfPage, linksOf, rewritePage } from './page.ts';

const written = blocks();
// UPDATE=1 writes the examples anew.
if (process.env['UPDATE'] === '1') rewritePage(written);

describe('docs/deadlines.md', () => {
  const page = blocksOfPage();

  test('tells every example once and no other', () => {
    expect(page.map(([name]) => name).sort()).toEqual(Object.keys(written).sort());
  });

  test.each(page)('tells "%s" as the code reckons it (UPDATE=1 writes it anew)', (name, text) => {
    expect(text).toBe(written[name]);
  });

  test.each([
    ['docs/deadlines.md', 'docs/'],
    ['docs/rules.md', 'docs/'],
    ['docs/performance.md', 'docs/'],
    ['README.md', ''],
  ])('and %s link to files that are there', (from, folder) => {
    expect(linksOf(from).filter((target) => !existsSync(`${folder}${target}`))).toEqual([]);
  });
});

describe('the dates of an example, counted by hand', () => {
  test.each([
    ['working-days', '2025-10-10', '2025-10-10 23:59:59', '2025-10-10 17:00'],
    ['calendar-days', '2025-10-03', '2025-10-09 23:59:59', '2025-09-30 17:00'],
    ['pause', '2026-02-23', '2026-02-24 23:59:59', '2026-02-14 17:00'],
    ['notice', '2025-10-14', '2025-10-14 23:59:59', '2025-10-14 17:00'],
    ['office-hours', '2025-10-09', '2025-10-09 14:00', '2025-10-09 14:00'],
    ['hours', '2025-10-01', '2025-10-01 16:00', '2025-10-01 16:00'],
    ['extension', '2026-02-18', '2026-02-24 23:59:59', '2026-02-14 17:00'],
  ])('%s', (name, nominal, statutory, internal) => {
    const example = EXAMPLES[name];
    if (!example) throw new Error(`no example ${name}`);
    const { counting } = deadlineOf(qingpu2026, example.key);
    const due = dueOf(counting, at(example.start), calendar, example.facts);
    expect(civilDate(due.nominal)).toBe(nominal);
    expect([due.statutory, due.internal].map(momentText)).toEqual([statutory, internal]);
  });

  test('is there for each', () => {
    expect(Object.keys(EXAMPLES)).toHaveLength(7);
  });
});
