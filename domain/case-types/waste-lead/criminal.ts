import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { phase } from './phase.ts';

/** L8: a suspected crime goes to the police, with limits of its own; what they decline is verified on. */
// biome-ignore format: a clerk reads each line from left to right
export const criminal = phase({
  reportCrime: {
    label: '提出移送司法报告', by: 'caseOfficer', from: 'verifying', to: 'criminalReview', input: form.crimeReport, event: 'CrimeReported',
    refuse: [guard.teamTooSmall], evolve: (facts, { actor, input }) => ({ ...facts, team: [actor, input.second], forwarded: false, reconsidered: false }), notify: ['agencyHead'],
  },
  approveCrimeTransfer: {
    label: '批准移送司法', by: 'agencyHead', from: 'criminalReview', to: 'crimeApproved', input: form.numberedNote, event: 'CrimeTransferApproved',
    refuse: [guard.teamCannotDecide], issues: 'crimeTransfer', notify: ['caseOfficer'],
  },
  denyCrimeTransfer: {
    label: '不批准移送司法', by: 'agencyHead', from: 'criminalReview', to: 'verifying', input: form.note, event: 'CrimeTransferDenied',
    refuse: [guard.teamCannotDecide], evolve: (facts) => ({ ...facts, team: [] }), notify: ['caseOfficer'],
  },
  transferToPolice: {
    label: '移送公安', by: 'caseOfficer', from: 'crimeApproved', to: 'policeReview', input: form.policeReceipt, event: 'CrimeTransferred',
    happenedAt: 'handedAt', serves: 'crimeTransfer',
  },
  recordForwarding: {
    label: '登记公安转送', by: 'caseOfficer', from: 'policeReview', input: form.policeNotice, event: 'PoliceForwarded',
    happenedAt: 'receivedAt', refuse: [guard.forwardedAlready], evolve: (facts) => ({ ...facts, forwarded: true }),
  },
  recordPoliceFiling: {
    label: '登记公安立案', by: 'caseOfficer', from: 'policeReview', to: 'criminalHold', input: form.policeNotice, event: 'PoliceFiled',
    happenedAt: 'receivedAt', notify: ['agencyHead'],
  },
  recordPoliceDecline: {
    label: '登记公安不予立案', by: 'caseOfficer', from: 'policeReview', to: 'policeDeclined', input: form.policeNotice, event: 'PoliceDeclined',
    happenedAt: 'receivedAt', notify: ['agencyHead'],
  },
  askReconsideration: {
    label: '提请复议、立案监督', by: 'caseOfficer', from: 'policeDeclined', to: 'policeReview', input: form.reconsideration, event: 'ReconsiderationAsked',
    refuse: [guard.reconsideredAlready], evolve: (facts) => ({ ...facts, reconsidered: true }),
  },
  acceptDecline: {
    label: '恢复核查', by: 'caseOfficer', from: 'policeDeclined', to: 'verifying', input: form.note, event: 'DeclineAccepted',
    evolve: (facts) => ({ ...facts, team: [] }), notify: ['agencyHead'],
  },
  handOverGoods: {
    label: '移交涉案物品', by: 'caseOfficer', from: 'criminalHold', to: 'feedbackDue', input: form.goods, event: 'GoodsHandedOver',
    evolve: (facts) => ({ ...facts, outcome: 'CRIMINAL' }), notify: ['mgmtOfficer', 'coordinator'],
  },
});
