import { eitherKey, keyIf } from '../../definition/limit-choice.ts';
import { passOn } from '../../definition/links.ts';
import { actOfTwo, disputeEnded, outstanding, revoked, type WasteFacts } from './facts.ts';
import { dateNotAhead, disputeNotExtendable, happensByItself } from './filing-guards.ts';
import { servedBeforeIssue } from './decision-guards.ts';
import * as form from './inputs.ts';
import { investigatorCannotApprove, notAssigned, secondMissing } from './officer-guards.ts';
import * as guard from './performance-guards.ts';
import { clocks, command, DECIDED, ENDED, FILED, tellsRevoked, tellsSource } from './shape.ts';
import { without } from './folding.ts';

const CONTESTABLE = ['performance', 'defaulted', 'demanded', 'closing', 'closed'] as const;
const FAILED = ['defaulted', 'demanded'] as const;

/** Three months to go to court begin when nothing can be contested any more and the fine is overdue (Coercion Law art. 53). */
const courtDue = keyIf<WasteFacts>(
  (facts) => facts.unappealable && facts.overdueFrom !== undefined && outstanding(facts) > 0,
  'waste.courtApplication',
);
const disputeKey = eitherKey<WasteFacts>(
  ({ disputes }) => disputes.at(-1)?.kind === 'LITIGATION',
  'waste.judgement',
  'waste.reviewDecision',
);

