import { dayOf, positionAt, positionOf } from './days.ts';
import { pausedDays } from './office.ts';
import type { Counting, Pause } from './rule.ts';

const isWorking = (position: number): boolean => dayOf(position).working;

export function onOrAfter(position: number): number {
  let found = position;
  while (!isWorking(found)) found += 1;
  return found;
}

/** Never before the floor, which is taken as it is when no working day lies between. */
export function onOrBefore(position: number, floor: number): number {
  let found = position;
  while (found > floor && !isWorking(found)) found -= 1;
  return Math.max(found, floor);
}

/** The day that is not counted: that of the start, or the eve of the first working day after it. */
export function dayZero(counting: Counting, start: number): number {
  const day = positionAt(start);
  return counting.begins ? onOrAfter(day + 1) - 1 : day;
}

/** The same day of a later month, or the last of that month when it has no such day. */
function sameDayOfMonth(zero: number, months: number): number {
  const [year = 0, month = 0, day = 0] = dayOf(zero).date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)));
  return positionOf(found.toISOString().slice(0, 10));
}

const isOff = ({ limit }: Counting, position: number): boolean =>
  limit.unit === 'workingDays' && !isWorking(position);

/** The day on which the last of so many days or months is counted. */
export function lastDay(
  counting: Counting,
  zero: number,
  value: number,
  pauses: readonly Pause[],
): number {
  const paused = pausedDays(pauses);
  let left = counting.limit.unit === 'months' ? sameDayOfMonth(zero, value) - zero : value;
  let day = zero;
  while (left > 0) {
    day += 1;
    if (!isOff(counting, day) && !paused.has(day)) left -= 1;
  }
  return day;
}

/** Every day that counts, in the order in which it is counted. */
export function daysCounted(
  counting: Counting,
  zero: number,
  value: number,
  pauses: readonly Pause[],
): number[] {
  const paused = pausedDays(pauses);
  const counted: number[] = [];
  const last = lastDay(counting, zero, value, pauses);
  for (let day = zero + 1; day <= last; day += 1) {
    if (!isOff(counting, day) && !paused.has(day)) counted.push(day);
  }
  return counted;
}

/** The clear working days between a notice and its event, from the event backwards. */
export function clearDays(event: number, value: number): number[] {
  const clear: number[] = [];
  for (let day = event - 1; clear.length < value; day -= 1) if (isWorking(day)) clear.push(day);
  return clear;
}
