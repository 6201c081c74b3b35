import { type Calendar, kindOfDay } from '../calendar/calendar.ts';
import {
  civilDate,
  type DayNumber,
  dayOf,
  HOUR,
  type Instant,
  isoInstant,
} from '../calendar/civil.ts';
import { officeStretches } from '../calendar/office-time.ts';
import { timeText } from '../calendar/text.ts';
import type { Counting } from './counting.ts';
import { dueOf } from './due.ts';
import { type ClockFacts, extended } from './facts.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import type { HourLimit } from './limit.ts';
import { hourZero } from './reckon.ts';

/** The ledger of a limit in hours or minutes. */
export function hourEntries(
  counting: Counting,
  limit: HourLimit,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
): readonly LedgerEntry[] {
  const total = limit.value + extended(facts);
  const from = hourZero(counting, start, calendar);
  if (limit.unit === 'officeHours') return officeEntries(total, dayOf(start), from, calendar);
  const end = dueOf(counting, start, calendar, facts).statutory;
  const span = `${spanText(from)} 至 ${spanText(end)}`;
  const reason = '连续计算,节假日不扣除';
  return [{ date: civilDate(dayOf(end)), kind: 'counted', counted: total, reason, span }];
}

const spanText = (instant: Instant): string => isoInstant(instant).slice(5, 16).replace('T', ' ');

function officeEntries(
  total: number,
  first: DayNumber,
  from: Instant,
  calendar: Calendar,
): readonly LedgerEntry[] {
  const stretches = officeStretches(calendar, from, total * HOUR);
  const last = stretches.at(-1);
  const entries: LedgerEntry[] = [];
  let sum = 0;
  for (let day = first; day <= (last?.day ?? first); day += 1) {
    const { working, reason } = kindOfDay(calendar, day);
    const date = civilDate(day);
    const here = stretches.filter((stretch) => stretch.day === day);
    for (const stretch of here) {
      // The last stretch takes what is left: fractions of hours that were rounded one by one need not add up.
      const counted = stretch === last ? total - sum : (stretch.to - stretch.from) / HOUR;
      sum += counted;
      const span = `${timeText(stretch.from)}-${timeText(stretch.to)}`;
      entries.push({ date, kind: 'counted', counted, reason, span });
    }
    if (here.length === 0) {
      const why = working ? '办公时间外' : reason;
      entries.push({ date, kind: 'skipped', counted: 0, reason: why });
    }
  }
  return entries;
}
