import type { CivilDate, Instant } from '../calendar/civil.ts';
import { type ClockFacts, NO_FACTS } from './facts.ts';
import type { Level, LevelInstant } from './ladder.ts';
import type { Limit } from './limit.ts';
import type { ClockPlan } from './plan.ts';

/** What the event that starts a clock records of it: from then on nothing recomputes it silently. */
export interface ClockStart extends ClockPlan {
  /** The clock's key in its case type, e.g. `firstContact`. */
  readonly clock: string;
  /** How many times this clock has been started in this case, from 1. */
  readonly round: number;
  readonly limitKey: string;
  readonly limit: Limit;
  readonly startedAt: Instant;
  /** The unit whose duty it is, where several have the same one at the same time. */
  readonly subject?: string;
  /** The thing that it is about, where several have one at the same time. */
  readonly object?: string;
  /** The last day, where an order or a notice set it. */
  readonly until?: CivilDate;
}

/** Why a due date moved. */
export type MoveCause = 'extended' | 'paused' | 'resumed' | 'amended' | 'migrated';

/** A due date that moved, as an event keeps it: the new dates, why, and everything that they rest on. */
export interface ClockMove extends ClockPlan {
  readonly clock: string;
  readonly round: number;
  readonly cause: MoveCause;
  /** The limit of the rule, which a new policy may have changed. */
  readonly limit: Limit;
  readonly revision: number;
  readonly facts: ClockFacts;
  /** Set while the clock stands still. */
  readonly pausedAt?: Instant;
}

/** met: ended in time; breached: ended, or the case ended, after the statutory due; superseded: the case ended in some other way before it. */
export type ClockOutcome = 'met' | 'breached' | 'superseded';

export interface ClockState extends ClockStart {
  /** Raised by an extension or a resumption, which re-arm levels; part of a level's key. */
  readonly revision: number;
  /** Levels that are on record and not armed again. */
  readonly fired: readonly Level[];
  /** What happened to it: pauses that are over, and extensions. */
  readonly facts: ClockFacts;
  /** Since when it stands still; its dates are known again when it goes on. */
  readonly pausedAt?: Instant;
  readonly endedAt?: Instant;
  readonly outcome?: ClockOutcome;
}

/** A clock at its start. Its fields are written out in one order, because objects of one shape are what millions of logs are folded fast with. */
export const begun = (start: ClockStart): ClockState => ({
  clock: start.clock,
  round: start.round,
  limitKey: start.limitKey,
  limit: start.limit,
  startedAt: start.startedAt,
  nominal: start.nominal,
  statutoryDue: start.statutoryDue,
  internalDue: start.internalDue,
  provisional: start.provisional,
  levels: start.levels,
  revision: 0,
  fired: [],
  facts: NO_FACTS,
  ...(start.subject !== undefined && { subject: start.subject }),
  ...(start.object !== undefined && { object: start.object }),
  ...(start.until !== undefined && { until: start.until }),
});

export type Light = 'green' | 'yellow' | 'red';

/** Started and not ended; it may be standing still. */
export const isRunning = (clock: ClockState): boolean => clock.endedAt === undefined;

/** Running and counting. */
export const isCounting = (clock: ClockState): boolean =>
  isRunning(clock) && clock.pausedAt === undefined;

/** The instant from which a clock shows yellow; undefined where its ladder has no warning. */
export const yellowAt = (clock: ClockStart): Instant | undefined =>
  clock.levels.find(({ level }) => level === 'L1')?.at;

/** A clock's light is computed from instants, so that it is right even while recorded levels lag behind (docs/rules.md 2). */
export function lightOf(clock: ClockState, now: Instant): Light {
  const at = clock.pausedAt ?? clock.endedAt ?? now;
  if (at >= clock.statutoryDue) return 'red';
  const yellow = yellowAt(clock);
  return yellow !== undefined && at >= yellow && isRunning(clock) ? 'yellow' : 'green';
}

/** Levels whose instant has come and that have not been recorded. */
export const dueLevels = (clock: ClockState, now: Instant): readonly LevelInstant[] =>
  isCounting(clock)
    ? clock.levels.filter(({ level, at }) => at <= now && !clock.fired.includes(level))
    : [];

/** The next instant at which this clock needs somebody awake. */
export function nextLevelAt(clock: ClockState): Instant | undefined {
  if (!isCounting(clock)) return undefined;
  let next: Instant | undefined;
  for (const { level, at } of clock.levels) {
    if ((next === undefined || at < next) && !clock.fired.includes(level)) next = at;
  }
  return next;
}

/** A level fires once by this key (docs/rules.md 6): an extension or a resumption re-arms L0 to L2 only. */
export function levelKey(
  caseId: string,
  clock: Pick<ClockState, 'clock' | 'round' | 'revision'>,
  level: Level,
): string {
  const revision = isRearmed(level) ? [clock.revision] : [];
  return [caseId, clock.clock, clock.round, ...revision, level].join(':');
}

const isRearmed = (level: Level): boolean => level === 'L0' || level === 'L1' || level === 'L2';

/** A clock after a move at `at`: levels up to L2 are armed again where their new instant is still to come. */
export function moved(clock: ClockState, move: ClockMove, at: Instant): ClockState {
  const { cause: _cause, pausedAt, ...dates } = move;
  const { pausedAt: _stood, ...rest } = clock;
  const comes = (level: Level) => move.levels.some((one) => one.level === level && one.at > at);
  const rearms = move.revision > clock.revision;
  return {
    ...rest,
    ...dates,
    fired: clock.fired.filter((level) => !(rearms && isRearmed(level) && comes(level))),
    ...(pausedAt !== undefined && { pausedAt }),
  };
}
