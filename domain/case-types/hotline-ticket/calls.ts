import { freshRound } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { ticketCommands } from './shape.ts';
import * as tie from './tie-guards.ts';
import * as time from './time-guards.ts';

/** From the unit's review to the archive: call-back, rework, closing, reopening, voiding (T14 to T17, T20, T21). */
// biome-ignore format: a clerk reads each line from left to right
export const ticketCalls = ticketCommands({
  approveResult: {
    label: '审核通过', by: ['unitLead', 'coordinator'], from: 'unitReview', to: 'callbackPending', input: form.optionalNote, event: 'ResultApproved',
    refuse: [guard.handlerCannotReview],
    evolve: (facts) => ({ ...facts, handled: true, inReview: false }),
    notify: ['callbackAgent'],
  },
  rejectResult: {
    label: '退回承办人', by: ['unitLead', 'coordinator'], from: 'unitReview', to: 'inProgress', input: form.note, event: 'ResultRejected',
    refuse: [guard.handlerCannotReview],
    evolve: (facts) => ({ ...facts, inReview: false }),
    notify: ['handler'],
  },
  recordUnreached: {
    label: '登记未接通', by: 'callbackAgent', from: ['callbackPending', 'merged'], input: form.optionalNote, event: 'CallbackUnreached',
    refuse: [tie.masterOpen, guard.handlerCannotCallBack],
    evolve: (facts) => ({ ...facts, callbackAttempts: facts.callbackAttempts + 1 }),
  },
  recordCallback: {
    label: '回访', by: 'callbackAgent', from: 'callbackPending', to: 'calledBack', input: form.callback, event: 'CallbackRecorded',
    refuse: [guard.handlerCannotCallBack, guard.attemptsMissing, guard.dissatisfiedNeedsRework],
    evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor }),
    notify: ['dispatcher'],
  },
  orderRework: {
    label: '退回重办(预警工单)', by: 'callbackAgent', from: 'callbackPending', to: 'inProgress', input: form.reworkOrder, event: 'ReworkOrdered',
    refuse: [guard.handlerCannotCallBack, guard.reworkExhausted],
    evolve: (facts) => ({ ...freshRound(facts), reworkRounds: facts.reworkRounds + 1, warned: true }),
    notify: ['unitLead', 'handler'],
  },
  coordinateRework: {
    label: '重办无效,转会商', by: 'supervisor', from: 'callbackPending', to: 'coordination', input: form.note, event: 'ReworkCoordinated',
    refuse: [guard.handlerCannotCallBack, guard.reworkLeft, guard.coordinatedAlready],
    evolve: ({ leadUnit: _left, ...facts }) => ({ ...freshRound(facts), reworkCoordinated: true }),
  },
  declareDifficult: {
    label: '疑难认定', by: 'supervisor', from: 'callbackPending', to: 'calledBack', input: form.difficulty, event: 'DifficultyDeclared',
    refuse: [guard.handlerCannotCallBack, guard.reworkLeft],
    evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor, resultType: 'EXPLAINED', difficult: true }),
  },
  close: {
    label: '办结', by: 'dispatcher', from: 'calledBack', to: 'closed', input: form.optionalNote, event: 'TicketClosed',
    refuse: [guard.handlerCannotClose],
    evolve: (facts, { at }) => ({ ...facts, closedAt: at }),
    tells: [{ link: 'merge', end: 'from', command: 'noteMasterClosed' }],
  },
  reopen: {
    label: '重新办理', by: ['dispatcher', 'supervisor'], from: 'closed', to: 'inProgress', input: form.note, event: 'TicketReopened',
    refuse: [time.reopenWindowOver, guard.noUnitToReopen],
    evolve: freshRound,
    notify: ['unitLead', 'handler'],
  },
  reopenForDispatch: {
    label: '重新办理,另行派单', by: ['dispatcher', 'supervisor'], from: 'closed', to: 'pendingDispatch', input: form.note, event: 'TicketReopenedForDispatch',
    refuse: [time.reopenWindowOver],
    evolve: ({ leadUnit: _left, ...facts }) => freshRound(facts),
    notify: ['dispatcher'],
  },
  archive: { label: '归档', by: 'system', from: 'closed', to: 'archived', input: form.nothing, event: 'TicketArchived' },
  requestVoid: {
    label: '申请作废', by: 'dispatcher', from: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'], to: 'voidReview', input: form.voidRequest, event: 'VoidRequested',
    evolve: (facts, { actor }) => ({ ...facts, voidRequestedBy: actor }),
  },
  confirmVoid: {
    label: '确认作废', by: ['dispatcher', 'supervisor'], from: 'voidReview', to: 'voided', input: form.optionalNote, event: 'TicketVoided',
    refuse: [guard.samePersonConfirms, tie.mergedCasesHang],
  },
  rejectVoid: {
    label: '不予作废', by: ['dispatcher', 'supervisor'], from: 'voidReview', to: 'previous', input: form.note, event: 'VoidRejected', refuse: [guard.samePersonConfirms],
    evolve: ({ voidRequestedBy: _asked, ...facts }) => facts,
  },
});
