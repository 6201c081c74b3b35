import { describe, expect, test } from '@jest/globals';
import { calendarOf } from '../../../domain/calendar/calendar.ts';
import { cn2024to2026 as house } from '../../../domain/calendar/cn-2024-2026.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import type { Pause } from '../../../domain/clocks/facts.ts';
import {
  calendarDays,
  hours,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { allOn, dates, pause, paused } from './given-clocks.ts';

/** Five working days from Monday 2026-11-23: due on 2026-11-30. */
const handled = (...pauses: readonly Pause[]) =>
  dates(counting(workingDays(5)), '2026-11-23 09:30', paused(...pauses)).nominal;
/** Ten days from Monday 2026-11-23: due on Thursday 2026-12-03. */
const decided = (...pauses: readonly Pause[]) =>
  dates(counting(calendarDays(10)), '2026-11-23 09:30', paused(...pauses)).nominal;

describe('a pause wins no day', () => {
  test.each([
    ['of some minutes around midnight', pause('2026-11-24 23:55', '2026-11-25 00:05')],
    ['over a night', pause('2026-11-24 17:00', '2026-11-25 09:00')],
    ['over an evening, a night and a morning', pause('2026-11-24 09:01', '2026-11-25 16:59')],
    ['of a morning', pause('2026-11-24 09:00', '2026-11-24 11:30')],
    ['of an afternoon', pause('2026-11-24 11:30', '2026-11-25 09:00')],
    ['over noon', pause('2026-11-24 11:30', '2026-11-24 13:30')],
    ['of no length', pause('2026-11-24 09:00', '2026-11-24 09:00')],
    ['that ends before it begins', pause('2026-11-26', '2026-11-24')],
    ['on the day of the start, which does not count', pause('2026-11-23', '2026-11-24')],
    ['before the start', pause('2026-11-16', '2026-11-20')],
    ['after the last day', pause('2026-12-04', '2026-12-10')],
  ])('%s', (_, one) => {
    expect([handled(one), decided(one)]).toEqual(['2026-11-30', '2026-12-03']);
  });

  test('on the seconds around every midnight', () => {
    const nights = [23, 24, 25, 26, 27, 28, 29].map((day) =>
      pause(`2026-11-${day} 23:59:59`, `2026-11-${day + 1} 00:00:01`),
    );
    expect([handled(...nights), decided(...nights)]).toEqual(['2026-11-30', '2026-12-03']);
  });
});

describe('a pause takes a day out when it covers its office hours', () => {
  test.each([
    ['from opening to close', [pause('2026-11-24 09:00', '2026-11-24 17:00')]],
    ['from midnight to midnight', [pause('2026-11-24', '2026-11-25')]],
    [
      'in two parts, with the office closed between',
      [
        pause('2026-11-24 09:00', '2026-11-24 11:30'),
        pause('2026-11-24 13:30', '2026-11-24 17:00'),
      ],
    ],
    [
      'in two parts with a stroke of noon',
      [
        pause('2026-11-24 08:00', '2026-11-24 12:00'),
        pause('2026-11-24 12:00', '2026-11-24 18:00'),
      ],
    ],
  ])('%s', (_, pauses) => {
    expect([handled(...pauses), decided(...pauses)]).toEqual(['2026-12-01', '2026-12-04']);
  });

  test('but not with a minute of them missing', () => {
    const morning = pause('2026-11-24 09:00', '2026-11-24 11:29');
    const afternoon = pause('2026-11-24 13:30', '2026-11-24 17:00');
    expect(handled(morning, afternoon)).toBe('2026-11-30');
    expect(handled(pause('2026-11-24 09:00:01', '2026-11-24 17:00'))).toBe('2026-11-30');
    expect(handled(pause('2026-11-24 09:00', '2026-11-24 16:59:59'))).toBe('2026-11-30');
  });

  test('on the last day itself', () => {
    expect(handled(pause('2026-11-30 09:00', '2026-11-30 17:00'))).toBe('2026-12-01');
    expect(handled(pause('2026-11-30', '2026-12-03'))).toBe('2026-12-03');
  });
});

describe('a pause over days off', () => {
  const weekend = pause('2026-11-27 17:00', '2026-11-30 09:00');

  test('moves no clock in working days', () => {
    expect(handled(weekend)).toBe('2026-11-30');
    expect(handled(pause('2026-11-28', '2026-11-30'))).toBe('2026-11-30');
  });

  test('moves a clock in calendar days by each of them', () => {
    expect(decided(weekend)).toBe('2026-12-05');
    expect(decided(pause('2026-11-28', '2026-11-29'))).toBe('2026-12-04');
    expect(decided(pause('2026-11-28 09:00', '2026-11-28 17:00'))).toBe('2026-12-04');
    expect(decided(pause('2026-11-28 10:00', '2026-11-28 17:00'))).toBe('2026-12-03');
  });

  test('that a longer pause includes counts with it', () => {
    const long = pause('2026-11-26 09:00', '2026-12-01 09:00');
    expect([handled(long), decided(long)]).toEqual(['2026-12-03', '2026-12-08']);
  });

  test('moves a last day onto a day off, from which it rolls', () => {
    expect(
      dates(
        counting(calendarDays(10)),
        '2026-11-23 09:30',
        paused(pause('2026-11-24', '2026-11-26')),
      ),
    ).toEqual({
      nominal: '2026-12-05',
      statutory: '2026-12-07 23:59:59',
      internal: '2026-12-04 17:00',
    });
  });
});

describe('several pauses', () => {
  const first = pause('2026-11-24', '2026-11-25');
  const second = pause('2026-11-26', '2026-11-28');

  test('add up where they lie apart, and count once where they overlap', () => {
    expect(handled(first, second)).toBe('2026-12-03');
    expect(handled(first, first)).toBe('2026-12-01');
    expect(handled(second, pause('2026-11-27', '2026-12-01'))).toBe('2026-12-03');
  });

  test('reach into the days that the ones before them added', () => {
    expect(handled(first, pause('2026-12-01', '2026-12-02'))).toBe('2026-12-02');
    expect(handled(pause('2026-12-01', '2026-12-02'))).toBe('2026-11-30');
  });
});

describe('pauses of other clocks', () => {
  test('of months lengthen them day by day', () => {
    const facts = paused(pause('2025-02-10', '2025-02-12'));
    expect(dates(counting(months(1)), '2025-01-31 10:00', facts)).toEqual({
      nominal: '2025-03-02',
      statutory: '2025-03-03 23:59:59',
      internal: '2025-02-28 17:00',
    });
  });

  test.each([hours(24), officeHours(4)])('of hours do not exist: %j', (limit) => {
    const facts = paused(pause('2026-11-23', '2026-11-27'));
    const plain = dates(counting(limit), '2026-11-23 09:30');
    expect(dates(counting(limit), '2026-11-23 09:30', facts)).toEqual(plain);
  });

  test('of a desk that never closes need the whole day', () => {
    const desk = calendarOf(house, 'vital-sign-desk');
    const due = (one: Pause) =>
      dates(counting(workingDays(5)), '2026-11-23 09:30', paused(one), desk);
    expect(due(pause('2026-11-24 09:00', '2026-11-24 17:00')).nominal).toBe('2026-11-28');
    expect(due(pause('2026-11-24', '2026-11-25')).nominal).toBe('2026-11-29');
  });

  test('of a limit whose target is shorter move both dates', () => {
    const target = counting(workingDays(5), { internal: workingDays(3) });
    const found = dates(target, '2026-11-23 09:30', paused(pause('2026-11-24', '2026-11-26')));
    expect(found).toEqual({ ...allOn('2026-12-02'), internal: '2026-11-30 17:00' });
  });
});
