import { dayOf } from './days.ts';
import type { Pause } from './rule.ts';

/** A pause as the domain is told of it; that it has a ground makes no difference to the count. */
export interface Suspension extends Pause {
  readonly ground: string;
}

const HOUR = 3_600_000;
const LENGTHS = [1, 3, 10];

/** The days after the start on which a suspension begins: one of each weekday. */
const BEGINNINGS = [1, 2, 3, 4, 5, 6, 7];

const suspension = (from: number, to: number): Suspension => ({ from, to, ground: 'appraisal' });

const wholeDays = (first: number, length: number): Suspension =>
  suspension(dayOf(first).midnight, dayOf(first + length).midnight);

/** One suspension of each length, from each weekday. */
export const single = (start: number): Suspension[][] =>
  BEGINNINGS.flatMap((after) => LENGTHS.map((length) => [wholeDays(start + after, length)]));

/** One of them, another from day to day: for checks too dear to make with all. */
export const sample = (start: number): Suspension[] => single(start)[start % 21] ?? [];

/** The next day of the same weekday that leaves at least a day between. */
function nextSameWeekday(first: number, length: number): number {
  let next = first + 7;
  while (next < first + length + 1) next += 7;
  return next;
}

/**
 * Two suspensions of all pairs of lengths, the second from the same weekday as the first. From
 * every other start they come in the wrong order, which must make no difference.
 */
export const double = (start: number): Suspension[][] =>
  BEGINNINGS.flatMap((after) =>
    LENGTHS.flatMap((length) =>
      LENGTHS.map((second) => {
        const first = start + after;
        const pauses = [
          wholeDays(first, length),
          wholeDays(nextSameWeekday(first, length), second),
        ];
        return start % 2 ? pauses.reverse() : pauses;
      }),
    ),
  );

/** Suspensions that cover the office hours of the second day after the start, or just fail to. */
export function partial(start: number): Suspension[][] {
  const { midnight } = dayOf(start + 2);
  const hours = (from: number, to: number): Suspension =>
    suspension(midnight + from * HOUR, midnight + to * HOUR);
  const lunch = [hours(13.5, 17), hours(9, 11.5)];
  const overlapping = [hours(12, 26), hours(10, 14), hours(-5, 11)];
  const late = [{ ...hours(9, 17), from: midnight + 9 * HOUR + 1 }];
  const early = [{ ...hours(9, 17), to: midnight + 17 * HOUR - 1 }];
  return [[hours(9, 17)], lunch, overlapping, late, early, [hours(17, 24 + 9)]];
}
