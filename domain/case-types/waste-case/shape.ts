import type { z } from 'zod';
import type { ClockSpec, CommandSpec, Guard, RoleSpec, StateSpec } from '../../define-case-type.ts';
import type { WasteFacts } from './facts.ts';

export const ROLES = {
  intake: { label: '执法受理', at: 'unit' },
  caseOfficer: { label: '执法人员', at: 'unit' },
  agencyHead: { label: '机关负责人', at: 'unit' },
  coordinator: { label: '联络员', at: 'unit' },
  legalReviewer: { label: '法制审核', at: 'unit' },
  hearingHost: { label: '听证主持人', at: 'unit' },
  supervisor: { label: '督办员', at: 'office:urban-enforcement' },
  leadership: { label: '区执法局负责人', at: 'office:urban-enforcement' },
} as const satisfies Readonly<Record<string, RoleSpec>>;
export type Role = keyof typeof ROLES;

export const STATES = {
  verifying: { label: '核查中' },
  filingReview: { label: '待立案审批' },
  investigating: { label: '调查取证' },
  testing: { label: '等待鉴定' },
  suspended: { label: '中止' },
  criminalReview: { label: '移送司法审批' },
  criminalHold: { label: '移送司法' },
  withdrawalReview: { label: '待撤案审批' },
  concluded: { label: '调查终结' },
  legalReview: { label: '法制审核' },
  discussion: { label: '集体讨论' },
  priorNotice: { label: '待告知' },
  noticeAnnounced: { label: '告知公告中' },
  defence: { label: '陈述申辩' },
  hearing: { label: '听证' },
  decisionApproval: { label: '待决定' },
  decided: { label: '待送达' },
  decisionAnnounced: { label: '决定公告中' },
  performance: { label: '待履行' },
  defaulted: { label: '逾期未履行' },
  demanded: { label: '已催告' },
  courtApplied: { label: '已申请强制执行' },
  enforcing: { label: '法院执行中' },
  closing: { label: '待结案' },
  closed: { label: '已结案', ended: true },
  notFiled: { label: '不予立案', ended: true },
  withdrawn: { label: '已撤案', ended: true },
  transferred: { label: '已移送司法', ended: true },
  archived: { label: '已归档', ended: true, final: true },
} as const satisfies Readonly<Record<string, StateSpec>>;
export type State = keyof typeof STATES;

/** All states that have not ended. */
export const OPEN = (Object.keys(STATES) as State[]).filter((state) => !('ended' in STATES[state]));

/** Between filing and the decision. */
export const FILED = [
  'investigating',
  'testing',
  'suspended',
  'criminalReview',
  'criminalHold',
  'withdrawalReview',
  'concluded',
  'legalReview',
  'discussion',
  'priorNotice',
  'noticeAnnounced',
  'defence',
  'hearing',
  'decisionApproval',
] as const satisfies readonly State[];

/** From the decision on. */
export const DECIDED = [
  'decided',
  'decisionAnnounced',
  'performance',
  'defaulted',
  'demanded',
  'courtApplied',
  'enforcing',
  'closing',
] as const satisfies readonly State[];

/** Ended, but not yet archived. */
export const ENDED = [
  'closed',
  'notFiled',
  'withdrawn',
  'transferred',
] as const satisfies readonly State[];

export type WasteGuard<Input = unknown> = Guard<WasteFacts, Input>;
export type WasteClock = ClockSpec<WasteFacts, State, Role>;

/** A command of one phase; the definition puts the phases together. A misspelt state or role does not compile. */
export const command = <Schema extends z.ZodType>(
  spec: CommandSpec<WasteFacts, State, Role, Schema>,
): CommandSpec<WasteFacts, State, Role, Schema> => spec;

/** The clocks of one phase. */
export const clocks = <Name extends string>(
  specs: Readonly<Record<Name, WasteClock>>,
): Readonly<Record<Name, WasteClock>> => specs;

/** The lead from which a case came takes notice of a step. */
export const tellsSource = [{ link: 'conversion', end: 'from', command: 'noteLinked' }] as const;

/** It learns that the end which it was told of is undone. */
export const tellsRevoked = [{ link: 'conversion', end: 'from', command: 'noteRevoked' }] as const;
