import fc from 'fast-check';
import {
  DAY,
  type DayNumber,
  dayNumber,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
} from '../../domain/calendar/civil.ts';

/** The instant of `2026-11-23 09:30` or `2026-11-23 23:59:59` in Asia/Shanghai. */
export function at(moment: string): Instant {
  const [date = '', time = '00:00'] = moment.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return instantOf(dayNumber(date), hours * HOUR + minutes * MINUTE + seconds * 1000);
}

const FIRST_DAY = dayNumber('2024-01-01');
const LAST_DAY = dayNumber('2026-12-31');

/** Every day of the covered years. */
export const coveredDays: readonly DayNumber[] = Array.from(
  { length: LAST_DAY - FIRST_DAY + 1 },
  (_, index) => FIRST_DAY + index,
);

/** Any millisecond of the covered years. */
export const anyInstant: fc.Arbitrary<Instant> = fc
  .tuple(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), fc.integer({ min: 0, max: DAY - 1 }))
  .map(([day, ms]) => instantOf(day, ms));
