import type { Calendar } from '../calendar/calendar.ts';
import { type CivilDate, civilDate, type Instant } from '../calendar/civil.ts';
import type { Counting } from './counting.ts';
import { dueOf } from './due.ts';
import type { ClockFacts } from './facts.ts';
import { type Ladder, type LevelInstant, levelInstants } from './ladder.ts';

/** The dates of a clock as an event keeps them: whatever moves them later is another event. */
export interface ClockPlan {
  readonly nominal: CivilDate;
  readonly statutoryDue: Instant;
  readonly internalDue: Instant;
  readonly provisional: boolean;
  readonly levels: readonly LevelInstant[];
}

/** Dates and levels of a clock that started at `start` and to which `facts` happened. */
export function planOf(
  counting: Counting,
  ladder: Ladder,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts,
): ClockPlan {
  const due = dueOf(counting, start, calendar, facts);
  return {
    nominal: civilDate(due.nominal),
    statutoryDue: due.statutory,
    internalDue: due.internal,
    provisional: due.provisional,
    levels: levelInstants(ladder, { counting, start, due }, calendar, facts),
  };
}
