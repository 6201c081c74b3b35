import type { CaseState, ClockEnd } from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import {
  type ClockMove,
  type ClockStart,
  type ClockState,
  isCounting,
  isRunning,
  nextLevelAt,
} from './clocks/clock.ts';
import { countingOf } from './clocks/counting-of.ts';
import { type ClockFacts, NO_FACTS } from './clocks/facts.ts';
import type { Level, LevelSpec } from './clocks/ladder.ts';
import { type ClockPlan, planOf } from './clocks/plan.ts';
import type { CaseType, Rules } from './define-case-type.ts';
import { clocksStartedBy } from './definition/indexes.ts';
import { isWindow } from './definition/windows.ts';
import { ladderOf } from './policy/policy.ts';

/** A step as clocks see it: its event, the facts after it, when it was recorded, and what it is about. */
export interface StepSeen {
  readonly event: string;
  readonly facts: object;
  readonly at: Instant;
  /** Business time, from which clocks start; `at` when left out. */
  readonly from?: Instant | undefined;
  readonly subject?: string | undefined;
  readonly object?: string | undefined;
}

/** Which clocks a step starts. */
export function clocksStarted(
  rules: Rules,
  seen: StepSeen,
  existing: readonly ClockState[],
): readonly ClockStart[] {
  const named = clocksStartedBy(rules.type, seen.event);
  return named.flatMap(([clock, spec]): ClockStart[] => {
    const runs = existing.some((other) => other.clock === clock && isRunning(other));
    if (spec.continues && runs) return [];
    const limitKey = typeof spec.limit === 'string' ? spec.limit : spec.limit(seen.facts);
    if (limitKey === undefined) return [];
    const until = spec.until?.(seen.facts);
    const whose = {
      ...(spec.perSubject && seen.subject !== undefined && { subject: seen.subject }),
      ...(spec.perObject && seen.object !== undefined && { object: seen.object }),
      ...(until !== undefined && { until }),
    };
    const from = spec.countsFrom?.(seen.facts) ?? seen.from ?? seen.at;
    return [clockStart(rules, { clock, limitKey, from, whose }, existing)];
  });
}

const standsIn = (spec: CaseType['clocks'][string], state: string): boolean =>
  spec.pausedIn?.states.includes(state) === true;

/** A clock as the event that starts it records it, in its next round. */
export function clockStart(
  rules: Pick<Rules, 'policy' | 'calendar'>,
  start: {
    readonly clock: string;
    readonly limitKey: string;
    readonly from: Instant;
    readonly whose?: Pick<ClockStart, 'subject' | 'object' | 'until'>;
  },
  existing: readonly ClockState[],
): ClockStart {
  const { clock, limitKey, from: startedAt, whose } = start;
  const round = existing.filter((other) => other.clock === clock).length + 1;
  const dated = { limitKey, startedAt, ...whose };
  const { limit } = countingOf(rules.policy, dated);
  return { clock, round, limit, ...dated, ...planFor(rules, dated, NO_FACTS) };
}

/** Dates and levels of a clock under the rules of its case. */
export function planFor(
  { policy, calendar }: Pick<Rules, 'policy' | 'calendar'>,
  clock: Pick<ClockStart, 'limitKey' | 'startedAt' | 'until'>,
  facts: ClockFacts,
): ClockPlan {
  const { limitKey, startedAt } = clock;
  const counting = countingOf(policy, clock);
  return planOf(counting, ladderOf(policy, limitKey), startedAt, calendar, facts);
}

/**
 * Which running clocks a step ends: those that name its event, and, on entering an ended state, all others. An event that
 * is about no unit in particular ends those of every unit. `facts` are those before it.
 */
