import type { Calendar } from '../calendar/calendar.ts';
import { dayOf, HOUR, type Instant, MINUTE } from '../calendar/civil.ts';
import { officeTimeIn } from '../calendar/office-time.ts';
import { daysCounted } from './count-days.ts';
import type { Counting } from './counting.ts';
import type { Pause } from './facts.ts';
import { isDayLimit } from './limit.ts';
import { pausedDays } from './paused-days.ts';
import { dayZero, hourZero } from './reckon.ts';

/**
 * How much of its limit a clock has used up to an instant, in the unit of the limit; limits in months use calendar
 * days. A day is used as soon as it has begun, the day of the start never; what a pause takes out is not used.
 */
export function usedUntil(
  counting: Counting,
  start: Instant,
  calendar: Calendar,
  pauses: readonly Pause[],
  until: Instant,
): number {
  const { limit } = counting;
  if (isDayLimit(limit)) {
    const zero = dayZero(counting, start, calendar);
    const paused = pausedDays(pauses, calendar);
    return daysCounted(limit.unit, zero, dayOf(until), paused, calendar);
  }
  const from = hourZero(counting, start, calendar);
  if (until <= from) return 0;
  if (limit.unit === 'officeHours') return officeTimeIn(calendar, from, until) / HOUR;
  return (until - from) / (limit.unit === 'hours' ? HOUR : MINUTE);
}
