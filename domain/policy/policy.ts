import type { CivilDate } from '../calendar/civil.ts';
import type { Counting } from '../clocks/counting.ts';
import type { Ladder } from '../clocks/ladder.ts';
import type { Schedule } from '../clocks/schedule.ts';
import type { Duty } from './duty.ts';

/** How sure we are of a number: read in the source's text, known without its text, or a practice that may be changed. */
export type RuleStatus = 'verified' | 'recalled' | 'customary';

/** What every row of a register says. */
interface Row {
  readonly label: string;
  /** The row of its register: `P5`, `D3`; several when one key serves them all. */
  readonly row: string;
  readonly duty: Duty;
  /** The clause or reference that the value rests on. */
  readonly clause: string;
  readonly status: RuleStatus;
}

/** More time, step by step: each once, each with the one who approves it. */
export interface ExtensionRule {
  readonly steps: readonly { readonly max: number; readonly by: string }[];
  /** Provided for, but not in use under this policy. */
  readonly off?: true;
}

/** A length of time from an event. */
export interface DeadlineRule extends Row {
  /** The event that it counts from; for rules that count backwards, the event to come. */
  readonly from: string;
  readonly counting: Counting;
  /** The levels on the way and after it. */
  readonly ladder: string;
  readonly extension?: ExtensionRule;
  /** On what grounds it may be paused: a closed list, none when left out. */
  readonly pauses?: readonly string[];
}

/** A day that comes round again. */
export interface ScheduleRule extends Row {
  readonly schedule: Schedule;
}

/** How often, how much, whether: no date follows from it. */
export interface FigureRule extends Row {
  readonly value: number | boolean | string | readonly number[];
  readonly unit: FigureUnit;
}

export type FigureUnit =
  | 'times'
  | 'percent'
  | 'yuan'
  | 'items'
  | 'persons'
  | 'calendarDays'
  | 'workingDays'
  | 'flag'
  | 'text';

export type PolicyRule = DeadlineRule | ScheduleRule | FigureRule;

/** One published state of the rules. Never edited: a change is a new version, and an open case keeps its own. */
export interface Policy {
  readonly version: string;
  readonly effectiveFrom: CivilDate;
  readonly rules: Readonly<Record<string, PolicyRule>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
}

export const isDeadline = (rule: PolicyRule): rule is DeadlineRule => 'counting' in rule;
export const isSchedule = (rule: PolicyRule): rule is ScheduleRule => 'schedule' in rule;

/** The rule of a key. A missing key is a bug of the case type or the policy, so it throws. */
export function ruleOf(policy: Policy, key: string): PolicyRule {
  const rule = Object.hasOwn(policy.rules, key) ? policy.rules[key] : undefined;
  if (!rule) throw new Error(`policy ${policy.version} has no rule ${key}`);
  return rule;
}

/** The rule of a key that is a length of time. */
export function deadlineOf(policy: Policy, key: string): DeadlineRule {
  const rule = ruleOf(policy, key);
  if (!isDeadline(rule)) throw new Error(`policy rule ${key} is not a length of time`);
  return rule;
}

/** The ladder that a deadline climbs. */
export function ladderOf(policy: Policy, key: string): Ladder {
  const { ladder } = deadlineOf(policy, key);
  const rungs = policy.ladders[ladder];
  if (!rungs) throw new Error(`policy ${policy.version} has no ladder ${ladder}`);
  return rungs;
}

/** How often something may happen. */
export function timesOf(policy: Policy, key: string): number {
  const rule = ruleOf(policy, key);
  if (!('value' in rule) || rule.unit !== 'times' || typeof rule.value !== 'number') {
    throw new Error(`policy rule ${key} is not a number of times`);
  }
  return rule.value;
}

/** Every length of time of a policy. */
export const countingsOf = (
  policy: Policy,
): readonly { readonly key: string; readonly counting: Counting }[] =>
  Object.entries(policy.rules).flatMap(([key, rule]) =>
    isDeadline(rule) ? [{ key, counting: rule.counting }] : [],
  );
