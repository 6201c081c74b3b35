import {
  type CaseEvent,
  type CaseState,
  type PinnedVersions,
  RULES_CHANGED,
  type RulesData,
} from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import type { Actor } from './define-case-type.ts';
import { rulesOf } from './registry.ts';
import { type Replan, replan } from './replan.ts';

/** The role in which a case is put under other rules: none of its type. */
export const RULES_ROLE = 'rules';

/** A new policy migrates cases, a new calendar amends them: never both at once, so that each date has one cause. */
export type RulesTarget =
  | { readonly kind: 'policy'; readonly version: string }
  | { readonly kind: 'calendar'; readonly version: string };

/** The versions that a case would have pinned. */
export const versionsUnder = (
  { policy, calendar }: PinnedVersions,
  target: RulesTarget,
): PinnedVersions =>
  target.kind === 'policy'
    ? { policy: target.version, calendar }
    : { policy, calendar: target.version };

/** Why dates move with a change. */
export const causeOf = ({ from, to }: Pick<RulesData, 'from' | 'to'>): 'amended' | 'migrated' =>
  from.policy === to.policy ? 'amended' : 'migrated';

/** What a change would do to the clocks of a case. Throws UnknownRules, and when the new policy lacks the rule of a running clock. */
export function replanUnder(state: CaseState, target: RulesTarget): readonly Replan[] {
  const from = state.rules;
  const to = versionsUnder(from, target);
  return replan(state.clocks, rulesOf({ ...from, ...to }), causeOf({ from, to }));
}

/** The event that puts a case under other rules. */
export function rulesChanged(
  state: CaseState,
  target: RulesTarget,
  by: { readonly change: string; readonly actor: Actor },
  now: Instant,
): CaseEvent {
  const { policy, calendar } = state.rules;
  const moved = replanUnder(state, target).map(({ move }) => move);
  const data: RulesData = {
    change: by.change,
    from: { policy, calendar },
    to: versionsUnder(state.rules, target),
    ...(moved.length > 0 && { moved }),
  };
  return {
    schema: 1,
    caseId: state.caseId,
    version: state.version + 1,
    type: RULES_CHANGED,
    at: Math.max(now, state.lastAt),
    actor: by.actor.id,
    actorKind: by.actor.kind,
    role: RULES_ROLE,
    unit: by.actor.unit,
    data,
  };
}
