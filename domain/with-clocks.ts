import type { CaseEvent, CaseState, StepData } from './case-state.ts';
import type { Rules } from './define-case-type.ts';
import { evolve, withMoves } from './evolve.ts';
import { clocksEnded, clocksMoved, clocksStarted, type StepSeen } from './timekeeping.ts';

/** A step with its clocks, and what the case is after it. */
export interface Stepped {
  readonly event: CaseEvent;
  readonly state: CaseState;
}

/** The event with the clocks that it ends, moves and starts, each as the facts are after it. */
export function withClocks(
  rules: Rules,
  state: CaseState,
  plain: CaseEvent,
  seen: Omit<StepSeen, 'facts'> & { readonly to: string },
): Stepped {
  const ended = clocksEnded(
    rules,
    { ...seen, facts: state.facts, stage: state.stage },
    state.clocks,
  );
  const data = { ...(plain.data as StepData), ...(ended.length > 0 && { ended }) };
  const after = evolve(state, { ...plain, data });
  const known = { ...seen, facts: after.facts };
  const moved = clocksMoved(rules, known, after.clocks);
  const started = clocksStarted(rules, known, after.clocks);
  const moves = { ...(moved.length > 0 && { moved }), ...(started.length > 0 && { started }) };
  return {
    event: { ...plain, data: { ...data, ...moves } },
    state: withMoves(after, plain, moves),
  };
}
