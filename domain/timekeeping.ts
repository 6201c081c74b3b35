import type { CaseState, ClockEnd } from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import {
  type ClockStart,
  type ClockState,
  dueLevels,
  isRunning,
  nextLevelAt,
} from './clocks/clock.ts';
import { dueOf } from './clocks/due.ts';
import { type Level, levelInstants, type LevelSpec } from './clocks/ladder.ts';
import type { CaseType, Rules } from './define-case-type.ts';
import { limitOf } from './policy/policy.ts';

/** Which clocks a step starts. `from` is the business time of the step. */
export function clocksStarted(
  rules: Rules,
  event: string,
  facts: object,
  from: Instant,
  existing: readonly ClockState[],
): readonly ClockStart[] {
  return Object.entries(rules.type.clocks)
    .filter(([, spec]) => spec.starts.includes(event))
    .map(([clock, spec]) => {
      const limitKey = typeof spec.limit === 'string' ? spec.limit : spec.limit(facts);
      const ladder = ladderName(rules.type, clock, facts);
      const round = existing.filter((other) => other.clock === clock).length + 1;
      return startOf(rules, { clock, round, limitKey, ladder, startedAt: from });
    });
}

function startOf(
  rules: Rules,
  at: { clock: string; round: number; limitKey: string; ladder: string; startedAt: Instant },
): ClockStart {
  const { ladder: ladderName, ...named } = at;
  const limit = limitOf(rules.policy, at.limitKey);
  const due = dueOf(limit, at.startedAt, rules.calendar);
  const ladder = rules.policy.ladders[ladderName];
  if (!ladder) throw new Error(`policy ${rules.policy.version} has no ladder ${ladderName}`);
  return {
    ...named,
    limit,
    nominal: due.nominal,
    statutoryDue: due.statutory,
    internalDue: due.internal,
    provisional: due.provisional,
    levels: levelInstants(ladder, { limit, startedAt: at.startedAt, due }, rules.calendar),
  };
}

/** Which running clocks a step ends: those that name its event, and, on entering an ended state, all others. */
export function clocksEnded(
  type: CaseType,
  event: string,
  to: string,
  clocks: readonly ClockState[],
  at: Instant,
): readonly ClockEnd[] {
  const entersEnded = type.states[to]?.ended === true;
  return clocks.filter(isRunning).flatMap((clock): ClockEnd[] => {
    const spec = type.clocks[clock.clock];
    const done = spec?.ends.includes(event) ?? false;
    if (!done && !entersEnded) return [];
    const late = at >= clock.statutoryDue && spec?.lapse === undefined;
    const outcome = late ? 'breached' : done ? 'met' : 'superseded';
    return [{ clock: clock.clock, round: clock.round, outcome }];
  });
}

/** A level of a clock whose instant has come. */
export interface LevelStep {
  readonly kind: 'level';
  readonly at: Instant;
  readonly clock: ClockState;
  readonly level: Level;
}

/** A window that lapsed: its command happens by itself. */
export interface LapseStep {
  readonly kind: 'lapse';
  readonly at: Instant;
  readonly clock: ClockState;
  readonly command: string;
}

export type DueStep = LevelStep | LapseStep;

/** The name of the ladder that a clock climbs. */
function ladderName(type: CaseType, clock: string, facts: object): string {
  const spec = type.clocks[clock];
  if (!spec) throw new Error(`${type.id} has no clock ${clock}`);
  return typeof spec.ladder === 'string' ? spec.ladder : spec.ladder(facts as never);
}

/** Label and audience of a level, from the policy that the case pinned. */
export function levelSpecOf(
  rules: Rules,
  state: CaseState,
  due: Pick<LevelStep, 'level' | 'clock'>,
): LevelSpec {
  const ladder = rules.policy.ladders[ladderName(rules.type, due.clock.clock, state.facts)];
  const spec = ladder?.find(({ level }) => level === due.level);
  if (!spec) throw new Error(`no level ${due.level} for clock ${due.clock.clock}`);
  return spec;
}

/** The earliest thing that is due and not yet recorded. Ties go by the order in which clocks were started, levels before lapses. */
export function nextDueStep(type: CaseType, state: CaseState, now: Instant): DueStep | undefined {
  const steps = state.clocks.filter(isRunning).flatMap((clock): DueStep[] => {
    const levels = dueLevels(clock, now).map(
      ({ level, at }): DueStep => ({ kind: 'level', at, clock, level }),
    );
    const lapse = type.clocks[clock.clock]?.lapse;
    return lapse !== undefined && clock.statutoryDue <= now
      ? [...levels, { kind: 'lapse', at: clock.statutoryDue, clock, command: lapse }]
      : levels;
  });
  return steps.reduce<DueStep | undefined>(
    (first, step) => (first && first.at <= step.at ? first : step),
    undefined,
  );
}

/** The next instant at which something happens by itself, or undefined when only people can move the case. */
export function wakeAt(type: CaseType, state: CaseState): Instant | undefined {
  const instants = state.clocks.filter(isRunning).flatMap((clock) => {
    const level = nextLevelAt(clock);
    const lapses = type.clocks[clock.clock]?.lapse !== undefined;
    return [...(level === undefined ? [] : [level]), ...(lapses ? [clock.statutoryDue] : [])];
  });
  return instants.length > 0 ? Math.min(...instants) : undefined;
}
