import { approved, dropped, named, proposes, took } from './facts.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import { CLIMBING, LEADERS, OFFICERS, phase, UNIT_ROLES } from './phase.ts';

const PROPOSED = { by: OFFICERS, from: CLIMBING, to: 'approval', notify: LEADERS } as const;

/** The ladder: the lower rungs are the supervisor's, from 通报 on another person approves. */
// biome-ignore format: a clerk reads each line from left to right
export const rungs = phase({
  nameSubject: { label: '确定督查对象', by: OFFICERS, from: 'opened', input: form.subject, event: 'SubjectNamed', refuse: [guard.subjectKnown, guard.subjectMissing], evolve: named, notify: UNIT_ROLES },
  remind: { label: '催办', by: OFFICERS, from: CLIMBING, to: 'answering', input: form.rung, event: 'UnitReminded', refuse: [guard.subjectUnknown, guard.upward('REMIND'), guard.reexamPending], evolve: took('REMIND'), notify: UNIT_ROLES, sends: true },
  order: { label: '签发督办单', by: OFFICERS, from: CLIMBING, to: 'answering', input: form.issuedRung, event: 'UnitOrdered', refuse: [guard.subjectUnknown, guard.upward('ORDER'), guard.reexamPending], evolve: took('ORDER'), issues: 'order', notify: UNIT_ROLES, sends: true },
  inspect: { label: '现场督导', by: OFFICERS, from: CLIMBING, to: 'answering', input: form.rung, event: 'UnitInspected', refuse: [guard.subjectUnknown, guard.upward('ON_SITE'), guard.reexamPending], evolve: took('ON_SITE'), notify: UNIT_ROLES },
  warn: { label: '发警示函', by: OFFICERS, from: CLIMBING, to: 'answering', input: form.issuedRung, event: 'EnterpriseWarned', refuse: [guard.subjectUnknown, guard.upward('WARNING')], evolve: took('WARNING'), issues: 'warning', notify: UNIT_ROLES },
  circulate: { ...PROPOSED, label: '拟通报', input: form.rung, event: 'CircularProposed', refuse: [guard.subjectUnknown, guard.upward('CIRCULAR'), guard.reexamPending], evolve: proposes('CIRCULAR') },
  interview: { ...PROPOSED, label: '拟约谈', input: form.rung, event: 'InterviewProposed', refuse: [guard.subjectUnknown, guard.upward('INTERVIEW'), guard.reexamPending], evolve: proposes('INTERVIEW') },
  list: { ...PROPOSED, label: '拟挂牌督办', input: form.listing, event: 'ListingProposed', refuse: [guard.subjectUnknown, guard.upward('LISTED'), guard.reexamPending, guard.listedUntil], evolve: proposes('LISTED') },
  holdAccountable: { ...PROPOSED, label: '拟提问责建议', input: form.rung, event: 'AccountabilityProposed', refuse: [guard.subjectUnknown, guard.upward('ACCOUNTABILITY'), guard.reexamPending], evolve: proposes('ACCOUNTABILITY') },
  proposePenalty: { ...PROPOSED, label: '拟提处罚建议', input: form.rung, event: 'PenaltyProposed', refuse: [guard.subjectUnknown, guard.upward('PENALTY')], evolve: proposes('PENALTY') },
  reportCredit: { ...PROPOSED, label: '拟报信用惩戒', input: form.rung, event: 'CreditReportProposed', refuse: [guard.subjectUnknown, guard.upward('CREDIT')], evolve: proposes('CREDIT') },
  approve: { label: '批准', by: LEADERS, from: 'approval', to: 'answering', input: form.approval, event: 'RungApproved', refuse: [guard.proposerCannotApprove], evolve: approved, issues: 'conclusion', notify: UNIT_ROLES, sends: true },
  disapprove: { label: '不批准', by: LEADERS, from: 'approval', to: 'previous', input: form.note, event: 'RungDisapproved', refuse: [guard.proposerCannotApprove], evolve: dropped, notify: OFFICERS },
});
