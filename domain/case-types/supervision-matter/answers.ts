import { reported } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { LEADERS, OFFICERS, phase, UNIT_ROLES } from './phase.ts';

const AFTER = ['answering', 'reported', 'verified'] as const;

/** What the subject owes, how it is verified and closed, and the re-examination that a unit may ask for. */
// biome-ignore format: a clerk reads each line from left to right
export const answers = phase({
  recordInterview: {
    label: '约谈纪要', by: OFFICERS, from: 'answering', input: form.interview, event: 'InterviewHeld', happenedAt: 'heldAt',
    refuse: [guard.noInterviewDue], evolve: (facts) => ({ ...facts, interviewHeld: true }), notify: UNIT_ROLES,
  },
  report: {
    label: '报送整改情况', by: [...UNIT_ROLES, ...OFFICERS], from: 'answering', to: 'reported', input: form.report, event: 'RectificationReported',
    refuse: [guard.unitAnswersItself, guard.interviewNotHeld, guard.writtenMissing], evolve: reported, notify: OFFICERS,
  },
  verify: {
    label: '整改核实', by: OFFICERS, from: 'reported', to: 'verified', input: form.check, event: 'RectificationVerified',
    refuse: [guard.reporterCannotVerify], notify: OFFICERS,
  },
  reject: {
    label: '整改退回', by: OFFICERS, from: 'reported', to: 'answering', input: form.check, event: 'RectificationRejected',
    refuse: [guard.reporterCannotVerify], notify: UNIT_ROLES,
  },
  close: {
    label: '销号', by: OFFICERS, from: 'verified', to: 'closed', input: form.optionalNote, event: 'MatterClosed',
    refuse: [guard.issuerCannotClose, guard.reporterCannotVerify, guard.reexamOpen], notify: UNIT_ROLES,
  },
  askReexam: {
    label: '申请督查复核', by: UNIT_ROLES, from: AFTER, input: form.note, event: 'ReexamAsked',
    refuse: [guard.noReexamWindow], evolve: (facts) => ({ ...facts, reexam: 'asked' }), notify: LEADERS,
  },
  waiveReexam: {
    label: '不申请复核', by: 'unitLead', from: AFTER, input: form.optionalNote, event: 'ReexamWaived',
    refuse: [guard.noReexamWindow], evolve: (facts) => ({ ...facts, reexam: 'over' }),
  },
  lapseReexam: {
    label: '复核申请期届满', by: 'system', from: ['approval', ...AFTER], input: form.nothing, event: 'ReexamLapsed',
    evolve: (facts) => facts.reexam === 'open' ? { ...facts, reexam: 'over' } : facts,
  },
  uphold: {
    label: '复核维持', by: LEADERS, from: AFTER, input: form.note, event: 'ConclusionUpheld',
    refuse: [guard.noReexamAsked, guard.approverCannotReexamine], evolve: (facts) => ({ ...facts, reexam: 'over' }), notify: UNIT_ROLES,
  },
  revoke: {
    label: '复核撤销', by: LEADERS, from: AFTER, to: 'verified', input: form.note, event: 'ConclusionRevoked',
    refuse: [guard.noReexamAsked, guard.approverCannotReexamine], evolve: (facts) => ({ ...facts, reexam: 'over', revoked: true }), notify: UNIT_ROLES,
  },
});
