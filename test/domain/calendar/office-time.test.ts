import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, periodsOf } from '../../../domain/calendar/calendar.ts';
import { dayOf, HOUR, type Instant, MINUTE, msOfDay } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import {
  afterOfficeTime,
  beforeOfficeTime,
  officeDay,
  officeStretches,
  officeTimeIn,
  withinOfficeDay,
} from '../../../domain/calendar/office-time.ts';
import { anyInstant, at, coveredDays } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

const inOffice = (instant: Instant): boolean =>
  isWorkingDay(calendar, dayOf(instant)) &&
  periodsOf(calendar, dayOf(instant)).some(
    ({ from, to }) => msOfDay(instant) >= from * MINUTE && msOfDay(instant) < to * MINUTE,
  );

const officeInstant = anyInstant.filter(inOffice);
const length = fc.integer({ min: 1, max: 60 * HOUR });

describe('office time', () => {
  test('is six hours a day', () => {
    const days = coveredDays.filter((day) => officeDay(calendar, day) !== 6 * HOUR);
    expect(days).toEqual([]);
  });

  test('counted back from where it ends, it leads to where it began', () => {
    fc.assert(
      fc.property(officeInstant, length, (start, ms) => {
        expect(beforeOfficeTime(calendar, afterOfficeTime(calendar, start, ms), ms)).toBe(start);
      }),
      runs(300),
    );
  });

  test('between a start and where it ends is its length', () => {
    fc.assert(
      fc.property(anyInstant, length, (start, ms) => {
        expect(officeTimeIn(calendar, start, afterOfficeTime(calendar, start, ms))).toBe(ms);
      }),
      runs(300),
    );
    expect(officeTimeIn(calendar, at('2026-10-01'), at('2026-10-08 09:00'))).toBe(0);
    expect(officeTimeIn(calendar, at('2026-11-23 16:00'), at('2026-11-23 10:00'))).toBe(0);
    expect(officeTimeIn(calendar, at('2026-11-23 10:00'), at('2026-11-23 14:00'))).toBe(2 * HOUR);
  });

  test('adds up to its length, in order, and lies in office hours only', () => {
    fc.assert(
      fc.property(anyInstant, length, (start, ms) => {
        const stretches = officeStretches(calendar, start, ms);
        expect(stretches.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(ms);
        for (const [index, { from, to }] of stretches.entries()) {
          expect([inOffice(from), inOffice(to - 1)]).toEqual([true, true]);
          expect(from).toBeGreaterThanOrEqual(stretches[index - 1]?.to ?? start);
        }
      }),
      runs(300),
    );
  });

  test.each([
    ['over noon', '2026-11-23 11:00', 1, '2026-11-23 14:00'],
    ['exactly up to noon', '2026-11-23 09:00', 2.5, '2026-11-23 11:30'],
    ['from noon', '2026-11-23 12:00', 1, '2026-11-23 14:30'],
    ['over night', '2026-11-23 16:30', 1, '2026-11-24 09:30'],
    ['over a weekend', '2026-11-27 16:30', 1, '2026-11-30 09:30'],
    ['over Golden Week', '2026-09-30 16:00', 4, '2026-10-08 14:00'],
    ['on a make-up Saturday', '2026-10-09 16:30', 1, '2026-10-10 09:30'],
  ])('passes %s', (_, start, hours, end) => {
    expect(afterOfficeTime(calendar, at(start), hours * HOUR)).toBe(at(end));
  });

  test('counted back from outside office hours begins at the last office minute', () => {
    expect(beforeOfficeTime(calendar, at('2026-10-05 12:00'), HOUR)).toBe(at('2026-09-30 16:00'));
    expect(beforeOfficeTime(calendar, at('2026-11-23 13:30'), HOUR)).toBe(at('2026-11-23 10:30'));
  });

  test.each([
    ['2026-11-23 17:00', 3.5, '2026-11-23 13:30'],
    ['2026-11-23 11:30', 2.5, '2026-11-23 09:00'],
    ['2026-11-23 17:00', 6, '2026-11-23 09:00'],
    ['2026-10-08 09:00', 6, '2026-09-30 09:00'],
  ])('counted back from %s, %d whole hours begin when the office opens', (end, hours, start) => {
    expect(beforeOfficeTime(calendar, at(end), hours * HOUR)).toBe(at(start));
  });

  test('has no empty stretch where the office just closes', () => {
    const stretches = officeStretches(calendar, at('2026-11-23 11:30'), HOUR);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [at('2026-11-23 13:30'), at('2026-11-23 14:30')],
    ]);
  });

  test('of no length ends where it starts, in the office or out of it', () => {
    for (const moment of ['2026-11-23 10:00', '2026-10-03 10:00'].map(at)) {
      expect(afterOfficeTime(calendar, moment, 0)).toBe(moment);
    }
  });

  test.each([
    [0, '2026-11-23 09:00'],
    [2.5, '2026-11-23 11:30'],
    [3, '2026-11-23 14:00'],
    [6, '2026-11-23 17:00'],
  ])('of a day: %d hours of it have passed at %s', (hours, end) => {
    const day = dayOf(at('2026-11-23'));
    expect(withinOfficeDay(calendar, day, hours * HOUR)).toBe(at(end));
  });
});
