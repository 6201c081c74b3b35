import { keyIf } from '../../definition/limit-choice.ts';
import { actOfTwo, anew, excluded, type WasteFacts } from './facts.ts';
import * as guard from './filing-guards.ts';
import { amountMissing } from './decision-guards.ts';
import { without } from './folding.ts';
import * as form from './inputs.ts';
import { SUSPENSIONS } from './labels.ts';
import {
  approvedByAsker,
  investigatorCannotApprove,
  notAssigned,
  secondMissing,
} from './officer-guards.ts';
import { clocks, command, FILED, tellsSource } from './shape.ts';

const replied = (facts: WasteFacts, unit: string): WasteFacts => ({
  ...facts,
  assisting: facts.assisting.filter((other) => other !== unit),
});

/** 调查、协助认定、中止、移送司法、调查终结(D3、D7,L8)。 */
// biome-ignore format: a clerk reads each line from left to right
export const investigation = {
  investigate: command({ label: '调查取证', by: 'caseOfficer', from: 'investigating', input: form.act, event: 'EvidenceTaken', refuse: [notAssigned, secondMissing], evolve: actOfTwo }),
  inviteAssistance: command({ label: '请求协助认定', by: 'caseOfficer', from: 'investigating', input: form.assistant, event: 'AssistanceAsked', subject: ({ input }) => input.unit, refuse: [notAssigned, guard.holdsAlready],
    evolve: (facts, { input }) => ({ ...without(facts, 'assistUntil'), assisting: [...facts.assisting, input.unit] }), notify: ['coordinator'], notifyAt: 'subject', sends: true }),
  replyAssistance: command({ label: '出具协助认定意见', by: 'coordinator', part: 'assisting', from: FILED, input: form.note, event: 'AssistanceGiven', subject: ({ unit }) => unit,
    evolve: (facts, { unit }) => replied(facts, unit), notify: ['caseOfficer'] }),
  postponeAssistance: command({ label: '协助认定延期', by: 'coordinator', part: 'assisting', from: FILED, input: form.assistanceDelay, event: 'AssistancePostponed', subject: ({ unit }) => unit, refuse: [guard.dateNotAhead('until', '答复日期')],
    evolve: (facts, { input }) => ({ ...facts, assistUntil: input.until }), notify: ['caseOfficer'] }),
  waiveAssistance: command({ label: '撤回协助请求', by: 'caseOfficer', from: FILED, input: form.assistant, event: 'AssistanceWaived', subject: ({ input }) => input.unit, refuse: [notAssigned, guard.nobodyAssists, guard.assistsNot],
    evolve: (facts, { input }) => replied(facts, input.unit) }),
  startTesting: command({ label: '委托检测鉴定', by: 'caseOfficer', from: 'investigating', to: 'testing', input: form.exclusion, event: 'TestingStarted', refuse: [notAssigned, approvedByAsker, guard.dateNotAhead('until', '预计恢复日期')],
    evolve: (facts, { input }) => excluded(facts, '等待鉴定', input.until) }),
  endTesting: command({ label: '鉴定结束,恢复办理', by: 'caseOfficer', from: 'testing', to: 'investigating', input: form.optionalNote, event: 'TestingEnded', refuse: [notAssigned], notify: ['caseOfficer'] }),
  suspend: command({ label: '中止', by: 'caseOfficer', from: 'investigating', to: 'suspended', input: form.suspension, event: 'CaseSuspended', refuse: [notAssigned, approvedByAsker, guard.dateNotAhead('until', '预计恢复日期')],
    evolve: (facts, { input }) => excluded(facts, SUSPENSIONS[input.ground], input.until) }),
  resume: command({ label: '恢复办理', by: 'caseOfficer', from: 'suspended', to: 'investigating', input: form.optionalNote, event: 'CaseResumed', refuse: [notAssigned], notify: ['caseOfficer'] }),
  extendDecision: command({ label: '延长办案期限', by: 'agencyHead', from: FILED, input: form.moreTime, event: 'DecisionExtended', refuse: [guard.decisionExtensionOff],
    evolve: (facts, { at, input }) => ({ ...facts, decisionExtension: { value: input.days, askedAt: at } }) }),
  reportCrime: command({ label: '报告涉嫌犯罪', by: 'caseOfficer', from: ['investigating', 'concluded'], to: 'criminalReview', input: form.byTwo, event: 'CrimeReported', refuse: [notAssigned, secondMissing], evolve: actOfTwo, notify: ['agencyHead'] }),
  refuseTransfer: command({ label: '不予移送司法', by: 'agencyHead', from: 'criminalReview', to: 'previous', input: form.note, event: 'TransferRefused', refuse: [investigatorCannotApprove], notify: ['caseOfficer'] }),
  approveTransfer: command({ label: '批准移送司法', by: 'agencyHead', from: 'criminalReview', to: 'criminalHold', input: form.note, event: 'TransferApproved', refuse: [investigatorCannotApprove],
    evolve: (facts) => excluded(facts, '移送司法'), notify: ['caseOfficer'] }),
  handToPolice: command({ label: '移送公安', by: 'caseOfficer', from: 'criminalHold', input: form.byTwo, event: 'HandedToPolice', refuse: [notAssigned, guard.handedAlready, secondMissing] }),
  askReconsideration: command({ label: '提请复议不予立案决定', by: 'caseOfficer', from: FILED, input: form.note, event: 'ReconsiderationAsked', refuse: [notAssigned, guard.policeNotDeclined],
    evolve: (facts) => without(facts, 'policeDeclined') }),
  policeFiled: command({ label: '公安立案', by: 'caseOfficer', from: 'criminalHold', to: 'transferred', input: form.note, event: 'CaseTransferred', refuse: [notAssigned],
    evolve: (facts) => ({ ...facts, outcome: 'TRANSFERRED_JUDICIAL' }), notify: ['coordinator'], tells: tellsSource }),
  policeDeclined: command({ label: '公安不予立案,恢复办理', by: 'caseOfficer', from: 'criminalHold', to: 'investigating', input: form.note, event: 'PoliceDeclined', refuse: [notAssigned],
    evolve: (facts) => ({ ...facts, policeDeclined: true }) }),
  handOverGoods: command({ label: '移交涉案物品', by: 'caseOfficer', from: 'transferred', input: form.byTwo, event: 'GoodsHandedOver', refuse: [notAssigned, guard.nothingHeld, secondMissing],
    evolve: (facts) => ({ ...facts, items: facts.items.map((item) => ({ ...item, disposed: true })) }) }),
  conclude: command({ label: '调查终结', by: 'caseOfficer', from: 'investigating', to: 'concluded', input: form.conclusion, event: 'InvestigationConcluded', refuse: [notAssigned, guard.assistanceOpen, amountMissing, secondMissing],
    evolve: (facts, event) => {
      const { penalty, amount = 0, reviewReason, major, partyKind } = event.input;
      return { ...actOfTwo(anew(facts), event), partyKind, findings: { penalty, amount, reviewReason, major } };
    } }),
  sendBack: command({ label: '退回补充调查', by: 'agencyHead', from: ['concluded', 'priorNotice', 'decisionApproval'], to: 'investigating', input: form.note, event: 'InvestigationReopened', refuse: [investigatorCannotApprove],
    evolve: anew, notify: ['caseOfficer'] }),
};

