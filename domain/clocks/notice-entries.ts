import { type Calendar, kindOfDay } from '../calendar/calendar.ts';
import { civilDate, dayOf, type Instant } from '../calendar/civil.ts';
import { workingDayBefore } from '../calendar/working-days.ts';
import type { Due } from './counting.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** The ledger of a notice before an event, from the last day for the notice to the event. */
export function noticeEntries(
  clearDays: number,
  event: Instant,
  due: Due,
  calendar: Calendar,
): readonly LedgerEntry[] {
  const [notice, last] = [dayOf(due.statutory), dayOf(event)];
  const firstClear = workingDayBefore(calendar, last, clearDays);
  return Array.from({ length: last - notice + 1 }, (_, i): LedgerEntry => {
    const day = notice + i;
    const date = civilDate(day);
    const { working, reason } = kindOfDay(calendar, day);
    if (day === notice) return { date, kind: 'start', counted: 0, reason: '最迟通知日' };
    if (day === last) return { date, kind: 'start', counted: 0, reason: '当日不计' };
    if (day < firstClear) return { date, kind: 'rolled', counted: 0, reason: `提前:${reason}` };
    return { date, kind: working ? 'counted' : 'skipped', counted: working ? 1 : 0, reason };
  });
}
