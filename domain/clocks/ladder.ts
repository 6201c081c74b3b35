import { type Calendar, workingDayAfter, workingDayOnOrBefore } from '../calendar/calendar.ts';
import { dayOf, HOUR, type Instant, instantOf, msOfDay } from '../calendar/civil.ts';
import { afterOfficeTime, beforeOfficeTime, officeDay } from '../calendar/office-time.ts';
import type { Due } from './due.ts';
import type { Limit } from './limit.ts';

export type Level = 'L0' | 'L1' | 'L2' | 'L3';

/** When a level falls due, measured on its clock (docs/rules.md 5). */
export type LevelRule =
  /** A share of the counted time up to the internal date, in percent. */
  | { readonly share: number }
  /** The statutory due instant itself. */
  | { readonly overdue: true }
  | { readonly lateWorkingDays: number }
  | { readonly lateHours: number };

export type Audience = 'responsible' | 'lead' | 'supervisor';

export interface LevelSpec {
  readonly level: Level;
  readonly label: string;
  readonly at: LevelRule;
  /** Who is told: whoever owes the duty, the head of that unit, the supervisor. */
  readonly notify: readonly Audience[];
  /** The notice also leaves the house. */
  readonly sends?: true;
}

export type Ladder = readonly LevelSpec[];

export interface LevelInstant {
  readonly level: Level;
  readonly at: Instant;
}

/** The instants of a ladder on one clock, in order. */
export function levelInstants(
  ladder: Ladder,
  clock: { readonly limit: Limit; readonly startedAt: Instant; readonly due: Due },
  calendar: Calendar,
): readonly LevelInstant[] {
  return ladder.map(({ level, at }) => ({ level, at: instantOfLevel(at, clock, calendar) }));
}

function instantOfLevel(
  rule: LevelRule,
  clock: { readonly limit: Limit; readonly startedAt: Instant; readonly due: Due },
  calendar: Calendar,
): Instant {
  const { due, limit, startedAt } = clock;
  if ('overdue' in rule) return due.statutory;
  if ('lateHours' in rule) return due.statutory + rule.lateHours * HOUR;
  if ('lateWorkingDays' in rule) {
    const day = workingDayAfter(calendar, dayOf(due.statutory), rule.lateWorkingDays);
    return instantOf(day, msOfDay(due.statutory));
  }
  const shared = atShare(rule.share, limit, startedAt, due, calendar);
  return rule.share >= 80 ? Math.min(shared, latestWarning(limit, due, calendar)) : shared;
}

function atShare(
  share: number,
  limit: Limit,
  startedAt: Instant,
  due: Due,
  calendar: Calendar,
): Instant {
  switch (limit.unit) {
    case 'workingDays': {
      const firstDay = instantOf(dayOf(startedAt) + 1, 0);
      return afterOfficeTime(
        calendar,
        firstDay,
        Math.round((limit.value * officeDay(calendar) * share) / 100),
      );
    }
    case 'officeHours':
      return afterOfficeTime(calendar, startedAt, Math.round((limit.value * HOUR * share) / 100));
    case 'calendarDays':
    case 'hours':
    case 'minutes':
      return startedAt + Math.round(((due.internal - startedAt) * share) / 100);
  }
}

/** A warning comes one working day before the due date of limits of 3 working days or more, and 2 office hours before that of shorter ones (docs/rules.md 5). */
function latestWarning(limit: Limit, due: Due, calendar: Calendar): Instant {
  if (limit.unit !== 'workingDays') return due.internal;
  if (limit.value < 3) return beforeOfficeTime(calendar, due.internal, 2 * HOUR);
  const dayBefore = workingDayOnOrBefore(calendar, dayOf(due.internal) - 1);
  return instantOf(dayBefore, msOfDay(due.internal));
}
