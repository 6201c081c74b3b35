import { z } from 'zod';
import { defineCaseType } from '../define-case-type.ts';
import { freeText } from '../sealing.ts';
import {
  attemptsMissing,
  boundByDirectedDispatch,
  evidenceMissing,
  handlerCannotCallBack,
  handlerCannotClose,
  handlerCannotReview,
  reopenWindowOver,
  returnsExhausted,
  returnWindowOver,
  reworkExhausted,
  reworkLeft,
  samePersonConfirms,
  secondReturnNeedsLead,
} from './hotline-ticket/guards.ts';
import {
  byMatter,
  firstFacts,
  handledBy,
  type TicketFacts,
  urgentOr,
} from './hotline-ticket/facts.ts';
import { MATTERS } from './hotline-ticket/labels.ts';
import {
  callback,
  dispatchTo,
  receipt,
  result,
  returnRequest,
  voidRequest,
} from './hotline-ticket/inputs.ts';

const note = z.strictObject({ note: freeText('说明') });
const optionalNote = z.strictObject({ note: freeText('说明').optional() });
const nothing = z.strictObject({});
const HANDLING = ['pendingAck', 'acknowledged', 'inProgress'] as const;

/** 12345 工单:受理 → 派单 → 签收 → 先行联系 → 办理 → 审核 → 回访 → 办结 → 归档(docs/rules.md)。 */
// biome-ignore format: a clerk reads each line from left to right
export const hotlineTicketV1 = defineCaseType<TicketFacts>()({
  id: 'hotline-ticket',
  version: 1,
  label: '12345 工单',
  prefix: 'QPHT',
  roles: {
    dispatcher: { label: '派单员', at: 'centre' },
    callbackAgent: { label: '回访员', at: 'centre' },
    supervisor: { label: '督办员', at: 'centre' },
    coordinator: { label: '联络员', at: 'unit' },
    handler: { label: '承办人', at: 'unit' },
    unitLead: { label: '分管领导', at: 'unit' },
  },
  escalatesTo: { lead: 'unitLead', supervisor: 'supervisor' },
  states: {
    pendingDispatch: { label: '待派单' },
    pendingAck: { label: '待签收' },
    returnReview: { label: '退单审核' },
    acknowledged: { label: '待联系' },
    inProgress: { label: '办理中' },
    unitReview: { label: '待审核' },
    callbackPending: { label: '待回访' },
    calledBack: { label: '待办结' },
    voidReview: { label: '作废复核' },
    closed: { label: '已办结', ended: true },
    archived: { label: '已归档', ended: true, final: true },
    voided: { label: '已作废', ended: true, final: true },
  },
  opens: {
    label: '受理', by: 'dispatcher', to: 'pendingDispatch', input: receipt, event: 'TicketReceived',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: {
    dispatch: {
      label: '派单', by: 'dispatcher', from: 'pendingDispatch', to: 'pendingAck', input: dispatchTo, event: 'TicketDispatched',
      evolve: (facts, { at, input }) => ({ ...facts, leadUnit: input.leadUnit, dispatchedAt: at, directed: input.directed === true }),
      notify: ['coordinator'], sends: true,
    },
    acknowledge: {
      label: '签收', by: ['coordinator', 'handler'], from: 'pendingAck', to: 'acknowledged', input: nothing, event: 'TicketAcknowledged',
    },
    requestReturn: {
      label: '申请退单', by: ['coordinator', 'unitLead'], from: HANDLING, to: 'returnReview', input: returnRequest, event: 'ReturnRequested',
      refuse: [boundByDirectedDispatch, returnsExhausted, returnWindowOver, secondReturnNeedsLead],
      notify: ['dispatcher'],
    },
    approveReturn: {
      label: '同意退单', by: 'dispatcher', from: 'returnReview', to: 'pendingDispatch', input: optionalNote, event: 'ReturnApproved',
      evolve: ({ leadUnit: _left, ...facts }) => ({ ...facts, returnCount: facts.returnCount + 1 }),
    },
    rejectReturn: {
      label: '不同意退单(签派)', by: 'dispatcher', from: 'returnReview', to: 'previous', input: note, event: 'ReturnRejected',
      evolve: (facts) => ({ ...facts, directed: true }),
      notify: ['coordinator'],
    },
    recordContact: {
      label: '先行联系', by: ['handler', 'coordinator'], from: 'acknowledged', to: 'inProgress', event: 'CitizenContacted',
      input: z.strictObject({
        channel: z.enum(['PHONE', 'VISIT', 'MESSAGE']).meta({ title: '联系方式', labels: { PHONE: '电话', VISIT: '上门', MESSAGE: '短信' } }),
        note: freeText('联系情况'),
      }),
      evolve: handledBy,
    },
    recordProgress: {
      label: '办理记录', by: ['handler', 'coordinator'], from: 'inProgress', input: note, event: 'ProgressRecorded', evolve: handledBy,
    },
    submitResult: {
      label: '提交办理结果', by: 'handler', from: 'inProgress', to: 'unitReview', input: result, event: 'ResultSubmitted',
      refuse: [evidenceMissing],
      evolve: (facts, event) => ({ ...handledBy(facts, event), resultType: event.input.resultType }),
      notify: ['unitLead'],
    },
    approveResult: {
      label: '审核通过', by: ['unitLead', 'coordinator'], from: 'unitReview', to: 'callbackPending', input: optionalNote, event: 'ResultApproved',
      refuse: [handlerCannotReview], notify: ['callbackAgent'],
    },
    rejectResult: {
      label: '退回承办人', by: ['unitLead', 'coordinator'], from: 'unitReview', to: 'inProgress', input: note, event: 'ResultRejected',
      refuse: [handlerCannotReview], notify: ['handler'],
    },
    recordUnreached: {
      label: '登记未接通', by: 'callbackAgent', from: 'callbackPending', input: optionalNote, event: 'CallbackUnreached',
      refuse: [handlerCannotCallBack],
      evolve: (facts) => ({ ...facts, callbackAttempts: facts.callbackAttempts + 1 }),
    },
    recordCallback: {
      label: '回访', by: 'callbackAgent', from: 'callbackPending', to: 'calledBack', input: callback, event: 'CallbackRecorded',
      refuse: [handlerCannotCallBack, attemptsMissing],
      evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor }),
      notify: ['dispatcher'],
    },
    orderRework: {
      label: '退回重办', by: 'callbackAgent', from: 'callbackPending', to: 'inProgress', event: 'ReworkOrdered',
      input: z.strictObject({
        reason: z.enum(['DISSATISFIED', 'NOT_CONTACTED', 'FALSE_REPORT']).meta({ title: '重办原因', labels: { DISSATISFIED: '不满意', NOT_CONTACTED: '未联系市民', FALSE_REPORT: '反馈不实' } }),
        note: freeText('市民意见'),
      }),
      refuse: [handlerCannotCallBack, reworkExhausted],
      evolve: (facts) => ({ ...facts, reworkRounds: facts.reworkRounds + 1, callbackAttempts: 0 }),
      notify: ['unitLead', 'handler'],
    },
    declareDifficult: {
      label: '疑难认定', by: 'supervisor', from: 'callbackPending', to: 'calledBack', input: note, event: 'DifficultyDeclared',
      refuse: [handlerCannotCallBack, reworkLeft],
      evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor }),
    },
    close: {
      label: '办结', by: 'dispatcher', from: 'calledBack', to: 'closed', input: optionalNote, event: 'TicketClosed',
      refuse: [handlerCannotClose],
      evolve: (facts, { at }) => ({ ...facts, closedAt: at }),
    },
    reopen: {
      label: '重新办理', by: ['dispatcher', 'supervisor'], from: 'closed', to: 'inProgress', input: note, event: 'TicketReopened',
      refuse: [reopenWindowOver],
      evolve: (facts) => ({ ...facts, callbackAttempts: 0 }),
      notify: ['unitLead', 'handler'],
    },
    archive: { label: '归档', by: 'system', from: 'closed', to: 'archived', input: nothing, event: 'TicketArchived' },
    requestVoid: {
      label: '申请作废', by: 'dispatcher', from: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'], to: 'voidReview', input: voidRequest, event: 'VoidRequested',
      evolve: (facts, { actor }) => ({ ...facts, voidRequestedBy: actor }),
    },
    confirmVoid: {
      label: '确认作废', by: ['dispatcher', 'supervisor'], from: 'voidReview', to: 'voided', input: optionalNote, event: 'TicketVoided', refuse: [samePersonConfirms],
    },
    rejectVoid: {
      label: '不予作废', by: ['dispatcher', 'supervisor'], from: 'voidReview', to: 'previous', input: note, event: 'VoidRejected', refuse: [samePersonConfirms],
      evolve: ({ voidRequestedBy: _asked, ...facts }) => facts,
    },
  },
  clocks: {
    dispatch: {
      label: '派单时限', limit: urgentOr('hotline.dispatch'), duty: 'dispatcher', ladder: urgentOr('urgent', 'brief'),
      starts: ['TicketReceived', 'ReturnApproved'], ends: ['TicketDispatched'],
    },
    acknowledge: {
      label: '签收时限', limit: urgentOr('hotline.ack'), duty: 'coordinator', ladder: urgentOr('urgent', 'brief'),
      starts: ['TicketDispatched'], ends: ['TicketAcknowledged', 'ReturnApproved'],
    },
    firstContact: {
      label: '先行联系时限', limit: 'hotline.firstContact', duty: 'handler', ladder: 'standard',
      starts: ['TicketReceived'], ends: ['CitizenContacted'],
    },
    handle: {
      label: '办理时限', limit: byMatter('hotline.handle'), duty: 'handler', ladder: 'standard', promised: true,
      starts: ['TicketReceived'], ends: ['ResultApproved'],
    },
    returnDecision: {
      label: '退单审核时限', limit: 'hotline.returnDecision', duty: 'dispatcher', ladder: 'brief',
      starts: ['ReturnRequested'], ends: ['ReturnApproved', 'ReturnRejected'],
    },
    unitReview: {
      label: '单位审核时限', limit: 'hotline.unitReview', duty: 'unitLead', ladder: 'standard',
      starts: ['ResultSubmitted'], ends: ['ResultApproved', 'ResultRejected'],
    },
    rework: {
      label: '重办时限', limit: 'hotline.rework', duty: 'unitLead', ladder: 'standard', promised: true,
      starts: ['ReworkOrdered', 'TicketReopened'], ends: ['ResultApproved'],
    },
    callback: {
      label: '回访时限', limit: 'hotline.callback', duty: 'callbackAgent', ladder: 'standard',
      starts: ['ResultApproved'], ends: ['CallbackRecorded', 'ReworkOrdered', 'DifficultyDeclared'],
    },
    close: {
      label: '办结时限', limit: 'hotline.close', duty: 'dispatcher', ladder: 'standard',
      starts: ['CallbackRecorded', 'DifficultyDeclared'], ends: ['TicketClosed'],
    },
    voidConfirm: {
      label: '作废复核时限', limit: 'hotline.voidConfirm', duty: 'supervisor', ladder: 'standard',
      starts: ['VoidRequested'], ends: ['TicketVoided', 'VoidRejected'],
    },
    reopenWindow: {
      label: '重新办理期限', limit: 'hotline.reopenWindow', duty: 'dispatcher', ladder: 'window', lapse: 'archive', inEnded: true,
      starts: ['TicketClosed'], ends: ['TicketReopened', 'TicketArchived'],
    },
  },
  holders: (facts) => (facts.leadUnit ? [{ unit: facts.leadUnit, part: 'lead' }] : []),
  summary: (facts) => ({
    matter: MATTERS[facts.matter], urgent: facts.urgent, receivedAt: facts.receivedAt, text: facts.text, address: facts.address, person: facts.caller,
    ...(facts.town && { town: facts.town }),
  }),
});
