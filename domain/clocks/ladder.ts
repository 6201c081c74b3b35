import { type Calendar, closeOf } from '../calendar/calendar.ts';
import { dayOf, HOUR, type Instant, instantOf, MINUTE, msOfDay } from '../calendar/civil.ts';
import {
  afterOfficeTime,
  beforeOfficeTime,
  officeDay,
  withinOfficeDay,
} from '../calendar/office-time.ts';
import { workingDayAfter } from '../calendar/working-days.ts';
import { countedDay, daysCounted } from './count-days.ts';
import type { Counting, Due } from './counting.ts';
import { type ClockFacts, extended, NO_FACTS, type Pause } from './facts.ts';
import { type DayLimit, isDayLimit } from './limit.ts';
import { type PausedDays, pausedDays } from './paused-days.ts';
import { dayZero, hourZero } from './reckon.ts';
import { timely } from './timely.ts';

export type Level = 'L0' | 'L1' | 'L2' | 'L3' | 'L4' | 'L5';

/** When a level falls due, measured on its clock (docs/rules.md 5). */
export type LevelRule =
  /** A share of the counted time up to the internal date, in percent; `early`: with at least so much time left. */
  | { readonly share: number; readonly early?: Early }
  /** A time of day, in minutes after midnight, on the internal date. */
  | { readonly lastDayAt: number }
  /** The statutory due instant itself. */
  | { readonly overdue: true }
  | { readonly lateWorkingDays: number }
  | { readonly lateHours: number };

/** What a warning on a limit in working days leaves at the least: one counted day of long limits, some office hours of short ones. */
export interface Early {
  /** Limits of so many working days or more are long. */
  readonly longFrom: number;
  readonly officeHoursOfShort: number;
}

export type Audience = 'responsible' | 'lead' | 'supervisor' | 'leadership';

export interface LevelSpec {
  readonly level: Level;
  readonly label: string;
  readonly at: LevelRule;
  /** Who is told: whoever owes the duty, the head of that unit, the supervisor, those above. */
  readonly notify: readonly Audience[];
  /** The notice also leaves the house. */
  readonly sends?: true;
}

export type Ladder = readonly LevelSpec[];

export interface LevelInstant {
  readonly level: Level;
  readonly at: Instant;
}

/** A clock as its ladder sees it. */
interface Climb {
  readonly counting: Counting;
  readonly start: Instant;
  readonly due: Due;
  readonly calendar: Calendar;
  readonly paused: readonly PausedDays[];
  /** Extensions, in the unit of the limit. */
  readonly more: number;
}

/** The instants of a ladder on a clock, in order. `due` is what `dueOf` says of the same clock. */
export function levelInstants(
  ladder: Ladder,
  clock: { readonly counting: Counting; readonly start: Instant; readonly due: Due },
  calendar: Calendar,
  facts: ClockFacts = NO_FACTS,
): readonly LevelInstant[] {
  if (ladder.length === 0) return [];
  const valid = timely(clock.counting, clock.start, calendar, facts);
  const paused = pausedDays(valid.pauses, calendar);
  const { counting, start, due } = clock;
  const climb: Climb = { counting, start, due, calendar, paused, more: extended(valid) };
  const pauses = isDayLimit(counting.limit) ? valid.pauses : [];
  const late = outsidePauses(due.statutory, pauses);
  return ladder.map(({ level, at }) => {
    return { level, at: outsidePauses(instantOfLevel(at, late, climb), pauses) };
  });
}

/** Nothing falls due while a clock in days stands still: what would, comes when it goes on. */
const outsidePauses = (at: Instant, pauses: readonly Pause[]): Instant =>
  pauses
    .toSorted((a, b) => a.from - b.from)
    .reduce((later, { from, to }) => (later >= from && later < to ? to : later), at);

/** Lateness counts from `late`: the statutory due instant, or when a clock went on that stood still over it. */
function instantOfLevel(rule: LevelRule, late: Instant, climb: Climb): Instant {
  const { due, calendar } = climb;
  if ('share' in rule) return atShare(rule.share, rule.early, climb);
  if ('lastDayAt' in rule) return instantOf(dayOf(due.internal), rule.lastDayAt * MINUTE);
  if ('overdue' in rule) return late;
  if ('lateHours' in rule) return late + rule.lateHours * HOUR;
  const day = workingDayAfter(calendar, dayOf(late), rule.lateWorkingDays);
  return instantOf(day, msOfDay(late));
}

function atShare(share: number, early: Early | undefined, climb: Climb): Instant {
  const { counting, start, due, calendar, more } = climb;
  const { limit } = counting;
  if (isDayLimit(limit)) {
    const shared = atShareOfDays(share, limit, climb);
    return early && limit.unit === 'workingDays'
      ? Math.min(shared, latestWarning(early, limit, climb))
      : shared;
  }
  const zero = hourZero(counting, start, calendar);
  if (limit.unit !== 'officeHours') return zero + Math.round(((due.internal - zero) * share) / 100);
  const whole = ((counting.internal ?? limit).value + more) * HOUR;
  return afterOfficeTime(calendar, zero, Math.round((whole * share) / 100));
}

/** Inside the day that the share reaches, the office hours are shared out alike, whether it is worked or not. */
function atShareOfDays(share: number, { unit }: DayLimit, climb: Climb): Instant {
  const { counting, start, due, calendar, paused } = climb;
  const zero = dayZero(counting, start, calendar);
  const days = Math.max(1, daysCounted(unit, zero, dayOf(due.internal), paused, calendar));
  const nth = Math.max(1, Math.ceil((days * share) / 100));
  const rest = days * share - (nth - 1) * 100;
  const day = countedDay(unit, nth, zero, paused, calendar);
  return withinOfficeDay(calendar, day, Math.round((officeDay(calendar, day) * rest) / 100));
}

function latestWarning(early: Early, limit: DayLimit, climb: Climb): Instant {
  const { counting, start, due, calendar, paused } = climb;
  const zero = dayZero(counting, start, calendar);
  const days = daysCounted(limit.unit, zero, dayOf(due.internal), paused, calendar);
  if (days < early.longFrom) {
    return beforeOfficeTime(calendar, due.internal, early.officeHoursOfShort * HOUR);
  }
  const day = countedDay(limit.unit, days - 1, zero, paused, calendar);
  return instantOf(day, closeOf(calendar, day));
}
