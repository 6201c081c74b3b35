import { type Calendar, isWorkingDay } from './calendar.ts';
import { type DayNumber, weekday } from './civil.ts';

/** How many working days lie in `[from, to)`; 0 when it is empty. */
export const workingDaysIn = (calendar: Calendar, from: DayNumber, to: DayNumber): number =>
  to <= from ? 0 : rank(calendar, to) - rank(calendar, from);

/** The n-th working day after `day`, which is not counted itself (Civil Code art. 201); `day` for n = 0. */
export const workingDayAfter = (calendar: Calendar, day: DayNumber, n: number): DayNumber =>
  n <= 0 ? day : select(calendar, rank(calendar, day + 1) + n);

/** The n-th working day before `day`, which is not counted itself; `day` for n = 0. */
export const workingDayBefore = (calendar: Calendar, day: DayNumber, n: number): DayNumber =>
  n <= 0 ? day : select(calendar, rank(calendar, day) - n + 1);

/** The first working day on or after `day`. */
export const workingDayOnOrAfter = (calendar: Calendar, day: DayNumber): DayNumber =>
  isWorkingDay(calendar, day) ? day : workingDayAfter(calendar, day, 1);

/** The last working day on or before `day`. */
export const workingDayOnOrBefore = (calendar: Calendar, day: DayNumber): DayNumber =>
  isWorkingDay(calendar, day) ? day : workingDayBefore(calendar, day, 1);

/** Working days before `day`, counted from the first covered day: negative for days before that. */
function rank(calendar: Calendar, day: DayNumber): number {
  const { from, to, worked, before } = calendar;
  if (day < from) return -plainDays(calendar, day, from);
  if (day > to) return rank(calendar, to) + plainDays(calendar, to, day);
  const bit = day - from;
  const word = bit >>> 5;
  const lower = bit & 31 ? (worked[word] ?? 0) & ((1 << (bit & 31)) - 1) : 0;
  return (before[word] ?? 0) + ones(lower);
}

/** The working day with exactly `n - 1` working days before it: the inverse of `rank`. */
function select(calendar: Calendar, n: number): DayNumber {
  const { from, to, worked, before } = calendar;
  const covered = before.at(-1) ?? 0;
  if (n > covered) return walk(calendar, to - 1, n - covered, 1);
  if (n < 1) return walk(calendar, from, 1 - n, -1);
  let word = Math.min(Math.floor(n / 23), worked.length - 1);
  while (word > 0 && (before[word] ?? 0) >= n) word -= 1;
  while ((before[word + 1] ?? covered) < n) word += 1;
  let bits = worked[word] ?? 0;
  for (let skip = n - (before[word] ?? 0) - 1; skip > 0; skip -= 1) bits &= bits - 1;
  return from + word * 32 + (31 - Math.clz32(bits & -bits));
}

/** The n-th working day from a day at the edge of the covered years outwards: whole weeks at once, the rest day by day. */
function walk(calendar: Calendar, from: DayNumber, n: number, step: 1 | -1): DayNumber {
  const perWeek = calendar.unit?.everyDay ? 7 : 5;
  const weeks = Math.floor((n - 1) / perWeek);
  let day = from + step * weeks * 7;
  for (let left = n - weeks * perWeek; left > 0; ) {
    day += step;
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** Working days of `[from, to)` where no notice says anything: plain weeks, or every day of a desk that never closes. */
function plainDays(calendar: Calendar, from: DayNumber, to: DayNumber): number {
  if (calendar.unit?.everyDay) return to - from;
  const weeks = Math.floor((to - from) / 7);
  let count = weeks * 5;
  for (let day = from + weeks * 7; day < to; day += 1) if (weekday(day) % 6 !== 0) count += 1;
  return count;
}

/** How many bits of a word are set. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x5555_5555);
  n = (n & 0x3333_3333) + ((n >>> 2) & 0x3333_3333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
