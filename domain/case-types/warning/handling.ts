import { givenTo, handled, hazardOpening, takenBack } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { phase, UNIT_ROLES } from './phase.ts';

/** A real one: to a unit, to the site, to a reading that is normal again. */
// biome-ignore format: a clerk reads each line from left to right
export const handling = phase({
  dispatch: {
    label: '派遣', by: ['desk', 'shiftLead'], from: 'verified', to: 'dispatched', input: form.dispatch, event: 'WarningDispatched',
    evolve: (facts, { input }) => givenTo(facts, input.leadUnit), notify: ['coordinator', 'unitLead'], sends: true,
  },
  returnTask: {
    label: '退回派遣', by: 'coordinator', from: 'dispatched', to: 'verified', input: form.taskReturn, event: 'TaskReturned',
    refuse: [guard.returnedAlready], evolve: takenBack, notify: ['desk', 'shiftLead'],
  },
  reachSite: {
    label: '到场', by: UNIT_ROLES, from: 'dispatched', to: 'handling', input: form.arrival, event: 'SiteReached', happenedAt: 'arrivedAt',
    evolve: (facts, event) => ({ ...handled(facts, event), arrived: true }), notify: ['desk'],
  },
  reportProgress: { label: '处置进展', by: UNIT_ROLES, from: 'handling', input: form.note, event: 'ProgressReported', evolve: handled, notify: ['desk'] },
  recover: {
    label: '恢复正常', by: UNIT_ROLES, from: 'handling', to: 'recovered', input: form.recovery, event: 'WarningRecovered',
    evolve: handled, notify: ['desk', 'shiftLead'],
  },
  rejectRecovery: {
    label: '未恢复,退回处置', by: ['desk', 'shiftLead'], from: 'recovered', to: 'handling', input: form.check, event: 'RecoveryRejected',
    refuse: [guard.handlerCannotClose], evolve: (facts) => ({ ...facts, rounds: facts.rounds + 1 }), notify: UNIT_ROLES, sends: true,
  },
  convertToHazard: {
    label: '转隐患整改', by: ['desk', 'shiftLead'], from: ['verified', 'dispatched', 'handling', 'recovered'], input: form.toHazard, event: 'ConvertedToHazard',
    converts: { to: 'hazard', opening: hazardOpening },
  },
  close: {
    label: '关闭', by: ['desk', 'shiftLead'], from: 'recovered', to: 'closed', input: form.optionalNote, event: 'WarningClosed',
    refuse: [guard.shiftLeadCloses, guard.handlerCannotClose], notify: ['coordinator'],
  },
});