/** 救济、催告、申请强制执行、责令改正与代履行、结案归档(D16 至 D21)。 */
// biome-ignore format: a clerk reads each line from left to right
export const performance = {
  acceptReview: command({ label: '登记行政复议受理', by: 'caseOfficer', from: CONTESTABLE, input: form.note, event: 'ReviewAccepted', refuse: [notAssigned, guard.reviewedBefore, guard.reviewTooLate],
    evolve: (facts, { at }) => ({ ...without(facts, 'remedyExtension'), disputes: [...facts.disputes, { kind: 'REVIEW', from: at }] }) }),
  acceptLitigation: command({ label: '登记行政诉讼受理', by: 'caseOfficer', from: CONTESTABLE, input: form.note, event: 'LitigationAccepted', refuse: [notAssigned, guard.disputeOpen, guard.litigatedBefore, guard.litigationTooLate],
    evolve: (facts, { at }) => ({ ...without(facts, 'remedyExtension'), disputes: [...facts.disputes, { kind: 'LITIGATION', from: at }] }) }),
  extendReview: command({ label: '登记复议延期', by: 'caseOfficer', from: CONTESTABLE, input: form.remedyDelay, event: 'ReviewExtended', refuse: [guard.noReview, notAssigned, disputeNotExtendable],
    evolve: (facts, { at, input }) => ({ ...facts, remedyExtension: { value: input.days, askedAt: at } }) }),
  reviewUpheld: command({ label: '复议维持', by: 'caseOfficer', from: CONTESTABLE, input: form.note, event: 'ReviewUpheld', refuse: [guard.noReview, notAssigned],
    evolve: (facts, { at }) => ({ ...disputeEnded(facts, at), toldAt: at }) }),
  judgementUpheld: command({ label: '判决维持', by: 'caseOfficer', from: CONTESTABLE, input: form.note, event: 'JudgementUpheld', refuse: [guard.noLitigation, notAssigned],
    evolve: (facts, { at }) => ({ ...disputeEnded(facts, at), unappealable: true }) }),
  revokeToRedo: command({ label: '决定被撤销,重新调查', by: 'caseOfficer', from: CONTESTABLE, to: 'investigating', input: form.note, event: 'RevokedToRedo', refuse: [guard.noDispute, notAssigned],
    evolve: revoked, notify: ['agencyHead', 'coordinator'], tells: tellsRevoked }),
  revoke: command({ label: '决定被撤销,撤案', by: 'caseOfficer', from: CONTESTABLE, to: 'withdrawn', input: form.note, event: 'DecisionRevoked', refuse: [guard.noDispute, notAssigned],
    evolve: revoked, notify: ['agencyHead', 'coordinator'], tells: [...tellsRevoked, ...tellsSource] }),
  lapseReviewWindow: command({ label: '复议申请期满', by: 'system', from: [...CONTESTABLE, 'courtApplied', 'enforcing'], input: form.nothing, event: 'ReviewWindowLapsed', refuse: [happensByItself] }),
  lapseLitigationWindow: command({ label: '起诉期满', by: 'system', from: [...CONTESTABLE, 'courtApplied', 'enforcing'], input: form.nothing, event: 'LitigationWindowLapsed', refuse: [happensByItself], evolve: (facts) => ({ ...facts, unappealable: true }), notify: ['caseOfficer'] }),
  issueDemand: command({ label: '制发催告书', by: 'agencyHead', from: FAILED, input: form.document, event: 'DemandIssued', issues: 'demand', refuse: [guard.demandServed], notify: ['caseOfficer'] }),
  serveDemand: command({ label: '送达催告书', by: 'caseOfficer', from: 'defaulted', to: 'demanded', input: form.service, event: 'DemandServed', serves: 'demand', happenedAt: 'servedAt', refuse: [notAssigned, ...servedBeforeIssue('demand'), secondMissing], evolve: actOfTwo }),
  lapseDemand: command({ label: '催告期满', by: 'system', from: 'demanded', input: form.nothing, event: 'DemandLapsed', refuse: [happensByItself], evolve: (facts) => ({ ...facts, demandOver: true }), notify: ['caseOfficer', 'agencyHead'] }),
  applyToCourt: command({ label: '申请法院强制执行', by: 'agencyHead', from: 'demanded', to: 'courtApplied', input: form.document, event: 'CourtAppliedTo', issues: 'courtApplication', refuse: [guard.disputeOpen, guard.demandRunning, guard.stillAppealable], notify: ['caseOfficer'] }),
  courtAccepted: command({ label: '法院受理', by: 'caseOfficer', from: 'courtApplied', input: form.note, event: 'CourtAccepted', refuse: [notAssigned, guard.courtAcceptedAlready] }),
  courtRuled: command({ label: '法院裁定准予执行', by: 'caseOfficer', from: 'courtApplied', to: 'enforcing', input: form.note, event: 'CourtRuled', refuse: [notAssigned, guard.courtNotAccepted] }),
  courtRefused: command({ label: '法院不予受理或不予执行', by: 'caseOfficer', from: 'courtApplied', to: 'closing', input: form.note, event: 'CourtRefused', refuse: [notAssigned], evolve: (facts) => ({ ...facts, ending: 'COURT_REFUSED' }) }),
  enforced: command({ label: '执行完毕', by: 'caseOfficer', from: 'enforcing', to: 'closing', input: form.enforcement, event: 'FineEnforced', refuse: [notAssigned], evolve: (facts) => ({ ...facts, paid: facts.fine, ending: 'ENFORCED' }) }),
  terminated: command({ label: '终结执行', by: 'caseOfficer', from: 'enforcing', to: 'closing', input: form.note, event: 'EnforcementTerminated', refuse: [notAssigned], evolve: (facts) => ({ ...facts, ending: 'TERMINATED' }) }),
  orderRectification: command({ label: '责令改正', by: 'caseOfficer', from: ['investigating', 'closing'], input: form.rectification, event: 'RectificationOrdered', refuse: [notAssigned, guard.orderedAlready, dateNotAhead('dueOn', '改正期限'), secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), rectification: 'ORDERED', rectifyBy: event.input.dueOn }) }),
  verifyRectification: command({ label: '核实改正情况', by: 'caseOfficer', from: [...FILED, ...DECIDED], input: form.byTwo, event: 'RectificationVerified', refuse: [notAssigned, guard.nothingToRectify, secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), rectification: 'DONE' }) }),
  demandSubstitute: command({ label: '代履行催告', by: 'agencyHead', from: [...FILED, ...DECIDED], input: form.substituteDemand, event: 'SubstituteDemanded', refuse: [guard.nothingToRectify, guard.substituteTooSoon],
    evolve: (facts, { input }) => ({ ...facts, rectification: 'DEMANDED', substituteOn: input.plannedOn }), notify: ['caseOfficer'] }),
  substitute: command({ label: '代履行清除', by: 'caseOfficer', from: [...FILED, ...DECIDED], input: form.byTwo, event: 'SubstitutePerformed', refuse: [notAssigned, guard.noDemandToSubstitute, guard.substituteNotYet, secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), rectification: 'DONE' }) }),
  clearAtOnce: command({ label: '立即清除(道路、河道)', by: 'caseOfficer', from: ['verifying', ...FILED, ...DECIDED], input: form.byTwo, event: 'ClearedAtOnce', refuse: [notAssigned, guard.rectifiedAlready, secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), rectification: 'DONE' }), notify: ['agencyHead'] }),
  proposeClosing: command({ label: '提请结案', by: 'caseOfficer', from: 'closing', input: form.note, event: 'ClosingProposed', refuse: [notAssigned, ...guard.closingConditions],
    evolve: (facts, { actor }) => ({ ...facts, closingProposedBy: actor }), notify: ['agencyHead'] }),
  close: command({ label: '批准结案', by: 'agencyHead', from: 'closing', to: 'closed', input: form.optionalNote, event: 'WasteCaseClosed', refuse: [investigatorCannotApprove, ...guard.closingConditions, guard.closingNotProposed],
    notify: ['coordinator'], tells: tellsSource }),
  sendFinalFeedback: command({ label: '反馈处理结果', by: 'coordinator', from: ENDED, input: form.note, event: 'FinallyFedBack', refuse: [guard.finallyFedBackAlready], evolve: (facts) => ({ ...facts, finallyFedBack: true, fedBack: true }) }),
  reportOffender: command({ label: '提请督查(多次违法)', by: 'agencyHead', from: [...DECIDED, ...ENDED], input: form.offender, event: 'OffenderReported',
    converts: {
      to: 'supervision-matter',
      opening: ({ text, address, town }, { enterprise }) => ({ subjectKind: 'ENTERPRISE', grounds: 'REPEATED_OFFENDER', enterprise, text: passOn(text), address: passOn(address), ...(town !== undefined && { town }) }),
    } }),
  archive: command({ label: '归档', by: 'caseOfficer', from: ENDED, to: 'archived', input: form.nothing, event: 'WasteCaseArchived', refuse: [notAssigned, ...guard.archiveConditions] }),
};

