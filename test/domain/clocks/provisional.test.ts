import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf } from '../../../domain/calendar/calendar.ts';
import { dayNumber, dayOf } from '../../../domain/calendar/civil.ts';
import { cn2024to2026Data } from '../../../domain/calendar/cn-2024-2026.data.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import {
  calendarDays,
  hours,
  type Limit,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { scheduledDue } from '../../../domain/clocks/schedule.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';
import { unitCalendar } from '../calendar/altered.ts';
import { dates, extendedBy, told } from './given-clocks.ts';

const provisional = (limit: Limit, start: string) =>
  dueOf(counting(limit), at(start), calendar).provisional;

describe('past the last published year', () => {
  test('working days are those of plain weeks, and the date says that it may change', () => {
    expect(dates(counting(workingDays(5)), '2026-12-28 10:00').nominal).toBe('2027-01-04');
    expect(provisional(workingDays(5), '2026-12-28 10:00')).toBe(true);
  });

  test('a limit that still ends in the covered year is certain', () => {
    expect(dates(counting(workingDays(3)), '2026-12-28 10:00').nominal).toBe('2026-12-31');
    expect(provisional(workingDays(3), '2026-12-28 10:00')).toBe(false);
    expect(provisional(officeHours(1), '2026-12-31 16:00')).toBe(false);
  });

  test.each([
    ['days', calendarDays(30), true],
    ['months', months(1), true],
    ['office hours', officeHours(4), true],
    ['hours round the clock', hours(24), false],
    ['minutes', minutes(30), false],
  ])('%s over New Year rest on a notice to come: %#', (_, limit, expected) => {
    expect(provisional(limit, '2026-12-31 23:45')).toBe(expected);
  });

  test('hours that begin with the next working day rest on it too', () => {
    const next = counting(hours(2), { begins: 'nextWorkingDay' });
    expect(dueOf(next, at('2026-12-31 10:00'), calendar).provisional).toBe(true);
    expect(dueOf(next, at('2026-12-30 10:00'), calendar).provisional).toBe(false);
  });

  test('a last day in the covered year that rolls out of it is provisional', () => {
    const closed = unitCalendar({ offDays: ['2026-12-31'] });
    const due = (days: number) =>
      dueOf(counting(calendarDays(days)), at('2026-12-21 10:00'), closed);
    expect(told(due(10))).toMatchObject({
      nominal: '2026-12-31',
      statutory: '2027-01-01 23:59:59',
    });
    expect([due(9).provisional, due(10).provisional]).toEqual([false, true]);
  });

  test('an extension into the next year makes a certain date provisional', () => {
    const start = at('2026-12-21 10:00');
    const due = (value: number) =>
      dueOf(counting(workingDays(5)), start, calendar, extendedBy({ value })).provisional;
    expect([due(3), due(4)]).toEqual([false, true]);
  });

  test('a duty of the calendar that falls into it is provisional', () => {
    const yearly = { every: 'year', date: '01-15', next: true } as const;
    const due = (day: string) => scheduledDue(yearly, dayNumber(day), calendar).provisional;
    expect([due('2025-06-01'), due('2026-06-01')]).toEqual([false, true]);
  });

  test('a desk that never closes is as uncertain as the house', () => {
    const desk = calendarOf(calendar, 'vital-sign-desk');
    const due = dueOf(counting(workingDays(3)), at('2026-12-30 10:00'), desk);
    expect(due.provisional).toBe(true);
  });
});

describe('before the first published year', () => {
  test('a count that runs through it is provisional, from its last day on it is not', () => {
    expect(provisional(workingDays(5), '2023-12-20 10:00')).toBe(true);
    expect(provisional(workingDays(5), '2023-12-30 10:00')).toBe(true);
    expect(provisional(workingDays(5), '2023-12-31 10:00')).toBe(false);
  });
});

describe('office hours on the last day before the first published year', () => {
  const notices = cn2024to2026Data.notices.filter(({ year }) => year === 2025);
  const only2025 = loadCalendar({ ...cn2024to2026Data, notices });
  const due = (start: string) => dueOf(counting(officeHours(4)), at(start), only2025);

  test('are certain once they count covered days only', () => {
    expect(due('2024-12-31 18:00').provisional).toBe(false);
    expect(due('2024-12-30 16:00').provisional).toBe(true);
  });

  // One hour of 2024-12-31 is counted, for which this calendar has no notice.
  test('are provisional where they count some of it', () => {
    expect(due('2024-12-31 16:00').provisional).toBe(true);
  });
});

describe('a date in the covered years', () => {
  const anyLimit = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(workingDays),
    fc.integer({ min: 1, max: 90 }).map(calendarDays),
    fc.integer({ min: 1, max: 6 }).map(months),
    fc.integer({ min: 1, max: 60 }).map(officeHours),
  );

  test('is never provisional, and one past them always is', () => {
    fc.assert(
      fc.property(anyInstant, anyLimit, (start, limit) => {
        const due = dueOf(counting(limit), start, calendar);
        const last = Math.max(due.nominal, dayOf(due.statutory));
        expect(due.provisional).toBe(last > dayNumber('2026-12-31'));
      }),
      runs(500),
    );
  });
});
