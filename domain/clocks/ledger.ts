import { type Calendar, kindOfDay } from '../calendar/calendar.ts';
import {
  type CivilDate,
  civilDate,
  type DayNumber,
  dayOf,
  HOUR,
  type Instant,
  isoInstant,
  weekday,
} from '../calendar/civil.ts';
import { officeStretches } from '../calendar/office-time.ts';
import { dueOf } from './due.ts';
import { type Limit, limitText } from './limit.ts';

/** One day of a reckoning. `counted` is in the limit's own unit; over all entries it adds up to the limit exactly. */
export interface LedgerEntry {
  readonly date: CivilDate;
  readonly counted: number;
  /** 起算日不计, 工作日, 补班, 周六, 国庆节 … */
  readonly reason: string;
  /** Set where the time of day matters: `09:00-11:30`. */
  readonly span?: string;
}

/** Every day from the start to the due date, counted or skipped, and why. */
export function ledgerOf(limit: Limit, start: Instant, calendar: Calendar): readonly LedgerEntry[] {
  switch (limit.unit) {
    case 'workingDays':
    case 'calendarDays':
      return dayLedger(limit, start, calendar);
    case 'officeHours':
      return officeLedger(limit, start, calendar);
    case 'hours':
    case 'minutes':
      return roundTheClock(limit, start, calendar);
  }
}

function dayLedger(limit: Limit, start: Instant, calendar: Calendar): readonly LedgerEntry[] {
  const first = dayOf(start);
  const entries: LedgerEntry[] = [{ date: civilDate(first), counted: 0, reason: '起算日不计' }];
  for (let day = first + 1, left = limit.value; left > 0; day += 1) {
    const kind = kindOfDay(calendar, day);
    const counted = limit.unit === 'calendarDays' || kind.working ? 1 : 0;
    left -= counted;
    entries.push({ date: civilDate(day), counted, reason: kind.reason });
  }
  return entries;
}

function officeLedger(limit: Limit, start: Instant, calendar: Calendar): readonly LedgerEntry[] {
  const stretches = officeStretches(calendar, start, limit.value * HOUR);
  const last = stretches.at(-1);
  const entries: LedgerEntry[] = [];
  let sum = 0;
  for (let day = dayOf(start); day <= (last?.day ?? dayOf(start)); day += 1) {
    const { working, reason } = kindOfDay(calendar, day);
    const here = stretches.filter((stretch) => stretch.day === day);
    for (const stretch of here) {
      const { from, to } = stretch;
      // The last stretch takes what is left: fractions of hours that were rounded one by one need not add up.
      const counted = stretch === last ? limit.value - sum : (to - from) / HOUR;
      sum += counted;
      entries.push({
        date: civilDate(day),
        counted,
        reason,
        span: `${timeOf(from)}-${timeOf(to)}`,
      });
    }
    if (here.length === 0) {
      entries.push({ date: civilDate(day), counted: 0, reason: working ? '办公时间外' : reason });
    }
  }
  return entries;
}

function roundTheClock(limit: Limit, start: Instant, calendar: Calendar): readonly LedgerEntry[] {
  const end = dueOf(limit, start, calendar).statutory;
  return [
    {
      date: civilDate(dayOf(start)),
      counted: limit.value,
      reason: '连续计算,节假日不扣除',
      span: `${isoInstant(start).slice(5, 19)}-${isoInstant(end).slice(5, 19)}`,
    },
  ];
}

/** A reckoning in one sentence, as a clerk would send it: `5 个工作日:自 11-23(一)次日起算,扣除 11-28(六)、11-29(日),于 11-30(一)届满`. */
export function ledgerText(limit: Limit, start: Instant, calendar: Calendar): string {
  const due = dueOf(limit, start, calendar);
  const startText = `${dateText(dayOf(start))}${timeOf(start)}`;
  if (limit.unit === 'hours' || limit.unit === 'minutes') {
    return `${limitText(limit)}:自 ${startText} 连续计算,于 ${dateText(dayOf(due.statutory))}${timeOf(due.statutory)} 届满`;
  }
  const entries = ledgerOf(limit, start, calendar).slice(limit.unit === 'officeHours' ? 0 : 1);
  const skipped = entries.filter((entry) => entry.counted === 0).map(skippedText);
  const makeup = entries.filter((entry) => entry.reason === '补班' && entry.counted > 0);
  const parts = [
    limit.unit === 'officeHours' ? `自 ${startText} 起算` : `自 ${dateText(dayOf(start))}次日起算`,
    ...(skipped.length > 0 ? [`扣除 ${skipped.join('、')}`] : []),
    ...(makeup.length > 0
      ? [`计入补班 ${[...new Set(makeup.map((entry) => entry.date.slice(5)))].join('、')}`]
      : []),
    limit.unit === 'officeHours'
      ? `于 ${dateText(dayOf(due.statutory))}${timeOf(due.statutory)} 届满`
      : `于 ${dateText(dayOf(due.statutory))}届满`,
    ...(due.provisional ? ['其中未公布放假安排的年份暂按周一至周五计,为暂定日期'] : []),
  ];
  return `${limitText(limit)}:${parts.join(',')}`;
}

const skippedText = (entry: LedgerEntry): string =>
  `${entry.date.slice(5)}(${entry.reason.replace('周', '')})`;

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `2026-11-23(一)`. */
export const dateText = (day: DayNumber): string =>
  `${civilDate(day)}(${WEEKDAYS[weekday(day)] ?? ''})`;

/** `09:30` in Asia/Shanghai. */
export const timeOf = (instant: Instant): string => isoInstant(instant).slice(11, 16);
