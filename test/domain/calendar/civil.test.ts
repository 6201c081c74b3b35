import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  civilDate,
  DAY,
  dayNumber,
  dayOf,
  instantOf,
  isoInstant,
  msOfDay,
  weekday,
  yearOf,
} from '../../../domain/calendar/civil.ts';
import { inZone } from '../../support/in-zone.ts';
import { at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

const anyDay = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });

describe('civil dates', () => {
  test('a day number and its date are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(civilDate(day))).toBe(day);
      }),
      runs(1000),
    );
  });

  test('agree with the Gregorian calendar of the language', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY);
        expect(civilDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(weekday(day)).toBe(date.getUTCDay());
        expect(yearOf(day)).toBe(date.getUTCFullYear());
      }),
      runs(1000),
    );
  });

  test('follow each other', () => {
    expect(dayNumber('2024-03-01') - dayNumber('2024-02-29')).toBe(1);
    expect(dayNumber('2025-03-01') - dayNumber('2025-02-28')).toBe(1);
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-29')).toBe(1);
    expect(dayNumber('2027-01-01') - dayNumber('2026-12-31')).toBe(1);
  });

  test.each([
    '2025-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2025-13-45',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '20260101',
    '',
  ])('refuse %p', (date) => {
    expect(() => dayNumber(date)).toThrow(RangeError);
  });

  test('know the weekday', () => {
    expect(weekday(dayNumber('1970-01-01'))).toBe(4);
    expect(weekday(dayNumber('2026-11-23'))).toBe(1);
    expect(weekday(dayNumber('1969-12-28'))).toBe(0);
  });
});

describe('instants', () => {
  test('change the day at midnight in Shanghai', () => {
    const midnight = Date.UTC(2026, 10, 22, 16);
    expect(civilDate(dayOf(midnight))).toBe('2026-11-23');
    expect(civilDate(dayOf(midnight - 1))).toBe('2026-11-22');
  });

  test('come back from their day and time of day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: DAY - 1 }), (day, ms) => {
        const instant = instantOf(day, ms);
        expect([dayOf(instant), msOfDay(instant)]).toEqual([day, ms]);
      }),
      runs(500),
    );
  });

  test('read back from their text', () => {
    expect(isoInstant(at('2026-11-23 17:00'))).toBe('2026-11-23T17:00:00+08:00');
    expect(isoInstant(at('2026-11-23 23:59:59') + 7)).toBe('2026-11-23T23:59:59.007+08:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
        expect(Date.parse(isoInstant(instant))).toBe(instant);
      }),
      runs(500),
    );
  });

  test.each(['America/New_York', 'Pacific/Auckland', 'Asia/Shanghai'])(
    'are the same in a process that lives in %s',
    (zone) => {
      const told = inZone(
        zone,
        `import { dayNumber, isoInstant, weekday } from './domain/calendar/civil.ts';
         import { cn2024to2026 } from './domain/calendar/cn-2024-2026.ts';
         import { dueOf } from './domain/clocks/due.ts';
         import { counting } from './domain/clocks/counting.ts';
         import { workingDays } from './domain/clocks/limit.ts';
         const due = dueOf(counting(workingDays(5)), ${at('2026-09-30 23:30')}, cn2024to2026);
         const day = dayNumber('2026-11-23');
         console.log(JSON.stringify([day, weekday(day), isoInstant(due.statutory)]));`,
      );
      expect(told).toEqual([20_780, 1, '2026-10-13T23:59:59+08:00']);
    },
  );
});
