import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../calendar/civil.ts';
import type { Counting } from './counting.ts';
import type { Pause } from './facts.ts';
import { usedUntil } from './used.ts';

/** Who held a case from when on; `null` while nobody did. In order. */
export interface Holding {
  readonly unit: string | null;
  readonly from: Instant;
}

/** A stretch of a clock in one unit's hands. */
export interface Leg {
  readonly unit: string | null;
  readonly from: Instant;
  readonly to: Instant;
  /** What it used of the limit, in the unit of the limit. All legs of a clock add up to what the clock used. */
  readonly used: number;
}

/**
 * How long each unit held a clock from its start to `until`. The day on which a case changes hands counts for the
 * unit that hands it on, as the day of an event never counts for whom it starts a limit.
 */
export function legsOf(
  clock: {
    readonly counting: Counting;
    readonly start: Instant;
    readonly pauses: readonly Pause[];
    readonly until: Instant;
  },
  holdings: readonly Holding[],
  calendar: Calendar,
): readonly Leg[] {
  const { counting, start, pauses, until } = clock;
  const used = (at: Instant): number => usedUntil(counting, start, calendar, pauses, at);
  return spansOf(holdings, start, until).map(({ unit, from, to }) => ({
    unit,
    from,
    to,
    used: used(to) - used(from),
  }));
}

/** The holdings cut to `[start, until)`; before the first, nobody. */
function spansOf(
  holdings: readonly Holding[],
  start: Instant,
  until: Instant,
): readonly Omit<Leg, 'used'>[] {
  const all: readonly Holding[] = [{ unit: null, from: start }, ...holdings];
  return all
    .map(({ unit, from }, i) => ({
      unit,
      from: Math.max(from, start),
      to: Math.min(all[i + 1]?.from ?? until, until),
    }))
    .filter(({ from, to }) => to > from);
}
