import { LEVEL_REACHED, type StepData } from '../../domain/case-state.ts';
import type { LivingCase } from './living-case.ts';
import { count, type Tally } from './tally.ts';

/** Counts what became of a case: what shows that people were late, went back, paused and reopened. */
export function countHappenings({ rules: { type }, state, log }: LivingCase, tally: Tally): void {
  const been = new Set([type.opens.to]);
  let stage = type.opens.to;
  for (const { type: event, data } of log) {
    count(tally, event === LEVEL_REACHED ? 'levels' : 'steps');
    const { to = stage, moved = [], ended = [] } = data as StepData;
    if (to !== stage) {
      if (been.has(to)) count(tally, 'wentBack');
      if (type.states[stage]?.ended && !type.states[to]?.ended) count(tally, 'reopened');
      been.add(to);
      stage = to;
    }
    for (const { cause } of moved) count(tally, cause);
    for (const { outcome } of ended) count(tally, outcome);
  }
  count(tally, `in ${type.id} ${state.stage}`);
}
