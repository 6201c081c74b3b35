import type { Calendar } from '../calendar/calendar.ts';
import { policyProblems } from './check-policy.ts';
import type { Policy } from './policy.ts';

/** A policy that must not be loaded; `problems` says line by line what is wrong, each with its key. */
export class InvalidPolicy extends Error {
  readonly problems: readonly string[];
  constructor(version: string, problems: readonly string[]) {
    super([`policy ${version} cannot be used:`, ...problems].join('\n  '));
    this.name = 'InvalidPolicy';
    this.problems = problems;
  }
}

/** Checks a policy, its ladders against a calendar. Throws InvalidPolicy. */
export function loadPolicy(policy: Policy, calendar: Calendar): Policy {
  const problems = policyProblems(policy, calendar);
  if (problems.length > 0) throw new InvalidPolicy(policy.version, problems);
  return policy;
}
