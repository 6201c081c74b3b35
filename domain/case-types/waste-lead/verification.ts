import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { ACCEPTED, phase, TO_SOURCE } from './phase.ts';
import * as time from './time-guards.ts';
import { passOn } from '../../definition/links.ts';

/** L5 to L7: verification, the decision on filing, feedback, and what goes back to management. */
// biome-ignore format: a clerk reads each line from left to right
export const verification = phase({
  extendVerification: {
    label: '延长核查', by: 'agencyHead', from: 'verifying', input: form.moreTime, event: 'VerificationExtended',
    refuse: [time.extendedAlready, time.extensionTooLate, time.extensionTooLong, time.askerCannotGrant],
    evolve: (facts, { at, input }) => ({ ...facts, extension: { value: input.days, askedAt: at } }), notify: ['caseOfficer'],
  },
  openCase: {
    label: '立案', by: 'caseOfficer', from: 'verifying', to: 'filed', input: form.caseOpening, event: 'CaseOpened',
    refuse: [guard.actNotEnded], evolve: (facts) => ({ ...facts, outcome: 'FILED' }), notify: ['agencyHead'],
    converts: {
      to: 'waste-case',
      opening: (facts, input) => ({
        text: passOn(facts.text), address: passOn(facts.address), actKind: facts.actKind, partyKind: input.partyKind, actEndedOn: input.actEndedOn,
        publicReport: facts.publicReport, leadUnit: facts.leadUnit,
        ...(facts.acceptedAt !== undefined && { receivedAt: facts.acceptedAt }),
        ...(facts.town !== undefined && { town: facts.town }),
        ...(facts.plate !== undefined && { plate: passOn(facts.plate) }),
        ...(input.party && { party: input.party }),
      }),
    },
  },
  proposeNotFiling: {
    label: '拟不予立案', by: 'caseOfficer', from: 'verifying', to: 'notFilingReview', input: form.notFiling, event: 'NotFilingProposed',
    evolve: (facts, { actor }) => ({ ...facts, notFilingBy: actor }), notify: ['agencyHead'],
  },
  approveNotFiling: {
    label: '批准不予立案', by: 'agencyHead', from: 'notFilingReview', to: 'feedbackDue', input: form.numberedNote, event: 'NotFilingApproved',
    refuse: [guard.proposerCannotApprove], evolve: (facts) => ({ ...facts, outcome: 'NOT_FILED' }), issues: 'notFiledNotice', notify: ['caseOfficer'],
  },
  rejectNotFiling: {
    label: '退回继续核查', by: 'agencyHead', from: 'notFilingReview', to: 'verifying', input: form.note, event: 'NotFilingRejected',
    refuse: [guard.proposerCannotApprove], evolve: ({ notFilingBy: _by, ...facts }) => facts, notify: ['caseOfficer'],
  },
  mergeInto: {
    label: '并案', by: ['intake', 'caseOfficer'], from: ['transferPending', 'verifying'], to: 'feedbackDue', input: form.merging, event: 'LeadMerged',
    evolve: (facts) => ({ ...facts, outcome: 'MERGED' }), links: 'merge', tells: [{ link: 'merge', end: 'to', command: 'noteLinked' }],
  },
  retransfer: {
    label: '再移送有权机关', by: 'caseOfficer', from: 'verifying', to: 'feedbackDue', input: form.retransfer, event: 'LeadRetransferred',
    evolve: (facts) => ({ ...facts, outcome: 'RETRANSFERRED' }), notify: ['mgmtOfficer', 'coordinator'],
  },
  reverseTransfer: {
    label: '移送管理部门', by: 'caseOfficer', from: ['verifying', 'filed', 'feedbackDue'], input: form.reverseTransfer, event: 'TurnedToManagement',
    subject: ({ input }) => input.bureau,
    evolve: (facts, { input }) => facts.bureaus.includes(input.bureau) ? facts : { ...facts, bureaus: [...facts.bureaus, input.bureau] },
    notify: ['mgmtOfficer'], notifyAt: 'subject', sends: true,
  },
  tellInformant: {
    label: '告知举报人', by: ['caseOfficer', 'intake'], from: ACCEPTED, input: form.toldInformant, event: 'InformantTold',
    refuse: [guard.noPublicReport, guard.informantTold], evolve: (facts) => ({ ...facts, informantTold: true }),
  },
  sendFeedback: {
    label: '反馈办理结果', by: ['caseOfficer', 'intake'], from: 'feedbackDue', to: 'closed', input: form.feedback, event: 'FeedbackSent',
    refuse: [guard.informantNotTold], issues: 'feedbackLetter', notify: ['mgmtOfficer', 'coordinator', 'dispatcher'], sends: true, tells: TO_SOURCE,
  },
  sendFilingFeedback: {
    label: '反馈立案结果', by: ['caseOfficer', 'intake'], from: 'filed', to: 'awaitingOutcome', input: form.feedback, event: 'FilingFeedbackSent',
    refuse: [guard.finalResultKnown, guard.informantNotTold], evolve: (facts) => ({ ...facts, filingFeedback: true }),
    issues: 'feedbackLetter', notify: ['mgmtOfficer', 'coordinator', 'dispatcher'], sends: true, tells: TO_SOURCE,
  },
  sendFinalFeedback: {
    label: '反馈处理结果', by: ['caseOfficer', 'intake'], from: ['filed', 'awaitingOutcome'], to: 'closed', input: form.finalFeedback, event: 'FinalFeedbackSent',
    refuse: [guard.noFinalResult, guard.informantReplyMissing], issues: 'feedbackLetter', notify: ['mgmtOfficer', 'coordinator', 'dispatcher'], sends: true, tells: TO_SOURCE,
  },
});
