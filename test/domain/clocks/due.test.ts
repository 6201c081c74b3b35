import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayNumber, HOUR, isoInstant } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import type { Limit } from '../../../domain/clocks/limit.ts';
import { at, coveredDays } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

const due = (value: number, unit: Limit['unit'], start: string) =>
  dueOf({ value, unit }, at(start), calendar);

const LENGTHS = [1, 3, 5, 7, 15] as const;

describe('working days', () => {
  test.each([
    ['2024-02-09', ['2024-02-18', '2024-02-20', '2024-02-22', '2024-02-26', '2024-03-07']],
    ['2024-04-30', ['2024-05-06', '2024-05-08', '2024-05-10', '2024-05-13', '2024-05-23']],
    ['2024-09-30', ['2024-10-08', '2024-10-10', '2024-10-12', '2024-10-15', '2024-10-25']],
    ['2025-04-25', ['2025-04-27', '2025-04-29', '2025-05-06', '2025-05-08', '2025-05-20']],
    ['2025-06-27', ['2025-06-30', '2025-07-02', '2025-07-04', '2025-07-08', '2025-07-18']],
    ['2025-09-26', ['2025-09-28', '2025-09-30', '2025-10-10', '2025-10-13', '2025-10-23']],
    ['2025-12-31', ['2026-01-04', '2026-01-06', '2026-01-08', '2026-01-12', '2026-01-22']],
    ['2026-04-30', ['2026-05-06', '2026-05-08', '2026-05-11', '2026-05-13', '2026-05-25']],
    ['2026-09-30', ['2026-10-08', '2026-10-10', '2026-10-13', '2026-10-15', '2026-10-27']],
  ])('from %s, 1, 3, 5, 7 and 15 of them end as published', (start, expected) => {
    const ends = LENGTHS.map((value) => due(value, 'workingDays', `${start} 10:00`).nominal);
    expect(ends).toEqual(expected);
  });

  test('count alike from the first and the last minute of a day', () => {
    const early = due(5, 'workingDays', '2026-09-30 00:00');
    expect(due(5, 'workingDays', '2026-09-30 23:59:59')).toEqual(early);
  });

  test('end at 23:59:59 by law and at close of office internally, on the same day', () => {
    const { statutory, internal } = due(5, 'workingDays', '2026-11-23 09:30');
    expect(isoInstant(statutory)).toBe('2026-11-30T23:59:59+08:00');
    expect(isoInstant(internal)).toBe('2026-11-30T17:00:00+08:00');
  });
});

describe('calendar days', () => {
  test.each([
    [15, '2025-01-17', '2025-02-01', '2025-01-27'],
    [60, '2025-08-04', '2025-10-03', '2025-09-30'],
    [90, '2025-07-10', '2025-10-08', '2025-09-30'],
    [30, '2025-09-05', '2025-10-05', '2025-09-30'],
    [90, '2026-07-03', '2026-10-01', '2026-09-30'],
  ])('%i of them from %s end on %s, internally on %s', (value, start, nominal, internal) => {
    const found = due(value, 'calendarDays', `${start} 10:00`);
    expect(found.nominal).toBe(nominal);
    expect(found.statutory).toBe(at(`${nominal} 23:59:59`));
    expect(found.internal).toBe(at(`${internal} 17:00`));
  });

  test('are internally never due before the day after the start', () => {
    expect(due(1, 'calendarDays', '2026-09-30 10:00').internal).toBe(at('2026-10-01 17:00'));
    expect(due(3, 'calendarDays', '2026-10-01 10:00').internal).toBe(at('2026-10-02 17:00'));
  });
});

describe('hours', () => {
  test('four office hours before Golden Week end after it', () => {
    const found = due(4, 'officeHours', '2025-09-30 16:00');
    expect(isoInstant(found.statutory)).toBe('2025-10-09T14:00:00+08:00');
    expect(found.internal).toBe(found.statutory);
    expect(found.nominal).toBe('2025-10-09');
  });

  test('24 hours pass round the clock, holiday or not', () => {
    const found = due(24, 'hours', '2025-09-30 16:00');
    expect(isoInstant(found.statutory)).toBe('2025-10-01T16:00:00+08:00');
    expect(found.internal).toBe(found.statutory);
  });

  test('15 minutes pass over midnight', () => {
    const found = due(15, 'minutes', '2026-10-03 23:50');
    expect(found.statutory).toBe(at('2026-10-04 00:05'));
    expect(found.nominal).toBe('2026-10-04');
  });

  test('are exact to the millisecond', () => {
    const start = at('2026-11-23 09:00') + 123;
    const found = dueOf({ value: 2, unit: 'officeHours' }, start, calendar);
    expect(found.statutory).toBe(start + 2 * HOUR);
  });
});

describe('past the last published year', () => {
  test('five working days from 2026-12-28 end provisionally on a plain Monday', () => {
    const found = due(5, 'workingDays', '2026-12-28 10:00');
    expect([found.nominal, found.provisional]).toEqual(['2027-01-04', true]);
  });

  test('three of them still end in the covered year, for certain', () => {
    const found = due(3, 'workingDays', '2026-12-28 10:00');
    expect([found.nominal, found.provisional]).toEqual(['2026-12-31', false]);
  });

  test.each([
    [30, 'calendarDays', true],
    [4, 'officeHours', true],
    [24, 'hours', false],
    [30, 'minutes', false],
  ] as const)('%i %s over New Year are provisional: %s', (value, unit, provisional) => {
    expect(due(value, unit, '2026-12-31 23:45').provisional).toBe(provisional);
  });

  test('a deadline within the covered years is never provisional', () => {
    const last = dayNumber('2026-12-31');
    const unit = fc.constantFrom<Limit['unit']>('workingDays', 'calendarDays', 'officeHours');
    fc.assert(
      fc.property(
        fc.constantFrom(...coveredDays),
        fc.integer({ min: 1, max: 30 }),
        unit,
        (day, value, unitOf) => {
          const found = dueOf({ value, unit: unitOf }, day * 24 * HOUR, calendar);
          expect(found.provisional).toBe(dayNumber(found.nominal) > last);
        },
      ),
      runs(300),
    );
  });
});
