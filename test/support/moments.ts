import fc from 'fast-check';
import {
  DAY,
  type DayNumber,
  dayNumber,
  HOUR,
  type Instant,
  instantOf,
  isoInstant,
  MINUTE,
} from '../../domain/calendar/civil.ts';

/** The instant of `2026-11-23 09:30` or `2026-11-23 23:59:59` in Asia/Shanghai. */
export function at(moment: string): Instant {
  const [date = '', time = '00:00'] = moment.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return instantOf(dayNumber(date), hours * HOUR + minutes * MINUTE + seconds * 1000);
}

/** `2026-11-23 23:59:59`: what `at` reads, with seconds only where there are any. */
export const moment = (instant: Instant): string =>
  isoInstant(instant).slice(0, -6).replace('T', ' ').replace(/:00$/, '');

/** Every day from one date to another, both included. */
export const daysFrom = (first: string, last: string): readonly DayNumber[] =>
  Array.from(
    { length: dayNumber(last) - dayNumber(first) + 1 },
    (_, index) => dayNumber(first) + index,
  );

const FIRST_DAY = dayNumber('2024-01-01');
const LAST_DAY = dayNumber('2026-12-31');

/** Every day of the covered years. */
export const coveredDays: readonly DayNumber[] = daysFrom('2024-01-01', '2026-12-31');

const instantIn = (first: DayNumber, last: DayNumber): fc.Arbitrary<Instant> =>
  fc
    .tuple(fc.integer({ min: first, max: last }), fc.integer({ min: 0, max: DAY - 1 }))
    .map(([day, ms]) => instantOf(day, ms));

/** Any millisecond of the covered years. */
export const anyInstant: fc.Arbitrary<Instant> = instantIn(FIRST_DAY, LAST_DAY);

/** Any millisecond of a stretch of the covered years that leaves room for the longest limits. */
export const earlyInstant: fc.Arbitrary<Instant> = instantIn(FIRST_DAY, dayNumber('2025-12-31'));
