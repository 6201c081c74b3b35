import * as assistance from './assistance.ts';
import { coordinated, handledBy, ledBy, returned, settled } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import * as result from './result-guards.ts';
import { HANDLING, ticketCommands } from './shape.ts';
import * as tie from './tie-guards.ts';
import * as time from './time-guards.ts';

/** Until a unit has it for good: dispatch, direct answer, return, coordination (T2 to T8). */
// biome-ignore format: a clerk reads each line from left to right
export const ticketReception = ticketCommands({
  dispatch: {
    label: '派单', by: 'dispatcher', from: 'pendingDispatch', to: 'pendingAck', input: form.dispatchTo, event: 'TicketDispatched',
    refuse: [assistance.leadAssistsAlready],
    evolve: (facts, { at, input }) => ({ ...ledBy(facts, { leadUnit: input.leadUnit, at }), directed: input.directed === true }),
    notify: ['coordinator'], sends: true,
  },
  rejectAcceptance: {
    label: '不予受理', by: 'dispatcher', from: 'pendingDispatch', to: 'rejected', input: form.rejection, event: 'AcceptanceRejected',
    refuse: [tie.mergedCasesHang],
  },
  answerDirectly: {
    label: '直办答复', by: 'dispatcher', from: 'pendingDispatch', to: 'calledBack', input: form.directAnswer, event: 'AnsweredDirectly',
    refuse: [guard.unitHadIt, result.hazardNotSafe, result.convertedIsExplained],
    evolve: (facts, event) => ({ ...handledBy(facts, event), handled: true, direct: true, resultType: event.input.resultType }),
  },
  acknowledge: { label: '签收', by: ['coordinator', 'handler'], from: 'pendingAck', to: 'acknowledged', input: form.nothing, event: 'TicketAcknowledged' },
  requestReturn: {
    label: '申请退单', by: ['coordinator', 'unitLead'], from: HANDLING, to: 'returnReview', input: form.returnRequest, event: 'ReturnRequested',
    refuse: [guard.boundByDirectedDispatch, time.returnWindowOver, guard.secondReturnNeedsLead],
    notify: ['dispatcher'],
  },
  approveReturn: {
    label: '同意退单', by: 'dispatcher', from: 'returnReview', to: 'pendingDispatch', input: form.optionalNote, event: 'ReturnApproved',
    refuse: [guard.lastReturnNeedsCoordination],
    evolve: returned,
  },
  openCoordination: {
    label: '同意退单,转会商', by: 'dispatcher', from: 'returnReview', to: 'coordination', input: form.note, event: 'CoordinationOpened',
    evolve: (facts) => coordinated(returned(facts)),
    notify: ['supervisor'],
  },
  convene: {
    label: '转疑难会商', by: 'dispatcher', from: ['pendingDispatch', ...HANDLING], to: 'coordination', input: form.note, event: 'CoordinationConvened',
    evolve: coordinated,
    notify: ['supervisor'],
  },
  decideCoordination: {
    label: '会商决定(签派)', by: 'supervisor', from: 'coordination', to: 'pendingAck', input: form.coordinationResult, event: 'CoordinationDecided',
    refuse: [assistance.leadAssistsAlready],
    evolve: settled,
    notify: ['coordinator', 'unitLead'], sends: true,
  },
  rejectReturn: {
    label: '不同意退单(签派)', by: 'dispatcher', from: 'returnReview', to: 'previous', input: form.note, event: 'ReturnRejected',
    evolve: (facts) => ({ ...facts, directed: true }),
    notify: ['coordinator'],
  },
});