// biome-ignore format: a clerk reads each line from left to right
export const investigationClocks = clocks({
  decision: { label: '办案期限', limit: 'waste.decisionDays', duty: 'caseOfficer',
    starts: ['CaseFiled', 'RevokedToRedo'], ends: ['FineDecided', 'PenaltyDecided', 'NoPenaltyDecided', 'CaseWithdrawn', 'CaseTransferred'],
    pausedIn: { states: ['testing', 'suspended', 'criminalHold', 'noticeAnnounced', 'hearing'], ground: ({ excludedFor = '' }) => excludedFor }, extendedBy: { event: 'DecisionExtended', by: ({ decisionExtension }) => decisionExtension ?? { value: 0 } } },
  assistance: { label: '协助认定期限', limit: 'waste.assistance', until: ({ assistUntil }) => assistUntil, duty: 'coordinator', perSubject: true,
    starts: ['AssistanceAsked', 'AssistancePostponed'], ends: ['AssistanceGiven', 'AssistanceWaived', 'AssistancePostponed'] },
  testing: { label: '鉴定期限', limit: 'waste.exclusionReview', until: ({ excludedUntil }) => excludedUntil, duty: 'caseOfficer', lapse: 'endTesting',
    starts: ['TestingStarted'], ends: ['TestingEnded'] },
  suspension: { label: '中止期限', limit: 'waste.exclusionReview', until: ({ excludedUntil }) => excludedUntil, duty: 'caseOfficer', lapse: 'resume',
    starts: ['CaseSuspended'], ends: ['CaseResumed'] },
  criminalDecision: { label: '决定是否移送司法', limit: 'waste.criminal.decide', duty: 'agencyHead',
    starts: ['CrimeReported'], ends: ['TransferApproved', 'TransferRefused'] },
  criminalTransfer: { label: '移送公安期限', limit: 'waste.criminal.transfer', duty: 'caseOfficer',
    starts: ['TransferApproved'], ends: ['HandedToPolice', 'CaseTransferred', 'PoliceDeclined'] },
  policeFiling: { label: '公安立案决定期限', limit: 'waste.criminal.policeFiling', duty: 'caseOfficer',
    starts: ['HandedToPolice'], ends: ['CaseTransferred', 'PoliceDeclined'] },
  reconsideration: { label: '提请复议期限', limit: 'waste.criminal.reconsider', duty: 'caseOfficer',
    starts: ['PoliceDeclined'], ends: ['ReconsiderationAsked', 'InvestigationConcluded', 'TransferApproved'] },
  goodsHandOver: { label: '移交涉案物品期限', limit: keyIf(({ items }) => items.some(({ disposed }) => !disposed), 'waste.criminal.handOver'), duty: 'caseOfficer', inEnded: true,
    starts: ['CaseTransferred'], ends: ['GoodsHandedOver'] },
});
