import { keyIf } from '../../definition/limit-choice.ts';
import type { WasteFacts } from './facts.ts';
import { actOfTwo, investigatedBy } from './facts.ts';
import * as guard from './filing-guards.ts';
import { without } from './folding.ts';
import * as form from './inputs.ts';
import {
  askedByApprover,
  investigatorCannotApprove,
  notAssigned,
  sameOfficer,
  secondMissing,
} from './officer-guards.ts';
import { clocks, command, ENDED, FILED, DECIDED, tellsSource } from './shape.ts';

const onTheSpot = (
  facts: WasteFacts,
  event: { actor: string; at: number; input: { second: string } },
): WasteFacts => ({
  ...actOfTwo(facts, event),
  outcome: 'PENALTY_DECIDED',
  toldAt: event.at,
  publication: 'DUE',
});

/** 核查、立案、撤案、当场处罚与反馈(D1、D2、D23,L6)。 */
// biome-ignore format: a clerk reads each line from left to right
export const filing = {
  verify: command({ label: '核查记录', by: 'caseOfficer', from: 'verifying', input: form.byTwo, event: 'VerificationRecorded', refuse: [notAssigned, secondMissing], evolve: actOfTwo }),
  extendVerification: command({ label: '批准延长核查', by: 'agencyHead', from: 'verifying', input: form.moreTime, event: 'VerificationExtended', refuse: [guard.verifyNotExtendable, askedByApprover],
    evolve: (facts, { at, input }) => ({ ...facts, verifyExtension: { value: input.days, askedAt: at } }), notify: ['caseOfficer'] }),
  proposeFiling: command({ label: '提请立案', by: 'caseOfficer', from: 'verifying', to: 'filingReview', input: form.filing, event: 'FilingProposed', refuse: [notAssigned, guard.timeBarred, secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), proposal: 'FILE' }), notify: ['agencyHead'] }),
  proposeNotFiling: command({ label: '提请不予立案', by: 'caseOfficer', from: 'verifying', to: 'filingReview', input: form.notFiling, event: 'NotFilingProposed', refuse: [notAssigned, secondMissing],
    evolve: (facts, event) => ({ ...actOfTwo(facts, event), proposal: 'NOT_FILE' }), notify: ['agencyHead'] }),
  approveFiling: command({ label: '批准立案', by: 'agencyHead', from: 'filingReview', to: 'investigating', input: form.optionalNote, event: 'CaseFiled', refuse: [guard.notProposed('FILE'), investigatorCannotApprove],
    notify: ['caseOfficer', 'coordinator'], tells: tellsSource }),
  approveNotFiling: command({ label: '批准不予立案', by: 'agencyHead', from: 'filingReview', to: 'notFiled', input: form.note, event: 'CaseNotFiled', refuse: [guard.notProposed('NOT_FILE'), investigatorCannotApprove, guard.goodsHeld],
    notify: ['caseOfficer', 'coordinator'], tells: tellsSource }),
  returnProposal: command({ label: '退回核查', by: 'agencyHead', from: 'filingReview', to: 'verifying', input: form.note, event: 'ProposalReturned', refuse: [investigatorCannotApprove],
    evolve: (facts) => without(facts, 'proposal'), notify: ['caseOfficer'] }),
  fineOnTheSpot: command({ label: '当场处罚(罚款)', by: 'caseOfficer', from: 'verifying', to: 'performance', input: form.spotFine, event: 'FinedOnTheSpot', issues: 'spotDecision', refuse: [notAssigned, guard.timeBarredOnTheSpot, guard.fineTooHigh, secondMissing],
    evolve: (facts, event) => ({ ...onTheSpot(facts, event), fine: event.input.amount }) }),
  warnOnTheSpot: command({ label: '当场处罚(警告)', by: 'caseOfficer', from: 'verifying', to: 'closing', input: form.spotWarning, event: 'WarnedOnTheSpot', issues: 'spotDecision', refuse: [notAssigned, guard.timeBarredOnTheSpot, secondMissing],
    evolve: onTheSpot }),
  assignOfficers: command({ label: '调整执法人员', by: 'agencyHead', from: ['verifying', ...FILED, ...DECIDED], input: form.officers, event: 'OfficersAssigned', refuse: [sameOfficer],
    evolve: (facts, { input }) => ({ ...investigatedBy(facts, input.first, input.second), officers: [input.first, input.second] }), notify: ['caseOfficer'] }),
  askWithdrawal: command({ label: '申请撤案', by: 'caseOfficer', from: ['verifying', 'investigating'], to: 'withdrawalReview', input: form.byTwo, event: 'WithdrawalAsked', refuse: [notAssigned, secondMissing],
    evolve: actOfTwo, notify: ['agencyHead'] }),
  approveWithdrawal: command({ label: '批准撤案', by: 'agencyHead', from: 'withdrawalReview', to: 'withdrawn', input: form.note, event: 'CaseWithdrawn', refuse: [investigatorCannotApprove, guard.goodsHeld],
    notify: ['caseOfficer', 'coordinator'], tells: tellsSource }),
  refuseWithdrawal: command({ label: '不予撤案', by: 'agencyHead', from: 'withdrawalReview', to: 'previous', input: form.note, event: 'WithdrawalRefused', refuse: [investigatorCannotApprove], notify: ['caseOfficer'] }),
  sendFeedback: command({ label: '反馈立案结果', by: 'coordinator', from: [...FILED, ...DECIDED, ...ENDED], input: form.note, event: 'FilingFedBack', refuse: [guard.fedBackAlready],
    evolve: (facts) => ({ ...facts, fedBack: true }) }),
  informInformant: command({ label: '告知举报人核查结果', by: ['coordinator', 'intake'], from: ['verifying', 'filingReview', ...FILED, ...DECIDED, ...ENDED], input: form.note, event: 'InformantInformed', refuse: [guard.informedAlready],
    evolve: (facts) => ({ ...facts, informed: true }) }),
};

/** Feedback that is still owed when a case ends goes on in the ended state. */
const feedbackDue = keyIf<WasteFacts>(
  ({ transferor, fedBack }) => transferor !== undefined && !fedBack,
  'waste.lead.filingFeedback',
);

// biome-ignore format: a clerk reads each line from left to right
export const filingClocks = clocks({
  verify: { label: '核查、立案期限', limit: 'waste.verifyDays', duty: 'caseOfficer',
    starts: ['WasteCaseOpened'], ends: ['CaseFiled', 'CaseNotFiled', 'FinedOnTheSpot', 'WarnedOnTheSpot', 'CaseWithdrawn'],
    extendedBy: { event: 'VerificationExtended', by: ({ verifyExtension }) => verifyExtension ?? { value: 0 } } },
  informant: { label: '举报结果告知期限', limit: keyIf(({ publicReport, informed }) => publicReport && !informed, 'waste.informantResult'), duty: 'coordinator', inEnded: true,
    starts: ['WasteCaseOpened', 'CaseNotFiled', 'CaseWithdrawn', 'CaseTransferred'], ends: ['InformantInformed', 'CaseNotFiled', 'CaseWithdrawn', 'CaseTransferred'] },
  filingFeedback: { label: '立案结果反馈期限', limit: feedbackDue, duty: 'coordinator', inEnded: true,
    starts: ['CaseFiled', 'CaseNotFiled', 'FinedOnTheSpot', 'WarnedOnTheSpot'], ends: ['FilingFedBack'] },
});
