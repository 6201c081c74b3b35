import { keyIf } from '../../definition/limit-choice.ts';
import { servedBeforeIssue } from './decision-guards.ts';
import * as decided from './decision-guards.ts';
import { actOfTwo, type WasteFacts } from './facts.ts';
import { happensByItself } from './filing-guards.ts';
import { without } from './folding.ts';
import * as form from './inputs.ts';
import { investigatorCannotApprove, notAssigned, secondMissing } from './officer-guards.ts';
import * as guard from './performance-guards.ts';
import { clocks, command, DECIDED, ENDED, FILED } from './shape.ts';

type Told = { readonly occurredAt: number };

/** From now on the fine has to be paid, and the decision can be contested. */
const told = (facts: WasteFacts, { occurredAt }: Told): WasteFacts => ({
  ...facts,
  toldAt: occurredAt,
});
const overdue = (facts: WasteFacts, { occurredAt }: Told): WasteFacts => ({
  ...facts,
  overdueFrom: occurredAt,
});
const paidUp = (
  facts: WasteFacts,
  { input: { surcharge } }: { readonly input: { readonly surcharge?: number | undefined } },
): WasteFacts => ({
  ...facts,
  paid: facts.fine,
  ending: 'PAID',
  ...(surcharge !== undefined && { surcharge }),
});
const PAYING = ['performance', 'defaulted', 'demanded'] as const;
const TOLD = ['DecisionServed', 'DecisionAnnouncementOver', 'FinedOnTheSpot'] as const;
const CONTESTED = [
  'ReviewAccepted',
  'LitigationAccepted',
  'DecisionRevoked',
  'RevokedToRedo',
] as const;

/** 送达、缴纳、公开(D12 至 D15,D22,D25)。 */
// biome-ignore format: a clerk reads each line from left to right
export const service = {
  serveDecision: command({ label: '送达罚款决定书', by: 'caseOfficer', from: 'decided', to: 'performance', input: form.service, event: 'DecisionServed', serves: 'penaltyDecision', happenedAt: 'servedAt', refuse: [notAssigned, decided.notAFine, ...servedBeforeIssue('penaltyDecision'), secondMissing],
    evolve: (facts, event) => told(actOfTwo(facts, event), event) }),
  servePenalty: command({ label: '送达其他处罚决定书', by: 'caseOfficer', from: 'decided', to: 'closing', input: form.service, event: 'PenaltyServed', serves: 'penaltyDecision', happenedAt: 'servedAt', refuse: [notAssigned, decided.isAFine, guard.notPunished, ...servedBeforeIssue('penaltyDecision'), secondMissing],
    evolve: (facts, event) => told(actOfTwo(facts, event), event) }),
  serveNoPenalty: command({ label: '送达不予处罚决定书', by: 'caseOfficer', from: 'decided', to: 'closing', input: form.service, event: 'NoPenaltyServed', serves: 'noPenaltyDecision', happenedAt: 'servedAt', refuse: [notAssigned, ...servedBeforeIssue('noPenaltyDecision'), secondMissing],
    evolve: actOfTwo }),
  announceDecision: command({ label: '公告送达罚款决定书', by: 'caseOfficer', from: 'decided', to: 'decisionAnnounced', input: form.announcement, event: 'DecisionAnnounced', refuse: [notAssigned, decided.notAFine] }),
  decisionAnnouncementOver: command({ label: '决定公告期满', by: 'system', from: 'decisionAnnounced', to: 'performance', input: form.nothing, event: 'DecisionAnnouncementOver', refuse: [happensByItself], serves: 'penaltyDecision', evolve: told }),
  payPart: command({ label: '登记部分缴纳', by: ['caseOfficer', 'intake'], from: [...PAYING, 'courtApplied', 'enforcing'], input: form.partPayment, event: 'PartPaid', happenedAt: 'paidAt', refuse: [guard.notAPart],
    evolve: (facts, { occurredAt: at, input: { amount } }) => ({ ...facts, paid: facts.paid + amount, payments: [...(facts.payments ?? []), { amount, at }] }) }),
  payInFull: command({ label: '登记缴清罚款', by: ['caseOfficer', 'intake'], from: PAYING, to: 'closing', input: form.fullPayment, event: 'FinePaid', happenedAt: 'paidAt', refuse: [guard.surchargeDiffers], evolve: paidUp, notify: ['caseOfficer'] }),
  grantDeferral: command({ label: '批准延期、分期缴纳', by: 'agencyHead', from: 'performance', input: form.deferral, event: 'DeferralGranted', refuse: [guard.deferredAlready, guard.deferralNotAhead],
    evolve: (facts, { input }) => ({ ...facts, deferredUntil: input.until }), notify: ['caseOfficer'] }),
  lapsePayment: command({ label: '缴纳期满', by: 'system', from: 'performance', to: 'defaulted', input: form.nothing, event: 'PaymentLapsed', refuse: [happensByItself], evolve: overdue, notify: ['caseOfficer'] }),
  lapseDeferral: command({ label: '延期、分期期满', by: 'system', from: 'performance', to: 'defaulted', input: form.nothing, event: 'DeferralLapsed', refuse: [happensByItself], evolve: overdue, notify: ['caseOfficer'] }),
  publish: command({ label: '公开处罚决定', by: 'coordinator', from: DECIDED, input: form.note, event: 'DecisionPublished', refuse: [guard.nothingToPublish],
    evolve: (facts) => ({ ...facts, publication: 'PUBLISHED' }) }),
  waivePublication: command({ label: '批准不予公开', by: 'agencyHead', from: DECIDED, input: form.note, event: 'PublicationWaived', refuse: [guard.nothingToPublish, investigatorCannotApprove],
    evolve: (facts) => ({ ...facts, publication: 'WAIVED' }) }),
  withdrawPublication: command({ label: '撤回公开的处罚决定', by: 'coordinator', from: [...FILED, ...DECIDED, ...ENDED], input: form.note, event: 'PublicationWithdrawn', refuse: [guard.nothingToWithdraw],
    evolve: (facts) => without(facts, 'withdrawalDue') }),
};

