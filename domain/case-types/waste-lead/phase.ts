import type { z } from 'zod';
import type { ClockSpec, CommandSpec, Guard, RoleSpec, StateSpec } from '../../define-case-type.ts';
import type { LeadFacts } from './facts.ts';

export const ROLES = {
  mgmtOfficer: { label: '管理部门经办', at: 'unit', part: 'transferor' },
  coordinator: { label: '联络员', at: 'unit', part: 'transferor' },
  dispatcher: { label: '派单员', at: 'centre' },
  intake: { label: '执法受理', at: 'unit' },
  caseOfficer: { label: '执法人员', at: 'unit' },
  agencyHead: { label: '机关负责人', at: 'unit' },
  legalReviewer: { label: '法制审核', at: 'unit' },
  supervisor: { label: '督办员', at: 'office:urban-enforcement' },
  leadership: { label: '区执法局负责人', at: 'office:urban-enforcement' },
} as const satisfies Readonly<Record<string, RoleSpec>>;
export type Role = keyof typeof ROLES;

export const STATES = {
  draft: { label: '待移送' },
  transferPending: { label: '待接收' },
  supplement: { label: '补正中' },
  dispute: { label: '管辖争议' },
  verifying: { label: '核查中' },
  notFilingReview: { label: '待不予立案审批' },
  criminalReview: { label: '待移送司法审批' },
  crimeApproved: { label: '待移送公安' },
  policeReview: { label: '公安审查' },
  policeDeclined: { label: '公安不予立案' },
  criminalHold: { label: '移送司法' },
  filed: { label: '已立案,待反馈' },
  feedbackDue: { label: '待反馈' },
  awaitingOutcome: { label: '待案件结果', ended: true },
  closed: { label: '已办结', ended: true, final: true },
} as const satisfies Readonly<Record<string, StateSpec>>;
export type State = keyof typeof STATES;

/** All that have not ended. */
export const OPEN = [
  'draft',
  'transferPending',
  'supplement',
  'dispute',
  'verifying',
  'notFilingReview',
  'criminalReview',
  'crimeApproved',
  'policeReview',
  'policeDeclined',
  'criminalHold',
  'filed',
  'feedbackDue',
] as const satisfies readonly State[];

/** From acceptance on, with the enforcement unit. */
export const ACCEPTED = [
  'verifying',
  'notFilingReview',
  'criminalReview',
  'crimeApproved',
  'policeReview',
  'policeDeclined',
  'criminalHold',
  'filed',
  'feedbackDue',
] as const satisfies readonly State[];

export type LeadGuard<Input = unknown> = Guard<LeadFacts, Input>;

/** The commands of one phase of a lead; a misspelt state, role or input does not compile. */
export const phase = <Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<LeadFacts, State, Role, Inputs[K]>;
  },
) => commands;

export type LeadClock = ClockSpec<LeadFacts, State, Role>;

/** The case from which a lead came takes notice of a step. */
export const TO_SOURCE = [{ link: 'conversion', end: 'from', command: 'noteLinked' }] as const;
