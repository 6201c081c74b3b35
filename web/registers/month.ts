import { type DayNumber, monthOf, yearOf } from '../../domain/calendar/civil.ts';

/** Months are written as `2026-11`, as the API and month inputs write them. */
const written = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}`;

export const isMonth = (text: string): boolean => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** The month of a civil day. */
export const monthOfDay = (day: DayNumber): string => written(yearOf(day), monthOf(day));

/** The month that is `by` months later. */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return written(Math.floor(at / 12), (at % 12) + 1);
}

/** How many months can be picked; older ones are turned to. */
const PICKED = 24;

/** The months up to `last`, the newest first, and the one that is looked at if it is older. */
export function monthsBefore(last: string, shown: string): readonly string[] {
  const months = Array.from({ length: PICKED }, (_, before) => monthAfter(last, -before));
  return months.includes(shown) ? months : [...months, shown];
}

/** `2026年11月`. */
export const monthText = (month: string): string =>
  `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
