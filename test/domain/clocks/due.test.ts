import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../domain/calendar/calendar.ts';
import { HOUR } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import {
  calendarDays,
  hours,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { at } from '../../support/moments.ts';
import { allOn, dates } from './given-clocks.ts';

const desk = calendarOf(calendar, 'vital-sign-desk');

describe('the first day of a limit', () => {
  test.each([workingDays(5), calendarDays(30), months(1)])(
    'is the day after the event, from its first and its last minute alike: %j',
    (limit) => {
      const early = dates(counting(limit), '2026-09-30 00:00');
      expect(dates(counting(limit), '2026-09-30 23:59:59')).toEqual(early);
    },
  );

  test('is the day after the event on a day off too', () => {
    expect(dates(counting(calendarDays(10)), '2026-10-03 10:00')).toEqual(allOn('2026-10-13'));
    expect(dates(counting(workingDays(1)), '2026-10-03 10:00')).toEqual(allOn('2026-10-08'));
  });

  test.each([
    ['one working day', workingDays(1), '2026-10-08'],
    ['three working days', workingDays(3), '2026-10-10'],
    ['three days', calendarDays(3), '2026-10-10'],
  ])('is the next working day where the rule says so: %s', (_, limit, end) => {
    const next = counting(limit, { begins: 'nextWorkingDay' });
    expect(dates(next, '2026-09-30 10:00')).toEqual(allOn(end));
    expect(dates(next, '2026-10-04 10:00')).toEqual(allOn(end));
  });

  test('of a month from the next working day corresponds to the day before it', () => {
    const next = counting(months(1), { begins: 'nextWorkingDay', roll: 'none' });
    expect(dates(next, '2026-09-30 10:00').nominal).toBe('2026-11-07');
  });

  test.each([
    ['hours', hours(2), '2026-10-08 11:00'],
    ['minutes', minutes(30), '2026-10-08 09:30'],
    ['office hours', officeHours(4), '2026-10-08 15:00'],
  ])('opens at nine for %s from the next working day', (_, limit, end) => {
    const next = counting(limit, { begins: 'nextWorkingDay' });
    expect(dates(next, '2026-09-30 10:00').statutory).toBe(end);
  });
});

describe('the last day of a limit', () => {
  test('ends at 23:59:59 by law and at close of office internally', () => {
    expect(dates(counting(workingDays(5)), '2026-11-23 09:30')).toEqual(allOn('2026-11-30'));
  });

  test('ends at close of office for what is handed in at a counter', () => {
    const { statutory, internal } = dates(
      counting(workingDays(5), { ends: 'counter' }),
      '2026-11-23 09:30',
    );
    expect([statutory, internal]).toEqual(['2026-11-30 17:00', '2026-11-30 17:00']);
  });

  test('ends at 23:59:59 for all at a desk that never closes', () => {
    const found = dates(counting(calendarDays(3)), '2026-09-30 10:00', undefined, desk);
    expect([found.statutory, found.internal]).toEqual([
      '2026-10-03 23:59:59',
      '2026-10-03 23:59:59',
    ]);
  });

  test.each([
    ['forward', '2025-10-09 23:59:59'],
    ['backward', '2025-09-30 23:59:59'],
    ['none', '2025-10-05 23:59:59'],
  ] as const)('that is a holiday rolls %s to %s', (roll, statutory) => {
    expect(dates(counting(calendarDays(30), { roll }), '2025-09-05 10:00')).toEqual({
      nominal: '2025-10-05',
      statutory,
      internal: '2025-09-30 17:00',
    });
  });

  test('does not roll from a weekend day that is worked', () => {
    for (const roll of ['forward', 'backward', 'none'] as const) {
      const found = dates(counting(calendarDays(13), { roll }), '2025-09-28 10:00');
      expect(found).toEqual(allOn('2025-10-11'));
    }
  });

  test('rolls from a plain weekend too', () => {
    const { statutory, internal } = dates(counting(calendarDays(5)), '2026-11-23 10:00');
    expect([statutory, internal]).toEqual(['2026-11-30 23:59:59', '2026-11-27 17:00']);
  });

  test('is internally, or rolled backward, never before the day after the start', () => {
    const back = counting(calendarDays(1), { roll: 'backward' });
    expect(dates(back, '2026-09-30 10:00').statutory).toBe('2026-10-01 23:59:59');
    expect(dates(counting(calendarDays(1)), '2026-09-30 10:00').internal).toBe('2026-10-01 17:00');
    expect(dates(counting(calendarDays(3)), '2026-10-01 10:00').internal).toBe('2026-10-02 17:00');
  });

  test('of months is the corresponding day, or the last of a shorter month', () => {
    const after = (value: number, start: string) => dates(counting(months(value)), start);
    expect(after(1, '2025-01-31 10:00')).toEqual(allOn('2025-02-28'));
    expect(after(1, '2024-01-31 10:00')).toEqual(allOn('2024-02-29'));
    expect(after(12, '2024-02-29 10:00')).toEqual(allOn('2025-02-28'));
    expect(after(6, '2025-04-08 10:00')).toEqual({
      nominal: '2025-10-08',
      statutory: '2025-10-09 23:59:59',
      internal: '2025-09-30 17:00',
    });
  });
});

describe('hours', () => {
  test('24 hours pass round the clock, holiday or not', () => {
    const found = dates(counting(hours(24)), '2025-09-30 16:00');
    expect([found.statutory, found.internal]).toEqual(['2025-10-01 16:00', '2025-10-01 16:00']);
  });

  test('15 minutes pass over midnight', () => {
    const found = dates(counting(minutes(15)), '2026-10-03 23:50');
    expect(found).toEqual({
      nominal: '2026-10-04',
      statutory: '2026-10-04 00:05',
      internal: '2026-10-04 00:05',
    });
  });

  test('are exact to the millisecond', () => {
    const start = at('2026-11-23 09:00') + 123;
    expect(dueOf(counting(officeHours(2)), start, calendar).statutory).toBe(start + 2 * HOUR);
  });

  test('of the office pass by night at a desk that never closes', () => {
    const { statutory } = dates(counting(officeHours(4)), '2026-10-01 23:00', undefined, desk);
    expect(statutory).toBe('2026-10-02 03:00');
  });
});

describe('a management target shorter than the limit', () => {
  const handle = counting(calendarDays(60), { internal: calendarDays(45) });

  test('moves the internal date only', () => {
    expect(dates(handle, '2025-08-04 10:00')).toEqual({
      nominal: '2025-10-03',
      statutory: '2025-10-09 23:59:59',
      internal: '2025-09-18 17:00',
    });
  });

  test('on a day off comes before it', () => {
    expect(dates(handle, '2025-08-20 10:00').internal).toBe('2025-09-30 17:00');
  });

  test('in working days or hours counts in them', () => {
    const days = counting(workingDays(5), { internal: workingDays(3) });
    expect(dates(days, '2026-11-26 10:00')).toEqual({
      ...allOn('2026-12-03'),
      internal: '2026-12-01 17:00',
    });
    const clock = counting(hours(24), { internal: hours(4) });
    expect(dates(clock, '2026-11-26 10:00').internal).toBe('2026-11-26 14:00');
  });

  test('is never later than the limit', () => {
    const long = counting(workingDays(5), { internal: workingDays(5), ends: 'counter' });
    const { statutory, internal } = dates(long, '2026-11-26 10:00');
    expect(internal).toBe(statutory);
  });
});
