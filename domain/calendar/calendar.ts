import { type CivilDate, civilDate, type DayNumber, MINUTE, weekday, yearOf } from './civil.ts';

/** Minutes after midnight, half-open. */
export interface OfficePeriod {
  readonly from: number;
  readonly to: number;
}

/** One published state of the working calendar. Never edited: a new notice is a new version. */
export interface Calendar {
  readonly version: string;
  /** Year → the State Council notice it rests on. */
  readonly sources: Readonly<Record<string, string>>;
  readonly coveredYears: readonly number[];
  /** Every day off that a notice names (weekends inside a holiday too) → its name. */
  readonly offDays: Readonly<Record<CivilDate, string>>;
  /** Weekend days that a notice turns into working days. */
  readonly makeupDays: Readonly<Record<CivilDate, true>>;
  /** In order, not overlapping; 09:00-11:30 and 13:30-17:00 unless a unit says otherwise (docs/rules.md 1). */
  readonly officeHours: readonly OfficePeriod[];
}

export interface DayKind {
  readonly working: boolean;
  /** 工作日, 补班, 周六, 周日, or the holiday's name. */
  readonly reason: string;
  /** The year has no notice yet, so the day is counted as a plain Monday-to-Friday week (docs/rules.md 4). */
  readonly provisional: boolean;
}

/** What kind of day it is and why. */
export function kindOfDay(calendar: Calendar, day: DayNumber): DayKind {
  const date = civilDate(day);
  const provisional = !calendar.coveredYears.includes(yearOf(day));
  const holiday = calendar.offDays[date];
  if (holiday) return { working: false, reason: holiday, provisional };
  if (calendar.makeupDays[date]) return { working: true, reason: '补班', provisional };
  const dow = weekday(day);
  if (dow === 6) return { working: false, reason: '周六', provisional };
  if (dow === 0) return { working: false, reason: '周日', provisional };
  return { working: true, reason: '工作日', provisional };
}

export const isWorkingDay = (calendar: Calendar, day: DayNumber): boolean =>
  kindOfDay(calendar, day).working;

/** The n-th working day after `day` (n ≥ 1); `day` itself is not counted (Civil Code art. 201). */
export function workingDayAfter(calendar: Calendar, day: DayNumber, n: number): DayNumber {
  let at = day;
  for (let left = n; left > 0; ) {
    at += 1;
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** The last working day on or before `day`. */
export function workingDayOnOrBefore(calendar: Calendar, day: DayNumber): DayNumber {
  let at = day;
  while (!isWorkingDay(calendar, at)) at -= 1;
  return at;
}

/** Close of office, in milliseconds after midnight. */
export const closeOfOffice = (calendar: Calendar): number =>
  (calendar.officeHours.at(-1)?.to ?? 24 * 60) * MINUTE;
