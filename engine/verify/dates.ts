import type { CaseState, StepData } from '../../domain/case-state.ts';
import type { ClockMove, ClockStart } from '../../domain/clocks/clock.ts';
import { NO_FACTS } from '../../domain/clocks/facts.ts';
import { evolve } from '../../domain/evolve.ts';
import { rulesOf } from '../../domain/registry.ts';
import { planFor } from '../../domain/timekeeping.ts';
import { comparable, type Finding } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** Every date that an event gave a clock is what the rules that the case had then give it today. */
export function dateFindings({ id: caseId, events }: StoredCase): readonly Finding[] {
  const found: Finding[] = [];
  let state: CaseState | undefined;
  for (const { event } of events) {
    state = evolve(state, event);
    const { started = [], moved = [] } = event.data as StepData;
    // A clock that is stopped keeps its dates until it goes on.
    for (const dated of [...started, ...moved.filter(({ cause }) => cause !== 'paused')]) {
      const parts = differences(state, dated);
      if (parts.length === 0) continue;
      const detail = `${dated.clock} ${dated.round} in version ${event.version} was given another ${parts.join(', ')} than the rules say`;
      found.push({ caseId, rule: 'dates', detail });
    }
  }
  return found;
}

const PARTS = ['nominal', 'statutoryDue', 'internalDue', 'provisional', 'levels'] as const;

function differences(state: CaseState, dated: ClockStart | ClockMove): readonly string[] {
  const clock = state.clocks.find((one) => one.clock === dated.clock && one.round === dated.round);
  if (!clock) return ['clock'];
  const plan = planFor(rulesOf(state.rules), clock, 'facts' in dated ? dated.facts : NO_FACTS);
  return PARTS.filter((part) => comparable(plan[part]) !== comparable(dated[part]));
}
