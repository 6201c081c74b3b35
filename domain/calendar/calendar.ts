import { civilDate, type DayNumber, MINUTE, weekday } from './civil.ts';
import type { CalendarData } from './notice.ts';

/** Minutes after midnight, half-open. */
export interface OfficePeriod {
  readonly from: number;
  readonly to: number;
}

/** The office hours in force from a day on. */
export interface HoursInForce {
  readonly from: DayNumber;
  readonly periods: readonly OfficePeriod[];
}

/**
 * A working calendar ready to count with. One bit a day says whether it is worked, and each word of 32 bits
 * knows how many working days lie before it, so that counting needs no walking; three years take under 2 KB.
 * Made by `loadCalendar` only.
 */
export interface Calendar {
  readonly version: string;
  readonly data: CalendarData;
  /** The covered days, half-open. */
  readonly from: DayNumber;
  readonly to: DayNumber;
  /** Bit `i`: is day `from + i` worked? */
  readonly worked: Uint32Array;
  /** Working days before each word of `worked`. */
  readonly before: Uint16Array;
  /** Holidays in order: `names[i]` from day `spans[2 * i]` up to before `spans[2 * i + 1]`. */
  readonly names: readonly string[];
  readonly spans: Int32Array;
  /** In order; the first holds for all days before it too. */
  readonly hours: readonly HoursInForce[];
  /** The calendars of units whose days differ from the house's. */
  readonly units: Readonly<Record<string, Calendar>>;
  /** Set on the calendar of such a unit: why it differs, and whether it works every day. */
  readonly unit?: { readonly reason: string; readonly everyDay: boolean };
}

export interface DayKind {
  readonly working: boolean;
  /** 工作日, 补班, 周六, 周日, or the holiday's name. */
  readonly reason: string;
  /** Its year has no notice yet, so it counts as a day of a plain Monday-to-Friday week. */
  readonly provisional: boolean;
}

/** The calendar of a unit: its own where it has one, else the house's. */
export const calendarOf = (calendar: Calendar, unit: string): Calendar =>
  Object.hasOwn(calendar.units, unit) ? (calendar.units[unit] ?? calendar) : calendar;

export const isCovered = (calendar: Calendar, day: DayNumber): boolean =>
  day >= calendar.from && day < calendar.to;

export function isWorkingDay(calendar: Calendar, day: DayNumber): boolean {
  if (!isCovered(calendar, day)) return calendar.unit?.everyDay === true || weekday(day) % 6 !== 0;
  const bit = day - calendar.from;
  return (((calendar.worked[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/** What kind of day it is and why. */
export function kindOfDay(calendar: Calendar, day: DayNumber): DayKind {
  const working = isWorkingDay(calendar, day);
  const reason = reasonOf(calendar, day, working);
  return { working, reason, provisional: !isCovered(calendar, day) };
}

function reasonOf(calendar: Calendar, day: DayNumber, working: boolean): string {
  const name = holidayOf(calendar, day);
  const weekend = weekday(day) % 6 === 0;
  if (working) {
    if (!weekend && name === undefined) return '工作日';
    return isMakeupDay(calendar, day) ? '补班' : (calendar.unit?.reason ?? '工作日');
  }
  if (name !== undefined) return name;
  if (weekend) return weekday(day) === 6 ? '周六' : '周日';
  return calendar.unit?.reason ?? '休息';
}

const isMakeupDay = ({ data }: Calendar, day: DayNumber): boolean => {
  const date = civilDate(day);
  return data.notices.some(({ makeupDays }) => makeupDays.includes(date));
};

function holidayOf({ names, spans }: Calendar, day: DayNumber): string | undefined {
  for (let i = 0; i < names.length; i += 1) {
    if (day < (spans[2 * i] ?? 0)) return undefined;
    if (day < (spans[2 * i + 1] ?? 0)) return names[i];
  }
  return undefined;
}

/** The office hours of a day, as if it were worked. */
export function periodsOf(calendar: Calendar, day: DayNumber): readonly OfficePeriod[] {
  const { hours } = calendar;
  for (let i = hours.length - 1; i > 0; i -= 1) {
    const entry = hours[i];
    if (entry && entry.from <= day) return entry.periods;
  }
  return hours[0]?.periods ?? [];
}

/** When the office opens on a day, in milliseconds after midnight. */
export const openingOf = (calendar: Calendar, day: DayNumber): number =>
  (periodsOf(calendar, day)[0]?.from ?? 0) * MINUTE;

/** When the office closes on a day, in milliseconds after midnight. */
export const closeOf = (calendar: Calendar, day: DayNumber): number =>
  (periodsOf(calendar, day).at(-1)?.to ?? 24 * 60) * MINUTE;
