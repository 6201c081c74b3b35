import type { z } from 'zod';
import type { ClockSpec, CommandSpec, RoleSpec, StateSpec } from '../../define-case-type.ts';
import type { TicketFacts } from './facts.ts';

export const ROLES = {
  dispatcher: { label: '派单员', at: 'centre' },
  callbackAgent: { label: '回访员', at: 'centre' },
  supervisor: { label: '督办员', at: 'centre' },
  districtLead: { label: '分管区领导', at: 'centre' },
  coordinator: { label: '联络员', at: 'unit' },
  handler: { label: '承办人', at: 'unit' },
  unitLead: { label: '分管领导', at: 'unit' },
  sectionStaff: { label: '科室、居村经办', at: 'unit', part: 'section' },
} as const satisfies Record<string, RoleSpec>;

export const STATES = {
  pendingDispatch: { label: '待派单' },
  pendingAck: { label: '待签收' },
  returnReview: { label: '退单审核' },
  coordination: { label: '疑难会商' },
  acknowledged: { label: '待联系' },
  inProgress: { label: '办理中' },
  suspended: { label: '挂起' },
  unitReview: { label: '待审核' },
  callbackPending: { label: '待回访' },
  calledBack: { label: '待办结' },
  voidReview: { label: '作废复核' },
  closed: { label: '已办结', ended: true },
  merged: { label: '已合并', ended: true },
  transferredOut: { label: '已转信访', ended: true, final: true },
  archived: { label: '已归档', ended: true, final: true },
  voided: { label: '已作废', ended: true, final: true },
  rejected: { label: '不予受理', ended: true, final: true },
} as const satisfies Record<string, StateSpec>;

type Role = keyof typeof ROLES;
type State = keyof typeof STATES;

/** A unit has it and works on it. */
export const HANDLING = ['pendingAck', 'acknowledged', 'inProgress'] as const;
/** A unit has it, whether or not anything stands still. */
export const HELD = [...HANDLING, 'returnReview', 'suspended'] as const;
/** No result has been handed in. */
export const OPEN = ['pendingDispatch', ...HELD, 'coordination'] as const;
/** All that have not ended. */
export const ACTIVE = [
  ...OPEN,
  'unitReview',
  'callbackPending',
  'calledBack',
  'voidReview',
] as const;

/** Commands of the ticket in a file of their own; a misspelt state, role or input does not compile. */
export const ticketCommands = <const Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<TicketFacts, State, Role, Inputs[K]>;
  },
): typeof commands => commands;

/** Clocks of the ticket in a file of their own. */
export const ticketClocks = <const Name extends string>(
  clocks: Readonly<Record<Name, ClockSpec<TicketFacts, State, Role>>>,
): typeof clocks => clocks;
