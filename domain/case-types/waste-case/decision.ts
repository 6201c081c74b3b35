import { keyIf } from '../../definition/limit-choice.ts';
import * as guard from './decision-guards.ts';
import { actOfTwo, excluded, type WasteFacts } from './facts.ts';
import { happensByItself } from './filing-guards.ts';
import * as form from './inputs.ts';
import {
  hostCannotReview,
  hostTookPart,
  investigatorCannotApprove,
  investigatorCannotHost,
  investigatorCannotReview,
  notAssigned,
  notTheHost,
  secondMissing,
} from './officer-guards.ts';
import { clocks, command } from './shape.ts';

/** The party was told: it may defend itself, and ask for a hearing where it was told of that right. */
const notified = (facts: WasteFacts): WasteFacts => ({
  ...facts,
  defence: 'OPEN',
  ...(facts.hearingRight && { hearing: 'OPEN' }),
});
const reviewedBy = (facts: WasteFacts, { actor }: { readonly actor: string }): WasteFacts => ({
  ...facts,
  reviewers: [...new Set([...facts.reviewers, actor])],
});
const SETTLING = ['defence', 'hearing'] as const;
const READY = [guard.reviewMissing, guard.discussionMissing, investigatorCannotApprove] as const;
const DECIDABLE = ['concluded', 'decisionApproval'] as const;