export function clocksEnded(
  { type, policy }: Pick<Rules, 'type' | 'policy'>,
  {
    event,
    to,
    at,
    subject,
    object,
    facts,
    stage,
  }: StepSeen & {
    readonly to: string;
    readonly stage?: string;
  },
  clocks: readonly ClockState[],
): readonly ClockEnd[] {
  const entersEnded = to !== stage && type.states[to]?.ended === true;
  return clocks.filter(isRunning).flatMap((clock): ClockEnd[] => {
    const spec = type.clocks[clock.clock];
    const about = isAbout(clock, { subject, object });
    const named = spec?.ends.includes(event) ?? false;
    const done = about && named && (spec?.endsIf?.(facts, policy) ?? true);
    if (!done && !entersEnded) return [];
    const late = (clock.pausedAt ?? at) >= clock.statutoryDue && !isWindow(spec);
    const outcome = late ? 'breached' : done ? 'met' : 'superseded';
    return [{ clock: clock.clock, round: clock.round, outcome }];
  });
}

/** A clock of one unit is touched by steps about it or about no unit in particular, a clock of one thing only by steps about it. */
const isAbout = (
  clock: ClockState,
  { subject, object }: Pick<StepSeen, 'subject' | 'object'>,
): boolean =>
  (clock.subject === undefined || subject === undefined || clock.subject === subject) &&
  (clock.object === undefined || clock.object === object);

/** Which running clocks a step moves, stops or sets going again. One that is extended while it stands still goes on standing. */
export function clocksMoved(
  rules: Rules,
  step: StepSeen & { readonly to: string },
  clocks: readonly ClockState[],
): readonly ClockMove[] {
  return clocks.filter(isRunning).flatMap((clock): ClockMove[] => {
    const spec = rules.type.clocks[clock.clock];
    if (!spec) return [];
    const stands = standsIn(spec, step.to);
    const goesOn = !stands && clock.pausedAt !== undefined && spec.pausedIn !== undefined;
    const extended = spec.extendedBy?.event === step.event && isAbout(clock, step);
    if (!extended && !goesOn)
      return stands && clock.pausedAt === undefined ? [stopped(clock, step.at)] : [];
    const facts = factsAfter(spec, clock, step, { extended, goesOn });
    const move = replanned(rules, clock, extended ? 'extended' : 'resumed', facts);
    return [stands ? { ...move, pausedAt: clock.pausedAt ?? step.at } : move];
  });
}

function factsAfter(
  spec: CaseType['clocks'][string],
  { facts, pausedAt }: ClockState,
  step: StepSeen,
  { extended, goesOn }: { readonly extended: boolean; readonly goesOn: boolean },
): ClockFacts {
  const extension = extended ? spec.extendedBy?.by(step.facts) : undefined;
  const ground = goesOn ? spec.pausedIn?.ground(step.facts) : undefined;
  return {
    ...facts,
    ...(extension !== undefined && { extensions: [...facts.extensions, extension] }),
    ...(ground !== undefined &&
      pausedAt !== undefined && {
        pauses: [...facts.pauses, { from: pausedAt, to: step.at, ground }],
      }),
  };
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
  let first: DueStep | undefined;
  const comes = (at: Instant): boolean => at <= now && (first === undefined || at < first.at);
  for (const clock of state.clocks) {
    if (!isCounting(clock)) continue;
    for (const { level, at } of clock.levels) {
      if (comes(at) && !clock.fired.includes(level)) first = { kind: 'level', at, clock, level };
    }
    const command = type.clocks[clock.clock]?.lapse;
    const at = clock.statutoryDue;
    if (command !== undefined && comes(at)) first = { kind: 'lapse', at, clock, command };
  }
  return first;
}

/** The next instant at which something happens by itself, or undefined when only people can move the case. */
export function wakeAt(type: CaseType, state: CaseState): Instant | undefined {
  let wake: Instant | undefined;
  for (const clock of state.clocks) {
    if (!isCounting(clock)) continue;
    const level = nextLevelAt(clock);
    if (level !== undefined && (wake === undefined || level < wake)) wake = level;
    const lapses = type.clocks[clock.clock]?.lapse !== undefined;
    if (lapses && (wake === undefined || clock.statutoryDue < wake)) wake = clock.statutoryDue;
  }
  return wake;
}
