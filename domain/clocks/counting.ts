import { DAY, type DayNumber, type Instant } from '../calendar/civil.ts';
import type { Limit } from './limit.ts';

/**
 * What happens to a last day that is a day off (Civil Code art. 203: the next working day). A rule says it for
 * itself: limits on coercive measures never grow over a holiday, and management targets come before it.
 */
export type Roll = 'forward' | 'backward' | 'none';

/** How a rule turns the event that starts it into dates. */
export interface Counting {
  readonly limit: Limit;
  /**
   * Left out: days count from the day after the event (Civil Code art. 201), hours from the instant.
   * `nextWorkingDay`: the first working day after the event is the first day, and hours count from its opening.
   */
  readonly begins?: 'nextWorkingDay';
  /** Left out: 23:59:59 of the last day. `counter`: close of office, for what is handed in at a counter (art. 203). */
  readonly ends?: 'counter';
  readonly roll: Roll;
  /** A management target shorter than the limit, in the same unit. */
  readonly internal?: Limit;
  /** Counted backwards from an event to come, with that many clear working days in between. */
  readonly before?: true;
}

/** The way a limit counts when nothing else is said: as the Civil Code has it. */
export const counting = (limit: Limit, more: Omit<Partial<Counting>, 'limit'> = {}): Counting => ({
  limit,
  roll: 'forward',
  ...more,
});

/** The three dates of a clock (docs/rules.md 2). */
export interface Due {
  /** The day on which the plain count ends. */
  readonly nominal: DayNumber;
  /** What the law or the promise says; red, breach and figures go by it. */
  readonly statutory: Instant;
  /** The management target, never later: reminder and yellow go by it. */
  readonly internal: Instant;
  /** A day past the last published calendar year was counted (docs/rules.md 4). */
  readonly provisional: boolean;
}

/** 23:59:59 of a day, in milliseconds after midnight (docs/rules.md 3). */
export const END_OF_DAY = DAY - 1000;
