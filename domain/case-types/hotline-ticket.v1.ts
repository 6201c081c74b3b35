import { z } from 'zod';
import { defineCaseType } from '../define-case-type.ts';
import { freeText } from '../sealing.ts';
import * as assistance from './hotline-ticket/assistance.ts';
import * as guard from './hotline-ticket/guards.ts';
import * as time from './hotline-ticket/time-guards.ts';
import {
  byMatter,
  firstFacts,
  grantedExtension,
  handledBy,
  suspensionGround,
  type TicketFacts,
  urgentOr,
} from './hotline-ticket/facts.ts';
import { MATTERS } from './hotline-ticket/labels.ts';
import * as form from './hotline-ticket/inputs.ts';

const HANDLING = ['pendingAck', 'acknowledged', 'inProgress'] as const;
const OPEN = ['pendingDispatch', ...HANDLING, 'returnReview', 'coordination', 'suspended'] as const;

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
    coordination: { label: '疑难会商' },
    acknowledged: { label: '待联系' },
    inProgress: { label: '办理中' },
    suspended: { label: '挂起' },
    unitReview: { label: '待审核' },
    callbackPending: { label: '待回访' },
    calledBack: { label: '待办结' },
    voidReview: { label: '作废复核' },
    closed: { label: '已办结', ended: true },
    archived: { label: '已归档', ended: true, final: true },
    voided: { label: '已作废', ended: true, final: true },
    rejected: { label: '不予受理', ended: true, final: true },
  },
  opens: {
    label: '受理', by: 'dispatcher', to: 'pendingDispatch', input: form.receipt, event: 'TicketReceived',
    receivedAt: (input) => input.receivedAt, begin: firstFacts,
  },
  commands: {
    dispatch: {
      label: '派单', by: 'dispatcher', from: 'pendingDispatch', to: 'pendingAck', input: form.dispatchTo, event: 'TicketDispatched',
      refuse: [assistance.leadAssistsAlready],
      evolve: (facts, { at, input }) => ({ ...facts, leadUnit: input.leadUnit, dispatchedAt: at, directed: input.directed === true }),
      notify: ['coordinator'], sends: true,
    },
    rejectAcceptance: { label: '不予受理', by: 'dispatcher', from: 'pendingDispatch', to: 'rejected', input: form.rejection, event: 'AcceptanceRejected' },
    acknowledge: { label: '签收', by: ['coordinator', 'handler'], from: 'pendingAck', to: 'acknowledged', input: form.nothing, event: 'TicketAcknowledged' },
    requestReturn: {
      label: '申请退单', by: ['coordinator', 'unitLead'], from: HANDLING, to: 'returnReview', input: form.returnRequest, event: 'ReturnRequested',
      refuse: [guard.boundByDirectedDispatch, time.returnWindowOver, guard.secondReturnNeedsLead],
      notify: ['dispatcher'],
    },
    approveReturn: {
      label: '同意退单', by: 'dispatcher', from: 'returnReview', to: 'pendingDispatch', input: form.optionalNote, event: 'ReturnApproved',
      refuse: [guard.lastReturnNeedsCoordination],
      evolve: ({ leadUnit: _left, ...facts }) => ({ ...facts, returnCount: facts.returnCount + 1 }),
    },
    openCoordination: {
      label: '同意退单,转会商', by: 'dispatcher', from: 'returnReview', to: 'coordination', input: form.note, event: 'CoordinationOpened',
      evolve: ({ leadUnit: _left, ...facts }) => ({ ...facts, returnCount: facts.returnCount + 1 }),
      notify: ['supervisor'],
    },
    decideCoordination: {
      label: '会商决定(签派)', by: 'supervisor', from: 'coordination', to: 'pendingAck', input: form.coordinationResult, event: 'CoordinationDecided',
      refuse: [assistance.leadAssistsAlready],
      evolve: (facts, { at, input }) => ({ ...facts, leadUnit: input.leadUnit, dispatchedAt: at, directed: true }),
      notify: ['coordinator', 'unitLead'], sends: true,
    },
    rejectReturn: {
      label: '不同意退单(签派)', by: 'dispatcher', from: 'returnReview', to: 'previous', input: form.note, event: 'ReturnRejected',
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
    recordProgress: { label: '办理记录', by: ['handler', 'coordinator'], from: 'inProgress', input: form.note, event: 'ProgressRecorded', evolve: handledBy },
    inviteAssistance: {
      label: '增派协办', by: 'dispatcher', from: HANDLING, input: form.assistant, event: 'AssistanceInvited', subject: ({ input }) => input.unit,
      refuse: [assistance.holdsAlready],
      evolve: assistance.invited,
      notify: ['coordinator'], notifyAt: 'subject', sends: true,
    },
    replyAssistance: {
      label: '协办答复', by: ['coordinator', 'handler'], part: 'assisting', from: OPEN, input: form.note, event: 'AssistanceReplied', subject: ({ unit }) => unit,
      evolve: (facts, event) => handledBy(assistance.done(facts, event.unit), event),
      notify: ['handler'],
    },
    waiveAssistance: {
      label: '免除协办', by: 'dispatcher', from: OPEN, input: form.assistant, event: 'AssistanceWaived', subject: ({ input }) => input.unit,
      refuse: [assistance.nobodyAssists, assistance.assistsNot],
      evolve: (facts, { input }) => assistance.done(facts, input.unit),
    },
    requestExtension: {
      label: '申请延期', by: 'coordinator', from: 'inProgress', input: form.extensionRequest, event: 'ExtensionRequested',
      refuse: [time.extensionPending, time.extensionsExhausted, time.extensionTooLate, time.extensionTooLong],
      evolve: (facts, { at, actor, input }) => ({ ...facts, extensionAsked: { days: input.days, askedAt: at, by: actor } }),
      notify: ['dispatcher'],
    },
    grantExtension: {
      label: '同意延期', by: 'dispatcher', from: 'inProgress', input: form.optionalNote, event: 'ExtensionGranted',
      refuse: [time.noExtensionAsked, time.requesterCannotApprove],
      evolve: ({ extensionAsked, ...facts }) => ({ ...facts, extensions: [...facts.extensions, ...(extensionAsked ? [extensionAsked] : [])] }),
      notify: ['coordinator', 'handler'],
    },
    refuseExtension: {
      label: '不同意延期', by: 'dispatcher', from: 'inProgress', input: form.note, event: 'ExtensionRefused',
      refuse: [time.noExtensionAsked, time.requesterCannotApprove],
      evolve: ({ extensionAsked: _asked, ...facts }) => facts,
      notify: ['coordinator'],
    },
    suspend: {
      label: '挂起', by: 'dispatcher', from: 'inProgress', to: 'suspended', input: form.suspension, event: 'TicketSuspended',
      refuse: [time.suspensionTooLate],
      evolve: (facts, { input }) => ({ ...facts, suspendedFor: input.ground }),
      notify: ['coordinator', 'handler'],
    },
    resume: {
      label: '恢复办理', by: ['dispatcher', 'coordinator'], from: 'suspended', to: 'inProgress', input: form.optionalNote, event: 'TicketResumed',
      notify: ['coordinator', 'handler'],
    },
    submitResult: {
      label: '提交办理结果', by: 'handler', from: 'inProgress', to: 'unitReview', input: form.result, event: 'ResultSubmitted',
      refuse: [assistance.assistanceOpen, guard.evidenceMissing],
      evolve: (facts, event) => ({ ...handledBy(facts, event), resultType: event.input.resultType }),
      notify: ['unitLead'],
    },
    approveResult: {
      label: '审核通过', by: ['unitLead', 'coordinator'], from: 'unitReview', to: 'callbackPending', input: form.optionalNote, event: 'ResultApproved',
      refuse: [guard.handlerCannotReview], notify: ['callbackAgent'],
    },
    rejectResult: {
      label: '退回承办人', by: ['unitLead', 'coordinator'], from: 'unitReview', to: 'inProgress', input: form.note, event: 'ResultRejected',
      refuse: [guard.handlerCannotReview], notify: ['handler'],
    },
    recordUnreached: {
      label: '登记未接通', by: 'callbackAgent', from: 'callbackPending', input: form.optionalNote, event: 'CallbackUnreached',
      refuse: [guard.handlerCannotCallBack],
      evolve: (facts) => ({ ...facts, callbackAttempts: facts.callbackAttempts + 1 }),
    },
    recordCallback: {
      label: '回访', by: 'callbackAgent', from: 'callbackPending', to: 'calledBack', input: form.callback, event: 'CallbackRecorded',
      refuse: [guard.handlerCannotCallBack, guard.attemptsMissing],
      evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor }),
      notify: ['dispatcher'],
    },
    orderRework: {
      label: '退回重办', by: 'callbackAgent', from: 'callbackPending', to: 'inProgress', event: 'ReworkOrdered',
      input: z.strictObject({
        reason: z.enum(['DISSATISFIED', 'NOT_CONTACTED', 'FALSE_REPORT']).meta({ title: '重办原因', labels: { DISSATISFIED: '不满意', NOT_CONTACTED: '未联系市民', FALSE_REPORT: '反馈不实' } }),
        note: freeText('市民意见'),
      }),
      refuse: [guard.handlerCannotCallBack, guard.reworkExhausted],
      evolve: (facts) => ({ ...facts, reworkRounds: facts.reworkRounds + 1, callbackAttempts: 0 }),
      notify: ['unitLead', 'handler'],
    },
    declareDifficult: {
      label: '疑难认定', by: 'supervisor', from: 'callbackPending', to: 'calledBack', input: form.note, event: 'DifficultyDeclared',
      refuse: [guard.handlerCannotCallBack, guard.reworkLeft],
      evolve: (facts, { actor }) => ({ ...facts, calledBackBy: actor }),
    },
    close: {
      label: '办结', by: 'dispatcher', from: 'calledBack', to: 'closed', input: form.optionalNote, event: 'TicketClosed',
      refuse: [guard.handlerCannotClose],
      evolve: (facts, { at }) => ({ ...facts, closedAt: at }),
    },
    reopen: {
      label: '重新办理', by: ['dispatcher', 'supervisor'], from: 'closed', to: 'inProgress', input: form.note, event: 'TicketReopened',
      refuse: [time.reopenWindowOver],
      evolve: (facts) => ({ ...facts, callbackAttempts: 0 }),
      notify: ['unitLead', 'handler'],
    },
    archive: { label: '归档', by: 'system', from: 'closed', to: 'archived', input: form.nothing, event: 'TicketArchived' },
    requestVoid: {
      label: '申请作废', by: 'dispatcher', from: ['pendingDispatch', 'pendingAck', 'acknowledged', 'inProgress'], to: 'voidReview', input: form.voidRequest, event: 'VoidRequested',
      evolve: (facts, { actor }) => ({ ...facts, voidRequestedBy: actor }),
    },
    confirmVoid: { label: '确认作废', by: ['dispatcher', 'supervisor'], from: 'voidReview', to: 'voided', input: form.optionalNote, event: 'TicketVoided', refuse: [guard.samePersonConfirms] },
    rejectVoid: {
      label: '不予作废', by: ['dispatcher', 'supervisor'], from: 'voidReview', to: 'previous', input: form.note, event: 'VoidRejected', refuse: [guard.samePersonConfirms],
      evolve: ({ voidRequestedBy: _asked, ...facts }) => facts,
    },
  },
  clocks: {
    dispatch: { label: '派单时限', limit: urgentOr('hotline.dispatch'), duty: 'dispatcher',
      starts: ['TicketReceived', 'ReturnApproved'], ends: ['TicketDispatched', 'AcceptanceRejected'] },
    acknowledge: { label: '签收时限', limit: urgentOr('hotline.ack'), duty: 'coordinator',
      starts: ['TicketDispatched', 'CoordinationDecided'], ends: ['TicketAcknowledged', 'ReturnApproved', 'CoordinationOpened'] },
    firstContact: { label: '先行联系时限', limit: 'hotline.firstContact', duty: 'handler',
      starts: ['TicketReceived'], ends: ['CitizenContacted'] },
    handle: { label: '办理时限', limit: byMatter('hotline.handle'), duty: 'handler', promised: true,
      starts: ['TicketReceived'], ends: ['ResultApproved'],
      pausedIn: { states: ['suspended'], ground: suspensionGround }, extendedBy: { event: 'ExtensionGranted', by: grantedExtension } },
    returnDecision: { label: '退单审核时限', limit: 'hotline.returnDecision', duty: 'dispatcher',
      starts: ['ReturnRequested'], ends: ['ReturnApproved', 'ReturnRejected', 'CoordinationOpened'] },
    assist: { label: '协办答复时限', limit: 'hotline.assistReply', duty: 'coordinator', perSubject: true,
      starts: ['AssistanceInvited'], ends: ['AssistanceReplied', 'AssistanceWaived'] },
    coordination: { label: '会商时限', limit: 'hotline.coordination', duty: 'supervisor',
      starts: ['CoordinationOpened'], ends: ['CoordinationDecided'] },
    unitReview: { label: '单位审核时限', limit: 'hotline.unitReview', duty: 'unitLead',
      starts: ['ResultSubmitted'], ends: ['ResultApproved', 'ResultRejected'] },
    rework: { label: '重办时限', limit: 'hotline.rework', duty: 'unitLead', promised: true,
      starts: ['ReworkOrdered', 'TicketReopened'], ends: ['ResultApproved'],
      pausedIn: { states: ['suspended'], ground: suspensionGround } },
    suspensionReview: { label: '挂起复核期限', limit: 'hotline.suspensionReview', duty: 'dispatcher', lapse: 'resume',
      starts: ['TicketSuspended'], ends: ['TicketResumed'] },
    callback: { label: '回访时限', limit: 'hotline.callback', duty: 'callbackAgent',
      starts: ['ResultApproved'], ends: ['CallbackRecorded', 'ReworkOrdered', 'DifficultyDeclared'] },
    close: { label: '办结时限', limit: 'hotline.close', duty: 'dispatcher',
      starts: ['CallbackRecorded', 'DifficultyDeclared'], ends: ['TicketClosed'] },
    voidConfirm: { label: '作废复核时限', limit: 'hotline.voidConfirm', duty: 'supervisor',
      starts: ['VoidRequested'], ends: ['TicketVoided', 'VoidRejected'] },
    reopenWindow: { label: '重新办理期限', limit: 'hotline.reopenWindow', duty: 'dispatcher', lapse: 'archive', inEnded: true,
      starts: ['TicketClosed'], ends: ['TicketReopened', 'TicketArchived'] },
  },
  holders: (facts) => [
    ...(facts.leadUnit ? [{ unit: facts.leadUnit, part: 'lead' } as const] : []),
    ...facts.assisting.map((unit) => ({ unit, part: 'assisting' }) as const),
  ],
  summary: (facts) => ({
    matter: MATTERS[facts.matter], urgent: facts.urgent, receivedAt: facts.receivedAt, text: facts.text, address: facts.address, person: facts.caller,
    ...(facts.town && { town: facts.town }),
  }),
});
