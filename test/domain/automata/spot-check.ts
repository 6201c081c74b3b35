import type { StepData } from '../../../domain/case-state.ts';
import type { Automaton, ClosedCase } from './automaton.ts';

/** A batch of spot checks: one by one, then closed by somebody else. */
export const spotCheck: Automaton = {
  type: 'spot-check',
  start: 'inspecting',
  moves: {
    inspecting: {
      recordInspection: ['inspecting'],
      recordFailure: ['inspecting'],
      noteLinked: ['inspecting'],
      close: ['closed'],
    },
    closed: { noteLinked: ['closed'], archive: ['archived'] },
    archived: {},
  },
  closed: ['closed', 'archived'],
  handlingClocks: ['inspect', 'close', 'orderReply', 'escalation'],
  atClose: batchAtClose,
};

/** As many things as were ordered, each once; whoever closed inspected none; each failure has a hazard. */
function batchAtClose({ facts, log }: ClosedCase): readonly string[] {
  const checks = log.filter(({ type }) => /^(InspectionRecorded|FailureRecorded)$/.test(type));
  const things = checks.map(({ data }) => (data as { input: { objectId: string } }).input.objectId);
  const closer = log.find(({ type }) => type === 'BatchClosed')?.actor;
  const failures = checks.filter(({ type }) => type === 'FailureRecorded');
  const tied = failures.filter(({ data }) => (data as StepData).linked?.[0]?.type === 'hazard');
  return [
    ...(checks.length === facts.count ? [] : [`${checks.length} of ${facts.count}`]),
    ...(new Set(things).size === things.length ? [] : ['one was inspected twice']),
    ...(checks.some(({ actor }) => actor === closer) ? ['an inspector closed it'] : []),
    ...(tied.length === failures.length ? [] : ['a failure without a hazard']),
    ...((facts.orders ?? []).some(({ closed }: { closed: boolean }) => !closed)
      ? ['an order is open']
      : []),
  ];
}
