import { type Day, dayOf, positionAt } from './days.ts';
import type { Counting, Pause } from './rule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Period {
  readonly from: number;
  readonly to: number;
}

/** The posted hours of the city's offices: 09:00-11:30 and 13:30-17:00, six hours a day. */
const periodsOf = ({ midnight }: Day): readonly Period[] => [
  { from: midnight + 9 * HOUR, to: midnight + 11.5 * HOUR },
  { from: midnight + 13.5 * HOUR, to: midnight + 17 * HOUR },
];

/** Whether the pauses together leave no millisecond of the period free. */
function covered(period: Period, pauses: readonly Pause[]): boolean {
  let reached = period.from;
  for (let before = NaN; before !== reached; ) {
    before = reached;
    for (const { from, to } of pauses) if (from <= reached && to > reached) reached = to;
  }
  return reached >= period.to;
}

/** Working or not, a day is skipped only when nothing is left of its office hours. */
export const isPaused = (day: Day, pauses: readonly Pause[]): boolean =>
  pauses.length > 0 && periodsOf(day).every((period) => covered(period, pauses));

function firstOpening(start: number): number {
  let position = positionAt(start) + 1;
  while (!dayOf(position).working) position += 1;
  return dayOf(position).midnight + 9 * HOUR;
}

/** Sits through the office hours from the start on until the time is spent. */
function afterOfficeTime(start: number, time: number): number {
  let left = time;
  for (let position = positionAt(start); ; position += 1) {
    const day = dayOf(position);
    if (!day.working) continue;
    for (const { from, to } of periodsOf(day)) {
      const begin = Math.max(from, start);
      if (begin >= to) continue;
      if (left <= to - begin) return begin + left;
      left -= to - begin;
    }
  }
}

/** When so many hours or minutes of the rule's unit are over. */
export function instantAfter(counting: Counting, start: number, value: number): number {
  switch (counting.limit.unit) {
    case 'minutes':
      return start + value * MINUTE;
    case 'hours':
      return start + value * HOUR;
    default:
      return afterOfficeTime(counting.begins ? firstOpening(start) : start, value * HOUR);
  }
}
