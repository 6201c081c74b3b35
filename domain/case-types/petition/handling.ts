import * as close from './closing-guards.ts';
import { buildingOpening, TO_SOURCE, wasteOpening } from './conversions.ts';
import { awaiting, handledBy, signedBy } from './facts.ts';
import * as form from './inputs.ts';
import { phase } from './phase.ts';
import * as route from './route-guards.ts';
import { WITH_UNIT, WORKING } from './stages.ts';
import * as time from './time-guards.ts';

const JOINT = ['forwarded', 'objectionReview', ...WITH_UNIT, 'inProcedure'] as const;

/** What the organ does with it, up to its opinion or its answer (Q6 to Q11). */
// biome-ignore format: a clerk reads each line from left to right
export const handling = phase({
  accept: {
    label: '受理', by: 'coordinator', from: 'unitReceived', to: 'investigating', input: form.acceptance, event: 'PetitionAccepted', issues: 'acceptance', happenedAt: 'acceptedAt',
    refuse: [route.leadsTo('OPINION'), time.simpleTooLate],
    evolve: (facts, { occurredAt, input }) => ({ ...facts, acceptedAt: facts.acceptedAt ?? occurredAt, procedure: input.procedure }),
    notify: ['handler'], tells: TO_SOURCE,
  },
  serveAcceptance: { label: '送达受理告知书', by: ['coordinator', 'handler'], from: WORKING, input: form.service, event: 'AcceptanceServed', serves: 'acceptance', happenedAt: 'servedAt', refuse: [route.nobodyToTell, time.servesOnce('acceptance')] },
  startProcedure: {
    label: '导入其他法定程序', by: 'coordinator', from: 'unitReceived', to: 'inProcedure', input: form.procedureStart, event: 'ProcedureStarted',
    refuse: [route.leadsTo('PROCEDURE'), time.dateNotAhead('dueOn', '该程序办结期限')],
    evolve: (facts, { input }) => awaiting(facts, input.dueOn), notify: ['handler'],
  },
  convertToWasteLead: {
    label: '转建筑垃圾线索', by: ['petitionOffice', 'coordinator'], from: ['routing', 'unitReceived', 'inProcedure'], to: 'inProcedure', input: form.wasteLead, event: 'ConvertedToWasteLead',
    refuse: [route.confidential, route.asksForEnforcement, time.dateNotAhead('dueOn', '答复期限')],
    evolve: (facts, { input }) => awaiting(facts, input.dueOn),
    converts: { to: 'waste-lead', opening: wasteOpening },
  },
  convertToBuilding: {
    label: '转违法建筑', by: ['petitionOffice', 'coordinator'], from: ['routing', 'unitReceived', 'inProcedure'], to: 'inProcedure', input: form.illegalBuilding, event: 'ConvertedToBuilding',
    refuse: [route.confidential, route.asksForEnforcement, time.dateNotAhead('dueOn', '答复期限')],
    evolve: (facts, { input }) => awaiting(facts, input.dueOn),
    converts: { to: 'illegal-building', opening: buildingOpening },
  },
  answerProcedure: {
    label: '答复程序结果', by: ['coordinator', 'handler', 'petitionOffice'], from: 'inProcedure', to: 'replied', input: form.reply, event: 'ProcedureAnswered',
    refuse: [close.jointUnitOpen], evolve: handledBy, notify: ['petitionOffice'],
  },
  answerSuggestion: {
    label: '答复建议', by: ['coordinator', 'handler'], from: 'unitReceived', to: 'replied', input: form.reply, event: 'SuggestionAnswered',
    refuse: [route.leadsTo('REPLY'), close.jointUnitOpen], evolve: handledBy, notify: ['petitionOffice'],
  },
  recordInvestigation: { label: '调查核实记录', by: ['handler', 'coordinator'], from: 'investigating', input: form.note, event: 'InvestigationRecorded', evolve: handledBy },
  makeOrdinary: {
    label: '转普通程序', by: ['coordinator', 'unitLead'], from: WORKING, input: form.note, event: 'MadeOrdinary',
    refuse: [close.notSimple], evolve: (facts) => ({ ...facts, procedure: 'ORDINARY' }),
  },
  inviteAssistance: {
    label: '增派协办', by: 'petitionOffice', from: JOINT, input: form.assistant, event: 'AssistanceInvited', subject: ({ input }) => input.unit,
    refuse: [route.accusedCannotHold('unit'), close.holdsAlready('unit')],
    evolve: (facts, { input }) => ({ ...facts, assisting: [...facts.assisting, input.unit] }),
    notify: ['coordinator'], notifyAt: 'subject', sends: true,
  },
  replyAssistance: {
    label: '协办答复', by: ['coordinator', 'handler'], part: 'assisting', from: [...JOINT, 'routing', 'coordination'], input: form.note, event: 'AssistanceReplied', subject: ({ unit }) => unit,
    evolve: (facts, event) => handledBy(close.done(facts, event.unit), event), notify: ['handler'],
  },
  waiveAssistance: {
    label: '免除协办', by: 'petitionOffice', from: [...JOINT, 'routing', 'coordination'], input: form.assistant, event: 'AssistanceWaived', subject: ({ input }) => input.unit,
    refuse: [close.nobodyAssists, close.assistsNot], evolve: (facts, { input }) => close.done(facts, input.unit),
  },
  startMediation: { label: '启动调解', by: 'handler', from: 'investigating', to: 'mediation', input: form.note, event: 'MediationStarted', evolve: handledBy },
  endMediation: {
    label: '结束调解', by: 'handler', from: 'mediation', to: 'investigating', input: form.mediationResult, event: 'MediationEnded', refuse: [close.agreementMissing],
    evolve: (facts, event) => ({ ...handledBy(facts, event), agreement: event.input.outcome === 'AGREED' }),
  },
  openHearing: { label: '举行听证', by: 'unitLead', from: 'investigating', to: 'hearing', input: form.hearingOpening, event: 'HearingOpened', notify: ['handler'] },
  closeHearing: { label: '听证结束', by: 'handler', from: 'hearing', to: 'investigating', input: form.note, event: 'HearingClosed', evolve: handledBy },
  requestExtension: {
    label: '申请延期', by: ['coordinator', 'handler'], from: WORKING, input: form.extensionRequest, event: 'ExtensionRequested',
    refuse: [time.extendedAlready, time.extensionAwaits, time.extensionTooLate, time.extensionTooLong],
    evolve: (facts, { at, actor, input }) => ({ ...facts, extensionAsked: { value: input.days, askedAt: at, by: actor } }), notify: ['unitLead'],
  },
  grantExtension: {
    label: '批准延期', by: 'unitLead', from: WORKING, input: form.extensionGrant, event: 'ExtensionGranted', issues: 'extensionNotice',
    refuse: [time.noExtensionAwaits, time.askedByOneself, time.extensionTooLate],
    evolve: ({ extensionAsked, ...facts }) => ({ ...facts, ...(extensionAsked && { extension: extensionAsked }) }), notify: ['coordinator', 'handler', 'petitionOffice'],
  },
  refuseExtension: {
    label: '不批准延期', by: 'unitLead', from: WORKING, input: form.note, event: 'ExtensionRefused',
    refuse: [time.noExtensionAwaits, time.askedByOneself], evolve: ({ extensionAsked: _asked, ...facts }) => facts, notify: ['coordinator', 'handler'],
  },
  serveExtension: { label: '送达延期告知书', by: ['coordinator', 'handler'], from: WORKING, input: form.service, event: 'ExtensionServed', serves: 'extensionNotice', happenedAt: 'servedAt', refuse: [route.nobodyToTell, time.servesOnce('extensionNotice')] },
  draftOpinion: {
    label: '提出处理意见', by: 'handler', from: 'investigating', to: 'opinionDraft', input: form.draft, event: 'OpinionDrafted',
    refuse: [close.jointUnitOpen, close.acceptanceNotServed, close.extensionNotServed],
    evolve: (facts, event) => ({ ...handledBy(facts, event), opinion: event.input.kind, executed: false }), notify: ['unitLead'],
  },
  returnDraft: { label: '退回承办人', by: 'unitLead', from: 'opinionDraft', to: 'investigating', input: form.note, event: 'DraftReturned', refuse: [close.signerHandled], notify: ['handler'] },
  issueOpinion: {
    label: '签发处理意见书', by: 'unitLead', from: 'opinionDraft', to: 'opinionIssued', input: form.signing, event: 'OpinionIssued', issues: 'opinion',
    refuse: [close.signerHandled, close.jointUnitOpen], evolve: signedBy, notify: ['handler', 'coordinator'],
  },
  deliverOpinion: {
    label: '送达处理意见书', by: ['handler', 'coordinator'], from: 'opinionIssued', to: 'delivered', input: form.service, event: 'OpinionDelivered', serves: 'opinion', happenedAt: 'servedAt',
    refuse: [route.nobodyToTell, time.servesOnce('opinion')], evolve: handledBy, notify: ['petitionOffice'], tells: TO_SOURCE,
  },
  fileOpinion: {
    label: '无法送达,存档', by: ['handler', 'coordinator'], from: 'opinionIssued', to: 'awaitingClose', input: form.note, event: 'OpinionFiled',
    refuse: [route.somebodyToTell], evolve: handledBy, notify: ['petitionOffice'], tells: TO_SOURCE,
  },
});
