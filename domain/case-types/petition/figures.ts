import { type Policy, ruleOf } from '../../policy/policy.ts';

/** A number that a policy sets. */
export function figureOf(policy: Policy, key: string): number {
  const rule = ruleOf(policy, key);
  if (!('value' in rule) || typeof rule.value !== 'number') {
    throw new Error(`policy rule ${key} is not a number`);
  }
  return rule.value;
}

/** Whether a policy says so. */
export function saysYes(policy: Policy, key: string): boolean {
  const rule = ruleOf(policy, key);
  if (!('value' in rule) || rule.unit !== 'flag') {
    throw new Error(`policy rule ${key} is no yes or no`);
  }
  return rule.value === true;
}
