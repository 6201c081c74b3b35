import type { CalendarMemory } from './calendar-memory.ts';
import type { Recomputed } from './recompute.ts';
import type { Timing } from './timing.ts';

/** What counting costs. */
export interface Deadlines {
  readonly timings: readonly Timing[];
  readonly recomputed: Recomputed;
  readonly calendar: CalendarMemory;
}

/** What the others are measured by. */
export const FIND_WORKDAY = 'chinese-days: findWorkday(15, start)';

/** How the names of due dates alone end. */
export const WITHOUT_LEDGER = 'without ledger';

/** How many times as fast as chinese-days finds one date. */
export const timesFindWorkday = (timings: readonly Timing[], { ns }: Timing): number =>
  findWorkday(timings).ns / ns;

function findWorkday(timings: readonly Timing[]): Timing {
  const timing = timings.find(({ name }) => name === FIND_WORKDAY);
  if (!timing) throw new Error('findWorkday was not measured');
  return timing;
}

/** The limit whose due date takes longest. */
export const slowestDue = (timings: readonly Timing[]): Timing =>
  timings
    .filter(({ name }) => name.endsWith(WITHOUT_LEDGER))
    .reduce((slowest, one) => (one.ns > slowest.ns ? one : slowest));

/** What a calendar takes on the heap, in bytes. */
export const calendarBytes = ({ house }: CalendarMemory): number => house;
