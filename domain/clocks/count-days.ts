import type { Calendar } from '../calendar/calendar.ts';
import { addMonths, type DayNumber } from '../calendar/civil.ts';
import { workingDayAfter, workingDaysIn } from '../calendar/working-days.ts';
import type { DayLimit } from './limit.ts';
import type { PausedDays } from './paused-days.ts';

/**
 * The last day of a limit that counts from the day after `zero`, leaving out paused days. Paused days that would have
 * counted are counted after the end instead, so the time used never changes by a pause.
 */
export function lastDay(
  limit: DayLimit,
  zero: DayNumber,
  paused: readonly PausedDays[],
  calendar: Calendar,
): DayNumber {
  let last = plainLastDay(limit, zero, calendar);
  for (const { from, to } of paused) {
    const first = Math.max(from, zero + 1);
    if (first > last) break;
    if (to <= first) continue;
    if (limit.unit === 'workingDays') {
      last = workingDayAfter(calendar, last, workingDaysIn(calendar, first, to));
    } else {
      last += to - first;
    }
  }
  return last;
}

function plainLastDay(limit: DayLimit, zero: DayNumber, calendar: Calendar): DayNumber {
  switch (limit.unit) {
    case 'workingDays':
      return workingDayAfter(calendar, zero, limit.value);
    case 'calendarDays':
      return zero + limit.value;
    case 'months':
      return addMonths(zero, limit.value);
  }
}

/** How many days of `(zero, last]` a clock counts. */
export function daysCounted(
  unit: DayLimit['unit'],
  zero: DayNumber,
  last: DayNumber,
  paused: readonly PausedDays[],
  calendar: Calendar,
): number {
  const all = (from: DayNumber, to: DayNumber): number =>
    unit === 'workingDays' ? workingDaysIn(calendar, from, to) : Math.max(0, to - from);
  return paused.reduce(
    (sum, { from, to }) => sum - all(Math.max(from, zero + 1), Math.min(to, last + 1)),
    all(zero + 1, last + 1),
  );
}

/** The n-th day that a clock counts after `zero`, n ≥ 1. Days of a limit in months are calendar days. */
export const countedDay = (
  unit: DayLimit['unit'],
  n: number,
  zero: DayNumber,
  paused: readonly PausedDays[],
  calendar: Calendar,
): DayNumber =>
  lastDay({ unit: unit === 'months' ? 'calendarDays' : unit, value: n }, zero, paused, calendar);
