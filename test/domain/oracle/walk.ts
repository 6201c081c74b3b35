import { dayOf, positionAt, positionOf } from './days.ts';
import { isPaused } from './office.ts';
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

/** Every day that counts, in the order in which it is counted. */
export function walk(
  counting: Counting,
  zero: number,
  value: number,
  pauses: readonly Pause[],
): number[] {
  const { unit } = counting.limit;
  const wanted = unit === 'months' ? sameDayOfMonth(zero, value) - zero : value;
  const counted: number[] = [];
  for (let day = zero + 1; counted.length < wanted; day += 1) {
    if (unit === 'workingDays' && !isWorking(day)) continue;
    if (!isPaused(dayOf(day), pauses)) counted.push(day);
  }
  return counted;
}

/** The clear working days between a notice and its event, from the event backwards. */
export function walkBack(event: number, value: number): number[] {
  const clear: number[] = [];
  for (let day = event - 1; clear.length < value; day -= 1) if (isWorking(day)) clear.push(day);
  return clear;
}

export const lastOf = (counted: readonly number[], zero: number): number => counted.at(-1) ?? zero;
