/** Epoch milliseconds. Inside the domain every instant is one; ISO-8601 only at the edges. */
export type Instant = number;

/** A civil date in Asia/Shanghai, `YYYY-MM-DD`. */
export type CivilDate = string;

/** Days since 1970-01-01 on the civil calendar of Asia/Shanghai. */
export type DayNumber = number;

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** China has kept +08:00 without daylight saving since 1991; the zone of this process never matters. */
const OFFSET = 8 * HOUR;

/** The day number of `YYYY-MM-DD`. Throws RangeError on anything that is not a real date. */
export function dayNumber(date: CivilDate): DayNumber {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`not a date of the form YYYY-MM-DD: ${date}`);
  const day = daysFromCivil(Number(match[1]), Number(match[2]), Number(match[3]));
  if (civilDate(day) !== date) throw new RangeError(`no such day: ${date}`);
  return day;
}

/** Is this a day of the calendar, as `YYYY-MM-DD`? */
export function isCivilDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The civil date of a day number. */
export function civilDate(day: DayNumber): CivilDate {
  const { year, month, dayOfMonth } = civilFromDays(day);
  return `${pad(year, 4)}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** The civil day on which an instant falls in Asia/Shanghai. */
export const dayOf = (instant: Instant): DayNumber => Math.floor((instant + OFFSET) / DAY);

/** The instant of a wall-clock time, given as milliseconds after midnight in Asia/Shanghai. */
export const instantOf = (day: DayNumber, msOfDay: number): Instant => day * DAY - OFFSET + msOfDay;

/** Milliseconds since midnight in Asia/Shanghai. */
export const msOfDay = (instant: Instant): number => instant - instantOf(dayOf(instant), 0);

export const yearOf = (day: DayNumber): number => civilFromDays(day).year;

/** 0 = Sunday … 6 = Saturday; 1970-01-01 was a Thursday. */
export const weekday = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;

/** `2026-11-23T17:00:00+08:00`; milliseconds appear only when there are any. */
export function isoInstant(instant: Instant): string {
  const ms = msOfDay(instant);
  const clock = `${pad(Math.floor(ms / HOUR))}:${pad(Math.floor(ms / MINUTE) % 60)}:${pad(Math.floor(ms / 1000) % 60)}`;
  const fraction = ms % 1000 === 0 ? '' : `.${pad(ms % 1000, 3)}`;
  return `${civilDate(dayOf(instant))}T${clock}${fraction}+08:00`;
}

/** The day that corresponds to `day` `months` later, or the last day of that month when it has none (Civil Code art. 202). */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const { year, month, dayOfMonth } = civilFromDays(day);
  const index = year * 12 + (month - 1) + months;
  const first = daysFromCivil(Math.floor(index / 12), (index % 12) + 1, 1);
  const next = daysFromCivil(Math.floor((index + 1) / 12), ((index + 1) % 12) + 1, 1);
  return first + Math.min(dayOfMonth, next - first) - 1;
}

/** The first day of a month; `month` from 1, and 13 is the January after. */
export const firstOfMonth = (year: number, month: number): DayNumber =>
  daysFromCivil(year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1, 1);

/** The month of a day, from 1. */
export const monthOf = (day: DayNumber): number => civilFromDays(day).month;

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * The instant of an ISO-8601 text such as `2026-11-23T09:30:00+08:00`; without an offset it is Asia/Shanghai.
 * Throws RangeError on anything that is not a real moment.
 */
export function instant(text: string): Instant {
  const match = INSTANT.exec(text);
  if (!match) throw new RangeError(`not an instant of the form YYYY-MM-DDThh:mm+08:00: ${text}`);
  const [, date = '', hours, minutes, seconds = '0', fraction = '', offset] = match;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  const shift = offsetOf(offset);
  if (h > 23 || m > 59 || s > 59 || shift === undefined) {
    throw new RangeError(`no such time: ${text}`);
  }
  const ms = h * HOUR + m * MINUTE + s * 1000 + Number(fraction.padEnd(3, '0'));
  return dayNumber(date) * DAY + ms - shift;
}

/** Milliseconds east of Greenwich, or undefined where no zone is so far away. */
function offsetOf(text: string | undefined): number | undefined {
  if (text === undefined) return OFFSET;
  if (text === 'Z') return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  const east = (text.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
  return minutes < 60 && east >= -12 * HOUR && east <= 14 * HOUR ? east : undefined;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** Proleptic Gregorian calendar with the year starting in March, so that leap days come last. */
function daysFromCivil(year: number, month: number, dayOfMonth: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function civilFromDays(day: DayNumber): { year: number; month: number; dayOfMonth: number } {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}
