import { type Calendar, type DayKind, kindOfDay } from '../calendar/calendar.ts';
import {
  addMonths,
  civilDate,
  type DayNumber,
  dayOf,
  type Instant,
  instantOf,
} from '../calendar/civil.ts';
import type { Counting, Due } from './counting.ts';
import type { ClockFacts, Pause } from './facts.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { DayLimit } from './limit.ts';
import { pausedDays } from './paused-days.ts';
import { dayZero } from './reckon.ts';

/** A day clock whose days are told one by one. */
interface DayClock {
  readonly counting: Counting;
  readonly limit: DayLimit;
  readonly start: Instant;
  readonly due: Due;
  readonly calendar: Calendar;
  readonly facts: ClockFacts;
}

/** The ledger of a limit in days or months. */
export function dayEntries(clock: DayClock): readonly LedgerEntry[] {
  const { start, due, limit } = clock;
  const first: LedgerEntry = uncounted(dayOf(start), 'start', '当日不计');
  const days = limit.unit === 'months' ? monthsOf(clock) : daysOf(clock);
  return [first, ...days, ...rollOf(clock, dayOf(due.statutory))];
}

const uncounted = (day: DayNumber, kind: LedgerEntry['kind'], reason: string): LedgerEntry => ({
  date: civilDate(day),
  kind,
  counted: 0,
  reason,
});

function daysOf({ counting, limit, start, due, calendar, facts }: DayClock): LedgerEntry[] {
  const zero = dayZero(counting, start, calendar);
  const paused = pausedDays(facts.pauses, calendar);
  const entries: LedgerEntry[] = [];
  for (let day = dayOf(start) + 1; day <= due.nominal; day += 1) {
    const kind = kindOfDay(calendar, day);
    const counts = day > zero && (limit.unit !== 'workingDays' || kind.working);
    const isPaused = counts && paused.some(({ from, to }) => day >= from && day < to);
    entries.push(isPaused ? pausedEntry(day, facts.pauses) : dayEntry(day, kind, counts));
  }
  return entries;
}

const dayEntry = (day: DayNumber, { reason }: DayKind, counts: boolean): LedgerEntry => ({
  date: civilDate(day),
  kind: counts ? 'counted' : 'skipped',
  counted: counts ? 1 : 0,
  reason,
});

function pausedEntry(day: DayNumber, pauses: readonly Pause[]): LedgerEntry {
  const grounds = pauses
    .filter(({ from, to }) => to > from && from < instantOf(day + 1, 0) && to > instantOf(day, 0))
    .map(({ ground }) => ground);
  return uncounted(day, 'paused', `挂起:${[...new Set(grounds)].join('、')}`);
}

/** A month a line, then the days that make up for pauses: a pause lengthens months day by day. */
function monthsOf({ counting, limit, start, due, calendar, facts }: DayClock): LedgerEntry[] {
  const zero = dayZero(counting, start, calendar);
  const paused = pausedDays(facts.pauses, calendar);
  const total = limit.value + facts.extensions.reduce((sum, { value }) => sum + value, 0);
  const entries = Array.from({ length: total }, (_, i): LedgerEntry => {
    const [from, to] = [addMonths(zero, i) + 1, addMonths(zero, i + 1)];
    const span = `${civilDate(from)} 至 ${civilDate(to)}`;
    return { date: civilDate(to), kind: 'counted', counted: 1, reason: `第 ${i + 1} 个月`, span };
  });
  for (let day = zero + 1; day <= due.nominal; day += 1) {
    if (paused.some(({ from, to }) => day >= from && day < to)) {
      entries.push(pausedEntry(day, facts.pauses));
    }
  }
  return entries.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The days from the nominal end to the day to which it was rolled forward. */
function rollOf({ due, calendar }: DayClock, last: DayNumber): LedgerEntry[] {
  return Array.from({ length: Math.max(0, last - due.nominal) }, (_, i): LedgerEntry => {
    const day = due.nominal + 1 + i;
    const reason = day === last ? '顺延至此日' : `顺延:${kindOfDay(calendar, day).reason}`;
    return uncounted(day, 'rolled', reason);
  });
}
