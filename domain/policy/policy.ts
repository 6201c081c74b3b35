import type { CivilDate } from '../calendar/civil.ts';
import type { Ladder } from '../clocks/ladder.ts';
import type { Limit, LimitUnit } from '../clocks/limit.ts';

/** How sure we are of a number: read in the source's text, known without its text, or a practice that may be changed. */
export type RuleStatus = 'verified' | 'recalled' | 'customary';

/** Whose duty a limit is. */
export type Duty = 'centre' | 'unit' | 'callback' | 'party';

/** One row of the deadline register. */
export interface PolicyRule {
  readonly label: string;
  readonly value: number;
  readonly unit: LimitUnit | 'times';
  readonly duty: Duty;
  /** The clause or reference the value rests on. */
  readonly clause: string;
  readonly status: RuleStatus;
}

/** One published state of the rules. Never edited: a change is a new version, and an open case keeps its own. */
export interface Policy {
  readonly version: string;
  readonly effectiveFrom: CivilDate;
  readonly rules: Readonly<Record<string, PolicyRule>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
}

/** The rule of a key. A missing key is a bug of the case type or the policy, so it throws. */
export function ruleOf(policy: Policy, key: string): PolicyRule {
  const rule = policy.rules[key];
  if (!rule) throw new Error(`policy ${policy.version} has no rule ${key}`);
  return rule;
}

/** A rule's length of time. */
export function limitOf(policy: Policy, key: string): Limit {
  const { value, unit } = ruleOf(policy, key);
  if (unit === 'times') throw new Error(`policy rule ${key} is not a length of time`);
  return { value, unit };
}

/** How often something may happen. */
export function timesOf(policy: Policy, key: string): number {
  const rule = ruleOf(policy, key);
  if (rule.unit !== 'times') throw new Error(`policy rule ${key} is not a number of times`);
  return rule.value;
}
