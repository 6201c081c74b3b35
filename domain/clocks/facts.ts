import type { Instant } from '../calendar/civil.ts';

/** A stretch in which a clock stood still, half-open; from an instant to an instant. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
  /** Why, from the closed list of the rule: 等待鉴定. */
  readonly ground: string;
  /** When it was asked for; left out where nobody asks. */
  readonly askedAt?: Instant;
}

/** More time, in the unit of the limit. */
export interface Extension {
  readonly value: number;
  /** When it was asked for; left out where nobody asks (a preview). */
  readonly askedAt?: Instant;
}

/** Everything that happened to a clock and moves its dates. The order of the lists does not matter. */
export interface ClockFacts {
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
}

export const NO_FACTS: ClockFacts = { pauses: [], extensions: [] };

/** All extensions of a clock together, in the unit of its limit. */
export const extended = ({ extensions }: ClockFacts): number =>
  extensions.reduce((sum, { value }) => sum + value, 0);
