import { type Calendar, kindOfDay } from '../calendar/calendar.ts';
import { civilDate, dayOf, HOUR, type Instant, isoInstant, MINUTE } from '../calendar/civil.ts';
import { officeStretches } from '../calendar/office-time.ts';
import { timeText } from '../calendar/text.ts';
import type { Counting } from './counting.ts';
import { dueOf } from './due.ts';
import { type ClockFacts, extended } from './facts.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { HourLimit } from './limit.ts';
import { hourZero } from './reckon.ts';

/** A clock in hours or minutes. */
interface HourClock {
  readonly counting: Counting;
  readonly limit: HourLimit;
  readonly start: Instant;
  readonly calendar: Calendar;
  readonly facts: ClockFacts;
}

/** The ledger of a limit in hours or minutes, up to its end or an earlier one. */
export function hourEntries(clock: HourClock, endedAt: Instant = Infinity): readonly LedgerEntry[] {
  const { counting, limit, start, calendar, facts } = clock;
  const from = hourZero(counting, start, calendar);
  if (limit.unit === 'officeHours') return officeEntries(clock, from, endedAt);
  const due = dueOf(counting, start, calendar, facts).statutory;
  const to = Math.max(from, Math.min(due, endedAt));
  const all = limit.value + extended(facts);
  const counted = to === due ? all : (to - from) / (limit.unit === 'hours' ? HOUR : MINUTE);
  const span = `${spanText(from)} 至 ${spanText(to)}`;
  const reason = '连续计算,节假日不扣除';
  return [{ date: civilDate(dayOf(to)), kind: 'counted', counted, reason, span }];
}

const spanText = (instant: Instant): string => isoInstant(instant).slice(5, 16).replace('T', ' ');

function officeEntries(clock: HourClock, from: Instant, endedAt: Instant): readonly LedgerEntry[] {
  const { limit, start, calendar, facts } = clock;
  const total = limit.value + extended(facts);
  const stretches = officeStretches(calendar, from, total * HOUR);
  const last = stretches.at(-1);
  const entries: LedgerEntry[] = [];
  let sum = 0;
  for (let day = dayOf(start); day <= (last?.day ?? 0); day += 1) {
    const { working, reason } = kindOfDay(calendar, day);
    const date = civilDate(day);
    const here = stretches.filter((stretch) => stretch.day === day && stretch.from < endedAt);
    for (const stretch of here) {
      const to = Math.min(stretch.to, endedAt);
      // The last stretch takes what is left: fractions of hours that were rounded one by one need not add up.
      const counted = to === last?.to ? total - sum : (to - stretch.from) / HOUR;
      sum += counted;
      const span = `${timeText(stretch.from)}-${timeText(to)}`;
      entries.push({ date, kind: 'counted', counted, reason, span });
    }
    if (here.length > 0) continue;
    const closed = day < dayOf(from) ? '当日不计' : '办公时间外';
    entries.push({ date, kind: 'skipped', counted: 0, reason: working ? closed : reason });
  }
  return entries;
}
