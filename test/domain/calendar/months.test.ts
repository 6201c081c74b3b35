import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addMonths,
  civilDate,
  dayNumber,
  firstOfMonth,
  monthOf,
  yearOf,
} from '../../../domain/calendar/civil.ts';
import { runs } from '../../support/soak.ts';

const later = (date: string, months: number): string =>
  civilDate(addMonths(dayNumber(date), months));
const anyDay = fc.integer({ min: dayNumber('1900-01-01'), max: dayNumber('2200-12-31') });
const someMonths = fc.integer({ min: 0, max: 120 });

describe('a day some months later (Civil Code art. 202)', () => {
  test.each([
    ['2025-03-15', 1, '2025-04-15'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-01-30', 1, '2024-02-29'],
    ['2025-03-31', 1, '2025-04-30'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2025-02-28', 1, '2025-03-28'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2025-06-05', 0, '2025-06-05'],
    ['2025-06-05', 60, '2030-06-05'],
    ['2025-01-15', 11, '2025-12-15'],
    ['2025-01-15', 12, '2026-01-15'],
  ])('%s and %i months make %s', (date, months, expected) => {
    expect(later(date, months)).toBe(expected);
  });

  test.each([
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2024-03-31', -1, '2024-02-29'],
  ])('%s and %i months go back to %s', (date, months, expected) => {
    expect(later(date, months)).toBe(expected);
  });

  test('is the corresponding day, or the last one of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, someMonths, (day, months) => {
        const found = addMonths(day, months);
        const wanted = Number(civilDate(day).slice(8));
        const got = Number(civilDate(found).slice(8));
        const last = Number(
          civilDate(firstOfMonth(yearOf(found), monthOf(found) + 1) - 1).slice(8),
        );
        expect(got).toBe(Math.min(wanted, last));
        const total = (of: number) => yearOf(of) * 12 + monthOf(of);
        expect(total(found) - total(day)).toBe(months);
      }),
      runs(500),
    );
  });

  test('comes no earlier for a later day', () => {
    fc.assert(
      fc.property(anyDay, someMonths, (day, months) => {
        expect(addMonths(day + 1, months)).toBeGreaterThanOrEqual(addMonths(day, months));
      }),
      runs(500),
    );
  });
});

describe('the first of a month', () => {
  test('follows the last day of the month before, December too', () => {
    const firsts = [1, 2, 3, 12, 13, 14].map((month) => civilDate(firstOfMonth(2024, month)));
    expect(firsts).toEqual([
      '2024-01-01',
      '2024-02-01',
      '2024-03-01',
      '2024-12-01',
      '2025-01-01',
      '2025-02-01',
    ]);
  });
});
