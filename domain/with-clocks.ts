import type { CaseEvent, CaseState, StepData } from './case-state.ts';
import type { Rules } from './define-case-type.ts';
import { evolve } from './evolve.ts';
import { clocksEnded, clocksMoved, clocksStarted, type StepSeen } from './timekeeping.ts';

/** The event with the clocks that it ends, moves and starts, each as the facts are after it. */
export function withClocks(
  rules: Rules,
  state: CaseState,
  plain: CaseEvent,
  seen: Omit<StepSeen, 'facts'> & { readonly to: string },
): CaseEvent {
  const ended = clocksEnded(
    rules,
    { ...seen, facts: state.facts, stage: state.stage },
    state.clocks,
  );
  const data = { ...(plain.data as StepData), ...(ended.length > 0 && { ended }) };
  const { facts, clocks } = evolve(state, { ...plain, data });
  const moved = clocksMoved(rules, { ...seen, facts }, clocks);
  const started = clocksStarted(rules, { ...seen, facts }, clocks);
  return {
    ...plain,
    data: { ...data, ...(moved.length > 0 && { moved }), ...(started.length > 0 && { started }) },
  };
}
