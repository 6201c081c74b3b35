import { type Calendar, periodsOf } from './calendar.ts';
import { type DayNumber, dayOf, type Instant, instantOf, MINUTE } from './civil.ts';
import {
  workingDayAfter,
  workingDayBefore,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from './working-days.ts';

/** A stretch of office time on one day, half-open. */
export interface OfficeStretch {
  readonly day: DayNumber;
  readonly from: Instant;
  readonly to: Instant;
}

/** The office time from `start` on until `ms` milliseconds of it are counted; the last stretch ends at the due instant. */
export function officeStretches(
  calendar: Calendar,
  start: Instant,
  ms: number,
): readonly OfficeStretch[] {
  const stretches: OfficeStretch[] = [];
  let left = ms;
  let day = workingDayOnOrAfter(calendar, dayOf(start));
  for (; left > 0; day = workingDayAfter(calendar, day, 1)) {
    for (const period of periodsOf(calendar, day)) {
      const from = Math.max(start, instantOf(day, period.from * MINUTE));
      const to = Math.min(instantOf(day, period.to * MINUTE), from + left);
      if (to <= from) continue;
      stretches.push({ day, from, to });
      left -= to - from;
      if (left === 0) return stretches;
    }
  }
  return stretches;
}

/** The instant at which `ms` milliseconds of office time have passed since `start`. */
export const afterOfficeTime = (calendar: Calendar, start: Instant, ms: number): Instant =>
  officeStretches(calendar, start, ms).at(-1)?.to ?? start;

/** The instant that lies `ms` milliseconds of office time before `end`. */
export function beforeOfficeTime(calendar: Calendar, end: Instant, ms: number): Instant {
  let left = ms;
  let day = workingDayOnOrBefore(calendar, dayOf(end));
  for (; ; day = workingDayBefore(calendar, day, 1)) {
    for (const period of periodsOf(calendar, day).toReversed()) {
      const to = Math.min(end, instantOf(day, period.to * MINUTE));
      const from = instantOf(day, period.from * MINUTE);
      if (to <= from) continue;
      if (to - from >= left) return to - left;
      left -= to - from;
    }
  }
}

/** Office time between two instants in milliseconds. */
export function officeTimeIn(calendar: Calendar, from: Instant, to: Instant): number {
  let sum = 0;
  let day = workingDayOnOrAfter(calendar, dayOf(from));
  for (; instantOf(day, 0) < to; day = workingDayAfter(calendar, day, 1)) {
    for (const period of periodsOf(calendar, day)) {
      const opens = Math.max(from, instantOf(day, period.from * MINUTE));
      const closes = Math.min(to, instantOf(day, period.to * MINUTE));
      sum += Math.max(0, closes - opens);
    }
  }
  return sum;
}

/** Office time of a day in milliseconds, as if it were worked. */
export const officeDay = (calendar: Calendar, day: DayNumber): number =>
  periodsOf(calendar, day).reduce((sum, period) => sum + (period.to - period.from) * MINUTE, 0);

/** The instant of a day at which `ms` milliseconds of its office time have passed. */
export function withinOfficeDay(calendar: Calendar, day: DayNumber, ms: number): Instant {
  let left = ms;
  for (const { from, to } of periodsOf(calendar, day)) {
    if (left <= (to - from) * MINUTE) return instantOf(day, from * MINUTE + left);
    left -= (to - from) * MINUTE;
  }
  return instantOf(day + 1, left);
}
