import { type Calendar, closeOf, openingOf } from '../calendar/calendar.ts';
import { type DayNumber, dayOf, HOUR, type Instant, instantOf, MINUTE } from '../calendar/civil.ts';
import { afterOfficeTime } from '../calendar/office-time.ts';
import {
  workingDayAfter,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../calendar/working-days.ts';
import { lastDay } from './count-days.ts';
import { type Counting, type Due, END_OF_DAY, type Roll } from './counting.ts';
import { type ClockFacts, extended } from './facts.ts';
import { type DayLimit, type HourLimit, isDayLimit, withValue } from './limit.ts';
import { pausedDays } from './paused-days.ts';

/** The day before the first that may count: the day of the event, unless counting begins with a working day. */
export const dayZero = (counting: Counting, start: Instant, calendar: Calendar): DayNumber =>
  counting.begins === 'nextWorkingDay'
    ? workingDayAfter(calendar, dayOf(start), 1) - 1
    : dayOf(start);

/** Three dates from a rule, a start and facts that all count. */
export function reckon(
  counting: Counting,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
): Due {
  const { limit } = counting;
  return isDayLimit(limit)
    ? dueDay(counting, limit, start, calendar, facts)
    : dueInstant(counting, limit, start, calendar, facts);
}

function dueDay(
  counting: Counting,
  limit: DayLimit,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
): Due {
  const zero = dayZero(counting, start, calendar);
  const paused = pausedDays(facts.pauses, calendar);
  const more = extended(facts);
  const end = (value: number): DayNumber =>
    lastDay(withValue(limit, value + more), zero, paused, calendar);
  const nominal = end(limit.value);
  const statutoryDay = rolled(counting.roll, nominal, zero, calendar);
  const targetDay = counting.internal ? end(counting.internal.value) : nominal;
  const internalDay = rolled('backward', targetDay, zero, calendar);
  const statutory = instantOf(
    statutoryDay,
    counting.ends === 'counter' ? closeOf(calendar, statutoryDay) : END_OF_DAY,
  );
  return {
    nominal,
    statutory,
    internal: Math.min(instantOf(internalDay, closeOf(calendar, internalDay)), statutory),
    provisional: leavesCoverage(calendar, dayOf(start), Math.max(nominal, statutoryDay)),
  };
}

/** A last day that is a day off, moved as the rule says; never back to the day of the start. */
export function rolled(roll: Roll, day: DayNumber, zero: DayNumber, calendar: Calendar): DayNumber {
  switch (roll) {
    case 'forward':
      return workingDayOnOrAfter(calendar, day);
    case 'backward':
      return Math.max(workingDayOnOrBefore(calendar, day), zero + 1);
    case 'none':
      return day;
  }
}

/** Hours are not paused by days (docs/rules.md 14), so of all facts only extensions count. */
function dueInstant(
  counting: Counting,
  limit: HourLimit,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
): Due {
  const from = hourZero(counting, start, calendar);
  const end = (value: number): Instant =>
    after(withValue(limit, value + extended(facts)), from, calendar);
  const statutory = end(limit.value);
  const internal = counting.internal ? end(counting.internal.value) : statutory;
  const roundTheClock = limit.unit !== 'officeHours' && counting.begins === undefined;
  const stillOpen = from < instantOf(dayOf(from), closeOf(calendar, dayOf(from)));
  const before = dayOf(from) - (stillOpen ? 1 : 0);
  return {
    nominal: dayOf(statutory),
    statutory,
    internal: Math.min(internal, statutory),
    provisional: !roundTheClock && leavesCoverage(calendar, before, dayOf(statutory)),
  };
}

/** The instant from which a limit in hours counts. */
export function hourZero(counting: Counting, start: Instant, calendar: Calendar): Instant {
  if (counting.begins !== 'nextWorkingDay') return start;
  const day = workingDayAfter(calendar, dayOf(start), 1);
  return instantOf(day, openingOf(calendar, day));
}

function after(limit: HourLimit, from: Instant, calendar: Calendar): Instant {
  switch (limit.unit) {
    case 'officeHours':
      return afterOfficeTime(calendar, from, limit.value * HOUR);
    case 'hours':
      return from + limit.value * HOUR;
    case 'minutes':
      return from + limit.value * MINUTE;
  }
}

/** Whether a day of `(from, to]` lies in a year without a notice. */
export const leavesCoverage = (calendar: Calendar, from: DayNumber, to: DayNumber): boolean =>
  to >= calendar.to || from + 1 < calendar.from;
