import type { CivilDate, Instant } from '../calendar/civil.ts';
import type { Level, LevelInstant } from './ladder.ts';
import type { Limit } from './limit.ts';

/** What the event that starts a clock records of it: from then on nothing recomputes it silently. */
export interface ClockStart {
  /** The clock's key in its case type, e.g. `firstContact`. */
  readonly clock: string;
  /** How many times this clock has been started in this case, from 1. */
  readonly round: number;
  readonly limitKey: string;
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly nominal: CivilDate;
  readonly statutoryDue: Instant;
  readonly internalDue: Instant;
  readonly provisional: boolean;
  readonly levels: readonly LevelInstant[];
}

/** met: ended in time; breached: ended, or the case ended, after the statutory due; superseded: the case ended in some other way before it. */
export type ClockOutcome = 'met' | 'breached' | 'superseded';

export interface ClockState extends ClockStart {
  /** Raised by an extension or a resumption, which re-arm levels; part of a level's key. */
  readonly revision: number;
  readonly fired: readonly Level[];
  readonly endedAt?: Instant;
  readonly outcome?: ClockOutcome;
}

export type Light = 'green' | 'yellow' | 'red';

export const isRunning = (clock: ClockState): boolean => clock.endedAt === undefined;

/** The instant from which a clock shows yellow; undefined where its ladder has no warning. */
export const yellowAt = (clock: ClockStart): Instant | undefined =>
  clock.levels.find(({ level }) => level === 'L1')?.at;

/** A clock's light is computed from instants, so that it is right even while recorded levels lag behind (docs/rules.md 2). */
export function lightOf(clock: ClockState, now: Instant): Light {
  const at = clock.endedAt ?? now;
  if (at >= clock.statutoryDue) return 'red';
  const yellow = yellowAt(clock);
  return yellow !== undefined && at >= yellow && isRunning(clock) ? 'yellow' : 'green';
}

/** Levels whose instant has come and that have not been recorded. */
export const dueLevels = (clock: ClockState, now: Instant): readonly LevelInstant[] =>
  isRunning(clock)
    ? clock.levels.filter(({ level, at }) => at <= now && !clock.fired.includes(level))
    : [];

/** The next instant at which this clock needs somebody awake. */
export function nextLevelAt(clock: ClockState): Instant | undefined {
  if (!isRunning(clock)) return undefined;
  const pending = clock.levels.filter(({ level }) => !clock.fired.includes(level));
  return pending.length > 0 ? Math.min(...pending.map(({ at }) => at)) : undefined;
}

/** A level fires once by this key (docs/rules.md 6): an extension or a resumption re-arms L0 to L2 only. */
export function levelKey(
  caseId: string,
  clock: Pick<ClockState, 'clock' | 'round' | 'revision'>,
  level: Level,
): string {
  const rearmed = level === 'L0' || level === 'L1' || level === 'L2';
  return [caseId, clock.clock, clock.round, ...(rearmed ? [clock.revision] : []), level].join(':');
}
