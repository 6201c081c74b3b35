import { type Calendar, isWorkingDay } from './calendar.ts';
import { type DayNumber, dayOf, type Instant, instantOf, MINUTE } from './civil.ts';

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
  for (let day = dayOf(start); left > 0; day += 1) {
    if (!isWorkingDay(calendar, day)) continue;
    for (const period of calendar.officeHours) {
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
  for (let day = dayOf(end); ; day -= 1) {
    if (!isWorkingDay(calendar, day)) continue;
    for (const period of [...calendar.officeHours].reverse()) {
      const to = Math.min(end, instantOf(day, period.to * MINUTE));
      const from = instantOf(day, period.from * MINUTE);
      if (to <= from) continue;
      if (to - from >= left) return to - left;
      left -= to - from;
    }
  }
}

/** Office time of one full working day in milliseconds. */
export const officeDay = (calendar: Calendar): number =>
  calendar.officeHours.reduce((sum, period) => sum + (period.to - period.from) * MINUTE, 0);
