import type { Calendar } from '../calendar/calendar.ts';
import { civilDate, dayOf, type Instant } from '../calendar/civil.ts';
import type { Counting } from './counting.ts';
import { dayEntries } from './day-entries.ts';
import { dueOf } from './due.ts';
import { type ClockFacts, extended, NO_FACTS } from './facts.ts';
import { hourEntries } from './hour-entries.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { isDayLimit } from './limit.ts';
import { noticeEntries } from './notice-entries.ts';
import { timely } from './timely.ts';

/**
 * Every day from the start to the due date, counted or not, and why. Of a clock that ended, `endedAt` cuts the list
 * there and puts the rest into one entry, so that time in which a case was closed is in no ledger.
 */
export function ledgerOf(
  counting: Counting,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts = NO_FACTS,
  endedAt?: Instant,
): readonly LedgerEntry[] {
  const valid = timely(counting, start, calendar, facts);
  const entries = whole(counting, start, calendar, valid, endedAt);
  if (endedAt === undefined) return entries;
  return cut(entries, counting.limit.value + extended(valid), endedAt);
}

function whole(
  counting: Counting,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
  endedAt?: Instant,
): readonly LedgerEntry[] {
  const { limit, before } = counting;
  const due = dueOf(counting, start, calendar, facts);
  if (before) return noticeEntries(limit.value, start, due, calendar);
  return isDayLimit(limit)
    ? dayEntries({ counting, limit, start, due, calendar, facts })
    : hourEntries({ counting, limit, start, calendar, facts }, endedAt);
}

function cut(
  entries: readonly LedgerEntry[],
  total: number,
  endedAt: Instant,
): readonly LedgerEntry[] {
  const date = civilDate(dayOf(endedAt));
  const kept = entries.filter((entry) => entry.date <= date);
  const rest = total - kept.reduce((sum, { counted }) => sum + counted, 0);
  return rest === 0 ? kept : [...kept, { date, kind: 'unused', counted: rest, reason: '提前结束' }];
}