/** 法制审核、集体讨论、告知、陈述申辩、听证、决定(D8 至 D11)。 */
// biome-ignore format: a clerk reads each line from left to right
export const decision = {
  submitLegalReview: command({ label: '送法制审核', by: 'caseOfficer', from: DECIDABLE, to: 'legalReview', input: form.optionalNote, event: 'LegalReviewAsked', refuse: [notAssigned, guard.reviewedAlready], notify: ['legalReviewer'] }),
  passReview: command({ label: '法制审核通过', by: 'legalReviewer', from: 'legalReview', to: 'previous', input: form.note, event: 'LegalReviewPassed', refuse: [investigatorCannotReview, hostCannotReview],
    evolve: (facts, event) => ({ ...reviewedBy(facts, event), reviewed: true }), notify: ['caseOfficer'] }),
  rejectReview: command({ label: '法制审核退回', by: 'legalReviewer', from: 'legalReview', to: 'investigating', input: form.note, event: 'LegalReviewRejected', refuse: [investigatorCannotReview, hostCannotReview],
    evolve: reviewedBy, notify: ['caseOfficer'] }),
  startDiscussion: command({ label: '提请集体讨论', by: 'caseOfficer', from: DECIDABLE, to: 'discussion', input: form.optionalNote, event: 'DiscussionAsked', refuse: [notAssigned, guard.discussedAlready], notify: ['agencyHead'] }),
  recordDiscussion: command({ label: '集体讨论决定', by: 'agencyHead', from: 'discussion', to: 'previous', input: form.note, event: 'CaseDiscussed', refuse: [investigatorCannotApprove],
    evolve: (facts) => ({ ...facts, discussed: true }), notify: ['caseOfficer'] }),
  issueNotice: command({ label: '制发处罚事先告知书', by: 'agencyHead', from: 'concluded', to: 'priorNotice', input: form.document, event: 'NoticeIssued', issues: 'priorNotice', refuse: [...READY, guard.hearingRightMissing],
    evolve: (facts) => ({ ...facts, hearingRight: false }), notify: ['caseOfficer'] }),
  issueHearingRight: command({ label: '制发处罚事先告知书(告知听证权)', by: 'agencyHead', from: 'concluded', to: 'priorNotice', input: form.document, event: 'HearingRightIssued', issues: 'priorNotice', refuse: [...READY],
    evolve: (facts) => ({ ...facts, hearingRight: true }), notify: ['caseOfficer'] }),
  serveNotice: command({ label: '送达告知书', by: 'caseOfficer', from: 'priorNotice', to: 'defence', input: form.service, event: 'NoticeServed', serves: 'priorNotice', happenedAt: 'servedAt', refuse: [notAssigned, ...guard.servedBeforeIssue('priorNotice'), secondMissing],
    evolve: (facts, event) => notified(actOfTwo(facts, event)) }),
  announceNotice: command({ label: '公告送达告知书', by: 'caseOfficer', from: 'priorNotice', to: 'noticeAnnounced', input: form.announcement, event: 'NoticeAnnounced', refuse: [notAssigned],
    evolve: (facts) => excluded(facts, '公告送达') }),
  noticeAnnouncementOver: command({ label: '告知公告期满', by: 'system', from: 'noticeAnnounced', to: 'defence', input: form.nothing, event: 'NoticeAnnouncementOver', refuse: [happensByItself], serves: 'priorNotice', evolve: notified }),
  waiveDefence: command({ label: '书面放弃陈述、申辩', by: 'caseOfficer', from: SETTLING, input: form.waiver, event: 'DefenceWaived', refuse: [notAssigned, guard.defenceSettled],
    evolve: (facts) => ({ ...facts, defence: 'WAIVED' }) }),
  recordDefence: command({ label: '记录陈述、申辩', by: 'caseOfficer', from: SETTLING, input: form.defence, event: 'DefenceRaised', refuse: [notAssigned, guard.defenceSettled],
    evolve: (facts) => ({ ...facts, defence: 'RAISED' }) }),
  considerDefence: command({ label: '复核陈述、申辩', by: 'caseOfficer', from: SETTLING, input: form.byTwo, event: 'DefenceConsidered', refuse: [notAssigned, guard.noDefenceRaised, secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), defence: 'CONSIDERED' }) }),
  lapseDefence: command({ label: '陈述、申辩期满', by: 'system', from: SETTLING, input: form.nothing, event: 'DefenceLapsed', refuse: [happensByItself],
    evolve: (facts) => (facts.defence === 'OPEN' ? { ...facts, defence: 'LAPSED' } : facts) }),
  requestHearing: command({ label: '当事人要求听证', by: ['caseOfficer', 'intake'], from: 'defence', to: 'hearing', input: form.note, event: 'HearingRequested', refuse: [guard.noHearingRight],
    evolve: (facts) => ({ ...excluded(facts, '听证'), hearing: 'REQUESTED' }), notify: ['agencyHead'] }),
  waiveHearing: command({ label: '书面放弃听证', by: 'caseOfficer', from: 'defence', input: form.waiver, event: 'HearingWaived', refuse: [notAssigned, guard.noHearingRight],
    evolve: (facts) => ({ ...facts, hearing: 'WAIVED' }) }),
  lapseHearing: command({ label: '要求听证期满', by: 'system', from: 'defence', input: form.nothing, event: 'HearingLapsed', refuse: [happensByItself], evolve: (facts) => ({ ...facts, hearing: 'LAPSED' }) }),
  noticeHearing: command({ label: '制发听证通知书', by: 'agencyHead', from: 'hearing', input: form.hearingNotice, event: 'HearingNotified', issues: 'hearingNotice', refuse: [hostTookPart, guard.hearingTooSoon],
    evolve: (facts, { input }) => ({ ...facts, hearingOn: input.heldOn, host: input.host }), notify: ['hearingHost', 'caseOfficer'] }),
  serveHearingNotice: command({ label: '送达听证通知书', by: 'caseOfficer', from: 'hearing', input: form.service, event: 'HearingNoticeServed', serves: 'hearingNotice', happenedAt: 'servedAt', refuse: [notAssigned, ...guard.servedBeforeIssue('hearingNotice'), secondMissing], evolve: actOfTwo }),
  holdHearing: command({ label: '举行听证', by: 'hearingHost', from: 'hearing', to: 'defence', input: form.hearingRecord, event: 'HearingHeld', refuse: [notTheHost, investigatorCannotHost, guard.hearingNotReady],
    evolve: (facts) => ({ ...facts, hearing: 'HELD', reviewed: false }), notify: ['caseOfficer', 'agencyHead'] }),
  withdrawHearing: command({ label: '撤回听证要求', by: 'caseOfficer', from: 'hearing', to: 'defence', input: form.waiver, event: 'HearingWithdrawn', refuse: [notAssigned],
    evolve: (facts) => ({ ...facts, hearing: 'WAIVED' }) }),
  submitDecision: command({ label: '提请作出决定', by: 'caseOfficer', from: 'defence', to: 'decisionApproval', input: form.note, event: 'DecisionProposed', refuse: [notAssigned, guard.defenceUnsettled, guard.hearingUnsettled], notify: ['agencyHead'] }),
  decideFine: command({ label: '作出罚款决定', by: 'agencyHead', from: 'decisionApproval', to: 'decided', input: form.fine, event: 'FineDecided', issues: 'penaltyDecision', refuse: [...READY, guard.fineNotAnnounced, guard.heavierThanAnnounced],
    evolve: (facts, { input }) => ({ ...facts, outcome: 'PENALTY_DECIDED', fine: input.amount, publication: 'DUE' }), notify: ['caseOfficer', 'coordinator'] }),
  decidePenalty: command({ label: '作出其他处罚决定', by: 'agencyHead', from: 'decisionApproval', to: 'decided', input: form.document, event: 'PenaltyDecided', issues: 'penaltyDecision', refuse: [...READY, guard.fineAnnounced],
    evolve: (facts) => ({ ...facts, outcome: 'PENALTY_DECIDED', publication: 'DUE' }), notify: ['caseOfficer', 'coordinator'] }),
  decideNoPenalty: command({ label: '作出不予处罚决定', by: 'agencyHead', from: DECIDABLE, to: 'decided', input: form.noPenalty, event: 'NoPenaltyDecided', issues: 'noPenaltyDecision', refuse: [investigatorCannotApprove],
    evolve: (facts, { input }) => ({ ...facts, outcome: input.ground === 'NOT_PROVEN' ? 'CHARGE_NOT_PROVEN' : 'NO_PENALTY' }), notify: ['caseOfficer'] }),
};

// biome-ignore format: a clerk reads each line from left to right
export const decisionClocks = clocks({
  legalReview: { label: '法制审核期限', limit: 'waste.legalReview', duty: 'legalReviewer',
    starts: ['LegalReviewAsked'], ends: ['LegalReviewPassed', 'LegalReviewRejected'] },
  noticeAnnouncement: { label: '告知公告期', limit: 'waste.announceDays', duty: 'caseOfficer', lapse: 'noticeAnnouncementOver',
    starts: ['NoticeAnnounced'], ends: ['NoticeAnnouncementOver'] },
  defence: { label: '陈述、申辩期', limit: 'waste.defenceWd', duty: 'caseOfficer', lapse: 'lapseDefence',
    starts: ['NoticeServed', 'NoticeAnnouncementOver'], ends: ['DefenceLapsed', 'DefenceWaived', 'DefenceConsidered'] },
  hearingRequest: { label: '要求听证期', limit: keyIf(({ hearingRight }) => hearingRight, 'waste.hearingRequest'), duty: 'caseOfficer', lapse: 'lapseHearing',
    starts: ['NoticeServed', 'NoticeAnnouncementOver'], ends: ['HearingLapsed', 'HearingRequested', 'HearingWaived'] },
});
