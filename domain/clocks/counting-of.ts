import { dayNumber, dayOf } from '../calendar/civil.ts';
import { deadlineOf, type Policy } from '../policy/policy.ts';
import type { ClockStart } from './clock.ts';
import { type Counting, counting } from './counting.ts';
import { calendarDays } from './limit.ts';

/** How a clock counts: as its rule says, or to the end of the day that an order or a notice set, which nothing moves. */
export function countingOf(
  policy: Policy,
  { limitKey, startedAt, until }: Pick<ClockStart, 'limitKey' | 'startedAt' | 'until'>,
): Counting {
  if (until === undefined) return deadlineOf(policy, limitKey).counting;
  const days = Math.max(1, dayNumber(until) - dayOf(startedAt));
  return counting(calendarDays(days), { roll: 'none' });
}
