import { describe, expect, test } from '@jest/globals';
import { closeOf, openingOf, periodsOf } from '../../../domain/calendar/calendar.ts';
import { dayNumber, HOUR, MINUTE } from '../../../domain/calendar/civil.ts';
import { loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import { officePeriods } from '../../../domain/calendar/office-hours.ts';
import {
  afterOfficeTime,
  beforeOfficeTime,
  officeDay,
} from '../../../domain/calendar/office-time.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { officeHours, workingDays } from '../../../domain/clocks/limit.ts';
import { at, moment } from '../../support/moments.ts';
import { withHours } from './altered.ts';

/** From July 2026 the house opens and closes half an hour earlier, with a longer morning. */
const calendar = loadCalendar(
  withHours(
    { from: '2024-01-01', periods: ['09:00-11:30', '13:30-17:00'] },
    { from: '2026-07-01', periods: ['08:30-12:00', '13:00-16:30'] },
  ),
);
const counter = (start: string) =>
  dueOf(counting(workingDays(1), { ends: 'counter' }), at(start), calendar);

describe('office hours that change on a day', () => {
  test('are the old ones until the day before, back to before the first entry', () => {
    const old = [
      { from: 540, to: 690 },
      { from: 810, to: 1020 },
    ];
    for (const date of ['2020-01-01', '2024-01-01', '2026-06-30']) {
      expect([date, periodsOf(calendar, dayNumber(date))]).toEqual([date, old]);
    }
  });

  test('are the new ones from that day on', () => {
    for (const date of ['2026-07-01', '2026-12-31', '2030-01-01']) {
      const day = dayNumber(date);
      const times = [openingOf(calendar, day), closeOf(calendar, day), officeDay(calendar, day)];
      expect([date, ...times]).toEqual([date, 8.5 * HOUR, 16.5 * HOUR, 7 * HOUR]);
    }
  });

  test('move what is handed in at a counter, and the internal date, only after the change', () => {
    const before = counter('2026-06-29 10:00');
    const after = counter('2026-06-30 10:00');
    expect([before.statutory, before.internal].map(moment)).toEqual([
      '2026-06-30 17:00',
      '2026-06-30 17:00',
    ]);
    expect([after.statutory, after.internal].map(moment)).toEqual([
      '2026-07-01 16:30',
      '2026-07-01 16:30',
    ]);
  });

  test('count on each side of a clock that runs across the change', () => {
    const due = dueOf(counting(officeHours(4)), at('2026-06-30 16:00'), calendar);
    expect(moment(due.statutory)).toBe('2026-07-01 11:30');
    expect(afterOfficeTime(calendar, at('2026-06-30 09:00'), 13 * HOUR)).toBe(
      at('2026-07-01 16:30'),
    );
    expect(beforeOfficeTime(calendar, at('2026-07-01 11:30'), 4 * HOUR)).toBe(
      at('2026-06-30 16:00'),
    );
  });
});

describe('office hours in writing', () => {
  test('are read as minutes after midnight', () => {
    expect(officePeriods(['09:00-11:30', '13:30-17:00'])).toEqual([
      { from: 540, to: 690 },
      { from: 810, to: 1020 },
    ]);
    expect(officePeriods(['00:00-24:00'])).toEqual([{ from: 0, to: (24 * HOUR) / MINUTE }]);
    expect(officePeriods(['09:00-12:00', '12:00-17:00'])).toHaveLength(2);
  });

  test.each([
    [[]],
    [['']],
    [['09:00']],
    [['9:00-17:00']],
    [['09:00-25:00']],
    [['09:00-17:60']],
    [['17:00-09:00']],
    [['24:00-24:30']],
    [['09:00–17:00']],
    [['09:00-17:00 ']],
    [['09:00-17:00', '16:59-18:00']],
  ])('%j are none', (texts) => {
    expect(officePeriods(texts)).toBeUndefined();
  });
});
