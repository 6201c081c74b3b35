import { dayOf, type Period, positionAt } from './days.ts';
import type { Counting, Pause } from './rule.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Whether the pauses together leave no millisecond of the period free. */
function covered(period: Period, pauses: readonly Pause[]): boolean {
  let reached = period.from;
  for (;;) {
    const further = pauses.find(({ from, to }) => from <= reached && to > reached);
    if (!further) return reached >= period.to;
    reached = further.to;
  }
}

/** Working or not, a day is skipped only when nothing is left of its office hours. */
export function pausedDays(pauses: readonly Pause[]): ReadonlySet<number> {
  const paused = new Set<number>();
  const last = positionAt(Math.max(...pauses.map(({ to }) => to)));
  for (let day = positionAt(Math.min(...pauses.map(({ from }) => from))); day <= last; day += 1) {
    if (dayOf(day).officeHours.every((period) => covered(period, pauses))) paused.add(day);
  }
  return paused;
}

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
    for (const { from, to } of day.officeHours) {
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