const REVOKED = ['DecisionRevoked', 'RevokedToRedo'] as const;

// biome-ignore format: a clerk reads each line from left to right
export const performanceClocks = clocks({
  dispute: { label: '复议、诉讼期限', limit: disputeKey, duty: 'caseOfficer', inEnded: true,
    starts: ['ReviewAccepted', 'LitigationAccepted'], ends: ['ReviewUpheld', 'JudgementUpheld', ...REVOKED],
    extendedBy: { event: 'ReviewExtended', by: ({ remedyExtension }) => remedyExtension ?? { value: 0 } } },
  demand: { label: '催告期', limit: 'waste.demand', duty: 'caseOfficer', lapse: 'lapseDemand',
    starts: ['DemandServed'], ends: ['DemandLapsed', 'FinePaid', ...REVOKED] },
  courtApplication: { label: '申请强制执行期限', limit: courtDue, duty: 'agencyHead', continues: true,
    starts: ['LitigationWindowLapsed', 'JudgementUpheld', 'PaymentLapsed', 'DeferralLapsed'], ends: ['CourtAppliedTo', 'FinePaid', ...REVOKED] },
  courtAcceptance: { label: '法院受理期限', limit: 'waste.courtAcceptance', duty: 'caseOfficer',
    starts: ['CourtAppliedTo'], ends: ['CourtAccepted', 'CourtRefused'] },
  courtRuling: { label: '法院裁定期限', limit: 'waste.courtRuling', duty: 'caseOfficer',
    starts: ['CourtAccepted'], ends: ['CourtRuled', 'CourtRefused'] },
  enforcement: { label: '执行情况跟踪', limit: 'waste.enforcementCheck', duty: 'caseOfficer',
    starts: ['CourtRuled'], ends: ['FineEnforced', 'EnforcementTerminated'] },
  rectification: { label: '责令改正期限', limit: 'waste.rectification', until: ({ rectifyBy }) => rectifyBy, duty: 'caseOfficer',
    starts: ['RectificationOrdered'], ends: ['RectificationVerified', 'SubstitutePerformed', 'ClearedAtOnce'] },
  closing: { label: '结案期限', limit: 'waste.closing', duty: 'caseOfficer',
    starts: ['FinePaid', 'PenaltyServed', 'NoPenaltyServed', 'WarnedOnTheSpot', 'CourtRefused', 'FineEnforced', 'EnforcementTerminated'], ends: ['WasteCaseClosed', ...REVOKED] },
  finalFeedback: { label: '处理结果反馈期限', limit: keyIf(({ transferor, finallyFedBack }) => transferor !== undefined && !finallyFedBack, 'waste.lead.finalFeedback'), duty: 'coordinator', inEnded: true,
    starts: ['WasteCaseClosed', 'CaseWithdrawn', 'CaseTransferred', 'CaseNotFiled', 'DecisionRevoked'], ends: ['FinallyFedBack'] },
});
