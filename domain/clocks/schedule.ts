import { type Calendar, closeOf } from '../calendar/calendar.ts';
import {
  type CivilDate,
  type DayNumber,
  dayNumber,
  firstOfMonth,
  type Instant,
  instantOf,
  monthOf,
  weekday,
  yearOf,
} from '../calendar/civil.ts';
import {
  workingDayAfter,
  workingDayBefore,
  workingDayOnOrAfter,
} from '../calendar/working-days.ts';
import type { Due } from './counting.ts';
import { leavesCoverage } from './reckon.ts';

/** A day that comes round again: due at the close of its office. */
export type Schedule =
  /** 1 Monday … 7 Sunday; on a day off, the next working day. */
  | { readonly every: 'week'; readonly weekday: number }
  /** The n-th working day of the month after, for the month that ended; -1: the last one of the month itself. */
  | { readonly every: 'month'; readonly workingDay: number }
  /** The last working day before the last day of the quarter. */
  | { readonly every: 'quarter' }
  /** `12-15` of the year, or of the next one; on a day off, the next working day. */
  | { readonly every: 'year'; readonly date: string; readonly next?: true };

/** When the duty of the period is due in which `day` lies. */
export function scheduledDay(schedule: Schedule, day: DayNumber, calendar: Calendar): DayNumber {
  switch (schedule.every) {
    case 'week':
      return workingDayOnOrAfter(calendar, mondayOf(day) + schedule.weekday - 1);
    case 'month':
      return inMonth(schedule.workingDay, day, calendar);
    case 'quarter':
      return workingDayBefore(calendar, firstOfMonth(yearOf(day), quarterEnd(day) + 1) - 1, 1);
    case 'year':
      return workingDayOnOrAfter(calendar, dayNumber(yearly(schedule, day)));
  }
}

/** A scheduled day as a due date: all three dates are one. */
export function scheduledDue(schedule: Schedule, start: DayNumber, calendar: Calendar): Due {
  const day = scheduledDay(schedule, start, calendar);
  const at: Instant = instantOf(day, closeOf(calendar, day));
  const provisional = leavesCoverage(calendar, Math.min(start, day) - 1, day);
  return { nominal: day, statutory: at, internal: at, provisional };
}

const mondayOf = (day: DayNumber): DayNumber => day - ((weekday(day) + 6) % 7);

/** The last month of a day's quarter. */
const quarterEnd = (day: DayNumber): number => Math.ceil(monthOf(day) / 3) * 3;

function inMonth(n: number, day: DayNumber, calendar: Calendar): DayNumber {
  const next = firstOfMonth(yearOf(day), monthOf(day) + 1);
  return n > 0 ? workingDayAfter(calendar, next - 1, n) : workingDayBefore(calendar, next, -n);
}

const yearly = ({ date, next }: Extract<Schedule, { every: 'year' }>, day: DayNumber): CivilDate =>
  `${yearOf(day) + (next ? 1 : 0)}-${date}`;

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** `每周四`, `次月第 3 个工作日`. */
export function scheduleText(schedule: Schedule): string {
  switch (schedule.every) {
    case 'week':
      return `每周${WEEKDAYS[schedule.weekday - 1] ?? ''}`;
    case 'month':
      return schedule.workingDay > 0
        ? `次月第 ${schedule.workingDay} 个工作日`
        : '每月最后一个工作日';
    case 'quarter':
      return '每季度最后一日前';
    case 'year':
      return `${schedule.next ? '次年' : '每年'} ${schedule.date}`;
  }
}
