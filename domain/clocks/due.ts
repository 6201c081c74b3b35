import {
  type Calendar,
  closeOfOffice,
  workingDayAfter,
  workingDayOnOrBefore,
} from '../calendar/calendar.ts';
import {
  type CivilDate,
  civilDate,
  DAY,
  type DayNumber,
  dayOf,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  yearOf,
} from '../calendar/civil.ts';
import { afterOfficeTime } from '../calendar/office-time.ts';
import type { Limit } from './limit.ts';

/** The three dates of docs/rules.md 2. */
export interface Due {
  /** The plain count, as a date. */
  readonly nominal: CivilDate;
  /** What the law or the promise says; red, breach and figures go by it. 23:59:59 of its day, or the instant of an hour limit. */
  readonly statutory: Instant;
  /** The management target, never later: reminder and yellow go by it. 17:00 of its day, or the same instant. */
  readonly internal: Instant;
  /** A day past the last published calendar year was counted (docs/rules.md 4). */
  readonly provisional: boolean;
}

/** 23:59:59 of a day (docs/rules.md 3). */
const END_OF_DAY = DAY - 1000;

/** When a limit that starts at `start` is due. The day of the start is not counted by day limits (Civil Code art. 201). */
export function dueOf(limit: Limit, start: Instant, calendar: Calendar): Due {
  const from = dayOf(start);
  switch (limit.unit) {
    case 'workingDays': {
      const day = workingDayAfter(calendar, from, limit.value);
      return dayDue(calendar, start, day, day);
    }
    case 'calendarDays': {
      const day = from + limit.value;
      return dayDue(calendar, start, day, Math.max(from + 1, workingDayOnOrBefore(calendar, day)));
    }
    case 'officeHours':
      return instantDue(calendar, start, afterOfficeTime(calendar, start, limit.value * HOUR));
    case 'hours':
      return instantDue(calendar, start, start + limit.value * HOUR, true);
    case 'minutes':
      return instantDue(calendar, start, start + limit.value * MINUTE, true);
  }
}

function dayDue(calendar: Calendar, start: Instant, day: DayNumber, internalDay: DayNumber): Due {
  return {
    nominal: civilDate(day),
    statutory: instantOf(day, END_OF_DAY),
    internal: instantOf(internalDay, closeOfOffice(calendar)),
    provisional: leavesCoverage(calendar, dayOf(start), day),
  };
}

function instantDue(calendar: Calendar, start: Instant, at: Instant, roundTheClock = false): Due {
  return {
    nominal: civilDate(dayOf(at)),
    statutory: at,
    internal: at,
    provisional: !roundTheClock && leavesCoverage(calendar, dayOf(start), dayOf(at)),
  };
}

function leavesCoverage(calendar: Calendar, from: DayNumber, to: DayNumber): boolean {
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    if (!calendar.coveredYears.includes(year)) return true;
  }
  return false;
}
