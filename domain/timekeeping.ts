import type { CaseState, ClockEnd } from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import {
  type ClockMove,
  type ClockStart,
  type ClockState,
  dueLevels,
  isCounting,
  isRunning,
  nextLevelAt,
} from './clocks/clock.ts';
import { type ClockFacts, NO_FACTS } from './clocks/facts.ts';
import type { Level, LevelSpec } from './clocks/ladder.ts';
import { type ClockPlan, planOf } from './clocks/plan.ts';
import type { CaseType, Rules } from './define-case-type.ts';
import { deadlineOf, ladderOf } from './policy/policy.ts';

/** A step as clocks see it: its event, the facts after it, its business time, and the unit it is about. */
export interface StepSeen {
  readonly event: string;
  readonly facts: object;
  readonly at: Instant;
  readonly subject?: string | undefined;
}

/** Which clocks a step starts. */
export function clocksStarted(
  rules: Rules,
  { event, facts, at, subject }: StepSeen,
  existing: readonly ClockState[],
): readonly ClockStart[] {
  return Object.entries(rules.type.clocks)
    .filter(([, spec]) => spec.starts.includes(event))
    .map(([clock, spec]) => {
      const limitKey = typeof spec.limit === 'string' ? spec.limit : spec.limit(facts);
      const round = existing.filter((other) => other.clock === clock).length + 1;
      const { limit } = deadlineOf(rules.policy, limitKey).counting;
      const plan = planFor(rules, { limitKey, startedAt: at }, NO_FACTS);
      const whose = spec.perSubject && subject !== undefined ? { subject } : {};
      return { clock, round, limitKey, limit, startedAt: at, ...whose, ...plan };
    });
}

/** Dates and levels of a clock under the rules of its case. */
export function planFor(
  { policy, calendar }: Pick<Rules, 'policy' | 'calendar'>,
  { limitKey, startedAt }: Pick<ClockStart, 'limitKey' | 'startedAt'>,
  facts: ClockFacts,
): ClockPlan {
  const { counting } = deadlineOf(policy, limitKey);
  return planOf(counting, ladderOf(policy, limitKey), startedAt, calendar, facts);
}

/** Which running clocks a step ends: those that name its event, and, on entering an ended state, all others. */
export function clocksEnded(
  type: CaseType,
  { event, to, at, subject }: Omit<StepSeen, 'facts'> & { readonly to: string },
  clocks: readonly ClockState[],
): readonly ClockEnd[] {
  const entersEnded = type.states[to]?.ended === true;
  return clocks.filter(isRunning).flatMap((clock): ClockEnd[] => {
    const spec = type.clocks[clock.clock];
    const about = clock.subject === undefined || clock.subject === subject;
    const done = about && (spec?.ends.includes(event) ?? false);
    if (!done && !entersEnded) return [];
    const late = (clock.pausedAt ?? at) >= clock.statutoryDue && spec?.lapse === undefined;
    const outcome = late ? 'breached' : done ? 'met' : 'superseded';
    return [{ clock: clock.clock, round: clock.round, outcome }];
  });
}

/** Which running clocks a step moves, stops or sets going again. */
export function clocksMoved(
  rules: Rules,
  step: StepSeen & { readonly to: string },
  clocks: readonly ClockState[],
): readonly ClockMove[] {
  return clocks.filter(isRunning).flatMap((clock): ClockMove[] => {
    const spec = rules.type.clocks[clock.clock];
    const stands = spec?.pausedIn?.states.includes(step.to) === true;
    if (spec?.extendedBy?.event === step.event) {
      const extensions = [...clock.facts.extensions, spec.extendedBy.by(step.facts)];
      return [replanned(rules, clock, 'extended', { ...clock.facts, extensions })];
    }
    if (stands && clock.pausedAt === undefined) return [stopped(clock, step.at)];
    if (stands || clock.pausedAt === undefined || !spec?.pausedIn) return [];
    const ground = spec.pausedIn.ground(step.facts);
    const pauses = [...clock.facts.pauses, { from: clock.pausedAt, to: step.at, ground }];
    return [replanned(rules, clock, 'resumed', { ...clock.facts, pauses })];
  });
}

function stopped(clock: ClockState, at: Instant): ClockMove {
  const { clock: name, round, limit, revision, facts } = clock;
  const { nominal, statutoryDue, internalDue, provisional, levels } = clock;
  const dates = { nominal, statutoryDue, internalDue, provisional, levels };
  return { clock: name, round, limit, revision, facts, ...dates, cause: 'paused', pausedAt: at };
}

function replanned(
  rules: Rules,
  clock: ClockState,
  cause: ClockMove['cause'],
  facts: ClockFacts,
): ClockMove {
  const { clock: name, round, limit } = clock;
  const revision = clock.revision + 1;
  return { clock: name, round, cause, limit, revision, facts, ...planFor(rules, clock, facts) };
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

/** Label and audience of a level, from the policy that the case pinned. */
export function levelSpecOf(rules: Rules, due: Pick<LevelStep, 'level' | 'clock'>): LevelSpec {
  const ladder = ladderOf(rules.policy, due.clock.limitKey);
  const spec = ladder.find(({ level }) => level === due.level);
  if (!spec) throw new Error(`no level ${due.level} for clock ${due.clock.clock}`);
  return spec;
}

/** The earliest thing that is due and not yet recorded. Ties go by the order in which clocks were started, levels before lapses. */
export function nextDueStep(type: CaseType, state: CaseState, now: Instant): DueStep | undefined {
  const steps = state.clocks.filter(isCounting).flatMap((clock): DueStep[] => {
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
  const instants = state.clocks.filter(isCounting).flatMap((clock) => {
    const level = nextLevelAt(clock);
    const lapses = type.clocks[clock.clock]?.lapse !== undefined;
    return [...(level === undefined ? [] : [level]), ...(lapses ? [clock.statutoryDue] : [])];
  });
  return instants.length > 0 ? Math.min(...instants) : undefined;
}
