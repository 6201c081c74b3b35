import type { CaseState } from '../case-state.ts';
import type { Instant } from '../calendar/civil.ts';
import { type ClockState, dueLevels, isCounting } from '../clocks/clock.ts';
import type { Level, LevelInstant } from '../clocks/ladder.ts';
import type { Rules } from '../define-case-type.ts';
import { evolve } from '../evolve.ts';
import { dueEvent } from '../step-events.ts';

/** A level that fell due at an instant (epoch ms), of a clock in a round. */
export interface ReachedLevel {
  readonly clock: string;
  readonly round: number;
  readonly level: Level;
  readonly at: Instant;
}

export interface Reached {
  readonly clock: ClockState;
  readonly level: LevelInstant;
}

/** A case that lives on in memory, with every level that it reaches noted. */
export class Reaching {
  readonly #levels: ReachedLevel[];
  /** Those that hold at the moment: a case may come under others. */
  rules: Rules;
  state: CaseState;

  constructor(rules: Rules, state: CaseState, levels: readonly ReachedLevel[] = []) {
    this.rules = rules;
    this.state = state;
    this.#levels = [...levels];
  }

  get levels(): readonly ReachedLevel[] {
    return this.#levels;
  }

  /** Records a level at an instant. */
  reach({ clock, level }: Reached, at: Instant): void {
    const due = { kind: 'level', at: level.at, clock, level: level.level } as const;
    this.state = evolve(this.state, dueEvent(this.rules, this.state, due, at));
    this.#levels.push({ clock: clock.clock, round: clock.round, ...level });
  }

  /** Records every level that is due by an instant, each when it fell due, but for those that are left. */
  reachAll(until: Instant, isLeft: (reached: Reached) => boolean = () => false): void {
    for (;;) {
      const next = dueOf(this.state, until)
        .filter((one) => !isLeft(one))
        .reduce<Reached | undefined>(
          (first, one) => (first && first.level.at <= one.level.at ? first : one),
          undefined,
        );
      if (!next) return;
      this.reach(next, Math.max(next.level.at, this.state.lastAt));
    }
  }
}

/** Levels that are due by an instant and not on record, in the order of the clocks. */
export const dueOf = ({ clocks }: CaseState, until: Instant): readonly Reached[] =>
  clocks
    .filter(isCounting)
    .flatMap((clock) => dueLevels(clock, until).map((level) => ({ clock, level })));