// biome-ignore format: a clerk reads each line from left to right
export const serviceClocks = clocks({
  delivery: { label: '送达决定书期限', limit: 'waste.delivery', duty: 'caseOfficer',
    starts: ['FineDecided', 'PenaltyDecided', 'NoPenaltyDecided'], ends: ['DecisionServed', 'PenaltyServed', 'NoPenaltyServed', 'DecisionAnnounced'] },
  decisionAnnouncement: { label: '决定公告期', limit: 'waste.announceDays', duty: 'caseOfficer', lapse: 'decisionAnnouncementOver',
    starts: ['DecisionAnnounced'], ends: ['DecisionAnnouncementOver'] },
  payment: { label: '缴纳罚款期限', limit: 'waste.payment', duty: 'caseOfficer', lapse: 'lapsePayment',
    starts: TOLD, ends: ['PaymentLapsed', 'FinePaid', 'DeferralGranted', 'DecisionRevoked', 'RevokedToRedo'] },
  deferral: { label: '延期、分期缴纳期限', limit: 'waste.deferral', until: ({ deferredUntil }) => deferredUntil, duty: 'caseOfficer', lapse: 'lapseDeferral',
    starts: ['DeferralGranted'], ends: ['DeferralLapsed', 'FinePaid', 'DecisionRevoked', 'RevokedToRedo'] },
  publication: { label: '公开处罚决定期限', limit: 'waste.publication', duty: 'coordinator',
    starts: ['FineDecided', 'PenaltyDecided', 'FinedOnTheSpot', 'WarnedOnTheSpot'], ends: ['DecisionPublished', 'PublicationWaived', 'RevokedToRedo'] },
  publicationWithdrawal: { label: '撤回公开期限', limit: keyIf(({ withdrawalDue }) => withdrawalDue === true, 'waste.withdrawPublication'), duty: 'coordinator', inEnded: true,
    starts: ['DecisionRevoked', 'RevokedToRedo', 'CaseWithdrawn', 'CaseTransferred'], ends: ['PublicationWithdrawn', 'CaseWithdrawn', 'CaseTransferred'] },
  reviewWindow: { label: '申请行政复议期限', limit: 'waste.administrativeReview', duty: 'caseOfficer', lapse: 'lapseReviewWindow',
    starts: [...TOLD, 'PenaltyServed', 'WarnedOnTheSpot'], ends: ['ReviewWindowLapsed', ...CONTESTED] },
  litigationWindow: { label: '提起行政诉讼期限', limit: guard.litigationKey, duty: 'caseOfficer', lapse: 'lapseLitigationWindow', inEnded: true,
    starts: [...TOLD, 'PenaltyServed', 'WarnedOnTheSpot', 'ReviewUpheld'], ends: ['LitigationWindowLapsed', ...CONTESTED] },
});
