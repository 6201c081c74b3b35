import * as close from './closing-guards.ts';
import { anew, drafted, examined, signedBy } from './facts.ts';
import * as form from './inputs.ts';
import { phase } from './phase.ts';
import * as route from './route-guards.ts';
import * as time from './time-guards.ts';

/** After the opinion: the petitioner's windows, review and recheck, with their outcomes (Q12 to Q15). */
// biome-ignore format: a clerk reads each line from left to right
export const examining = phase({
  acceptOpinion: {
    label: '信访人书面同意', by: 'petitionOffice', from: ['delivered', 'reviewDelivered'], to: 'awaitingClose', input: form.evidence, event: 'OpinionAccepted',
    evolve: (facts) => ({ ...facts, acceptedInWriting: true }),
  },
  lapseReviewWindow: { label: '复查请求期满', by: 'system', from: 'delivered', to: 'awaitingClose', input: form.nothing, event: 'ReviewWindowLapsed' },
  requestReview: {
    label: '登记复查请求', by: 'petitionOffice', from: ['delivered', 'awaitingClose'], to: 'review', input: form.examinationRequest, event: 'ReviewRequested', happenedAt: 'requestedAt',
    refuse: [close.examinedAlready('review'), time.requestTooLate('reviewWindow'), route.accusedCannotHold('body'), close.bodyInvolved],
    evolve: (facts, { input }) => ({ ...facts, review: { body: input.body } }),
    notify: ['coordinator'],
  },
  draftReview: { label: '复查拟办', by: 'reviewOfficer', from: 'review', input: form.note, event: 'ReviewDrafted', evolve: (facts, { actor }) => drafted(facts, 'review', actor) },
  issueReview: {
    label: '签发复查意见书', by: 'reviewLead', from: 'review', to: 'reviewIssued', input: form.examination, event: 'ReviewIssued', issues: 'reviewOpinion',
    refuse: [close.draftMissing('review'), close.signerHandled, close.modifiedKindMissing],
    evolve: (facts, event) => signedBy(examined(facts, 'review', event.input), event), notify: ['petitionOffice', 'coordinator'],
  },
  revokeByReview: {
    label: '复查撤销,责令重新处理', by: 'reviewLead', from: 'review', to: 'investigating', input: form.signing, event: 'ReviewRevoked', issues: 'reviewOpinion',
    refuse: [close.draftMissing('review'), close.signerHandled],
    evolve: (facts, event) => signedBy(anew(facts), event), notify: ['petitionOffice', 'coordinator', 'handler', 'unitLead'],
  },
  deliverReview: {
    label: '送达复查意见书', by: 'reviewOfficer', from: 'reviewIssued', to: 'reviewDelivered', input: form.service, event: 'ReviewDelivered', serves: 'reviewOpinion', happenedAt: 'servedAt',
    refuse: [time.servesOnce('reviewOpinion')], notify: ['petitionOffice'],
  },
  lapseRecheckWindow: { label: '复核请求期满', by: 'system', from: 'reviewDelivered', to: 'awaitingClose', input: form.nothing, event: 'RecheckWindowLapsed' },
  requestRecheck: {
    label: '登记复核请求', by: 'petitionOffice', from: ['reviewDelivered', 'awaitingClose'], to: 'recheck', input: form.examinationRequest, event: 'RecheckRequested', happenedAt: 'requestedAt',
    refuse: [close.examinedAlready('recheck'), close.notReviewed, time.requestTooLate('recheckWindow'), route.accusedCannotHold('body'), close.bodyInvolved],
    evolve: (facts, { input }) => ({ ...facts, recheck: { body: input.body } }),
    notify: ['coordinator'],
  },
  openRecheckHearing: { label: '复核听证', by: 'recheckOfficer', from: 'recheck', to: 'recheckHearing', input: form.note, event: 'RecheckHearingOpened' },
  closeRecheckHearing: { label: '复核听证结束', by: 'recheckOfficer', from: 'recheckHearing', to: 'recheck', input: form.note, event: 'RecheckHearingClosed' },
  draftRecheck: { label: '复核拟办', by: 'recheckOfficer', from: 'recheck', input: form.note, event: 'RecheckDrafted', evolve: (facts, { actor }) => drafted(facts, 'recheck', actor) },
  issueRecheck: {
    label: '签发复核意见书', by: 'recheckLead', from: 'recheck', to: 'recheckIssued', input: form.examination, event: 'RecheckIssued', issues: 'recheckOpinion',
    refuse: [close.draftMissing('recheck'), close.signerHandled, close.modifiedKindMissing],
    evolve: (facts, event) => signedBy(examined(facts, 'recheck', event.input), event), notify: ['petitionOffice', 'coordinator'],
  },
  revokeByRecheck: {
    label: '复核撤销,责令重新处理', by: 'recheckLead', from: 'recheck', to: 'investigating', input: form.signing, event: 'RecheckRevoked', issues: 'recheckOpinion',
    refuse: [close.draftMissing('recheck'), close.signerHandled],
    evolve: (facts, event) => signedBy(anew(facts), event), notify: ['petitionOffice', 'coordinator', 'handler', 'unitLead'],
  },
  deliverRecheck: {
    label: '送达复核意见书', by: 'recheckOfficer', from: 'recheckIssued', to: 'finalized', input: form.service, event: 'RecheckDelivered', serves: 'recheckOpinion', happenedAt: 'servedAt',
    refuse: [time.servesOnce('recheckOpinion')], evolve: (facts) => ({ ...facts, finalized: true }), notify: ['petitionOffice'],
  },
});
