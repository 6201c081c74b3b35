import type { CaseState } from '../case-state.ts';
import type { Instant } from '../calendar/civil.ts';
import { type ClockState, isCounting } from '../clocks/clock.ts';
import type { Level, LevelInstant } from '../clocks/ladder.ts';
import type { Rules } from '../define-case-type.ts';
import { levelRecorded } from '../evolve.ts';
import { levelData } from '../step-events.ts';

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
    const recorded = Math.max(at, this.state.lastAt);
    const data = levelData(this.rules, this.state, due, recorded, []);
    this.state = levelRecorded(this.state, data, recorded);
    this.#levels.push({ clock: clock.clock, round: clock.round, ...level });
  }

  /** Records every level that is due by an instant, each when it fell due, but for those that are left. */
  reachAll(until: Instant, isLeft: (reached: Reached) => boolean = () => false): void {
    for (;;) {
      const next = firstDue(this.state, until, isLeft);
      if (!next) return;
      this.reach(next, Math.max(next.level.at, this.state.lastAt));
    }
  }
}

/** The level that is due first by an instant and not on record; of several at once that of the clock that started first. Asked at every step of every case, so it makes no lists. */
function firstDue(
  { clocks }: CaseState,
  until: Instant,
  isLeft: (reached: Reached) => boolean,
): Reached | undefined {
  let first: Reached | undefined;
  for (const clock of clocks) {
    if (!isCounting(clock)) continue;
    for (const level of clock.levels) {
      if (level.at > until || (first && first.level.at <= level.at)) continue;
      if (clock.fired.includes(level.level)) continue;
      const reached = { clock, level };
      if (!isLeft(reached)) first = reached;
    }
  }
  return first;
}
