import { describe, expect, test } from '@jest/globals';
import { civilDate } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import type { Pause } from '../../../domain/clocks/facts.ts';
import { pausedDays } from '../../../domain/clocks/paused-days.ts';
import { withHours } from '../calendar/altered.ts';
import { pause } from './given-clocks.ts';

/** The days out of the count, first and last of each run. */
const out = (pauses: readonly Pause[], on = calendar) =>
  pausedDays(pauses, on).map(({ from, to }) => `${civilDate(from)}..${civilDate(to - 1)}`);

describe('the days that pauses take out', () => {
  test('are none without a pause', () => {
    expect(out([])).toEqual([]);
  });

  test('are the days from the suspension up to the resumption, given as dates', () => {
    expect(out([pause('2025-04-28', '2025-04-30')])).toEqual(['2025-04-28..2025-04-29']);
  });

  test('leave out the day in which it begins or ends while the office is open', () => {
    expect(out([pause('2026-11-23 10:00', '2026-11-27 16:00')])).toEqual([
      '2026-11-24..2026-11-26',
    ]);
  });

  test.each([
    ['touch', [pause('2026-11-23', '2026-11-25'), pause('2026-11-25', '2026-11-27')]],
    ['overlap', [pause('2026-11-23', '2026-11-26'), pause('2026-11-24', '2026-11-27')]],
    ['lie in one another', [pause('2026-11-23', '2026-11-27'), pause('2026-11-24', '2026-11-25')]],
    ['come in any order', [pause('2026-11-25', '2026-11-27'), pause('2026-11-23', '2026-11-25')]],
    [
      'are apart by a night only',
      [pause('2026-11-23', '2026-11-24 17:00'), pause('2026-11-25 09:00', '2026-11-27')],
    ],
  ])('are one run where pauses %s', (_, pauses) => {
    expect(out(pauses)).toEqual(['2026-11-23..2026-11-26']);
  });

  test('are two runs where a working hour lies between', () => {
    expect(
      out([pause('2026-11-23', '2026-11-25 09:00'), pause('2026-11-25 10:00', '2026-11-27')]),
    ).toEqual(['2026-11-23..2026-11-24', '2026-11-26..2026-11-26']);
  });

  test('are measured by the office hours of their day', () => {
    const shorter = loadCalendar(
      withHours(
        { from: '2024-01-01', periods: ['09:00-11:30', '13:30-17:00'] },
        { from: '2026-07-01', periods: ['10:00-15:00'] },
      ),
    );
    const day = (date: string) => pause(`${date} 10:00`, `${date} 15:00`);
    expect(out([day('2026-06-30')], shorter)).toEqual([]);
    expect(out([day('2026-07-01')], shorter)).toEqual(['2026-07-01..2026-07-01']);
  });
});
