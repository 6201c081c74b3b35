import type { Calendar } from '../../calendar/calendar.ts';
import {
  type CivilDate,
  dayNumber,
  type Instant,
  instantOf,
  isoInstant,
} from '../../calendar/civil.ts';
import { dueOf } from '../../clocks/due.ts';
import { deadlineOf, type Policy, ruleOf } from '../../policy/policy.ts';

/** An amount that the policy states in yuan, in fen. A key of another kind is a bug, so it throws. */
export function fenOf(policy: Policy, key: string): number {
  const rule = ruleOf(policy, key);
  if (!('value' in rule) || rule.unit !== 'yuan' || typeof rule.value !== 'number') {
    throw new Error(`policy rule ${key} is not a figure in yuan`);
  }
  return rule.value * 100;
}

/** A share that the policy states in percent. A key of another kind is a bug, so it throws. */
export function percentOf(policy: Policy, key: string): number {
  const rule = ruleOf(policy, key);
  if (!('value' in rule) || rule.unit !== 'percent' || typeof rule.value !== 'number') {
    throw new Error(`policy rule ${key} is not a share in percent`);
  }
  return rule.value;
}

/** The last instant of a limit that counts from a day or an instant. */
export const lastInstant = (
  { policy, calendar }: { readonly policy: Policy; readonly calendar: Calendar },
  key: string,
  from: CivilDate | Instant,
): Instant =>
  dueOf(
    deadlineOf(policy, key).counting,
    typeof from === 'string' ? instantOf(dayNumber(from), 0) : from,
    calendar,
  ).statutory;

export const dateText = (at: Instant): string => isoInstant(at).slice(0, 10);
export const yuanText = (fen: number): string => (fen / 100).toFixed(2);
