import type { z } from 'zod';
import type { ClockSpec, CommandSpec, Guard, RoleSpec, StateSpec } from '../../define-case-type.ts';
import type { MatterFacts } from './facts.ts';

export const ROLES = {
  supervisor: { label: '督办员', at: 'centre' },
  taskforceSupervisor: { label: '专班督查员', at: 'office:urban-enforcement' },
  districtLead: { label: '分管区领导', at: 'centre' },
  leadership: { label: '区执法局负责人', at: 'office:urban-enforcement' },
  coordinator: { label: '联络员', at: 'unit' },
  unitLead: { label: '分管领导', at: 'unit' },
} as const satisfies Readonly<Record<string, RoleSpec>>;
export type Role = keyof typeof ROLES;

export const STATES = {
  opened: { label: '待处置' },
  approval: { label: '待审批' },
  answering: { label: '待整改' },
  reported: { label: '待核查' },
  verified: { label: '待销号' },
  closed: { label: '已销号', ended: true, final: true },
} as const satisfies Readonly<Record<string, StateSpec>>;
export type State = keyof typeof STATES;

export const OPEN = [
  'opened',
  'approval',
  'answering',
  'reported',
  'verified',
] as const satisfies readonly State[];

/** From where the next rung is taken. */
export const CLIMBING = ['opened', 'answering'] as const satisfies readonly State[];

export const OFFICERS = ['supervisor', 'taskforceSupervisor'] as const satisfies readonly Role[];
export const LEADERS = ['districtLead', 'leadership'] as const satisfies readonly Role[];
export const UNIT_ROLES = ['coordinator', 'unitLead'] as const satisfies readonly Role[];

export type MatterGuard<Input = unknown> = Guard<MatterFacts, Input>;
export type MatterClock = ClockSpec<MatterFacts, State, Role>;

/** The commands of one phase of a matter; a misspelt state, role or input does not compile. */
export const phase = <Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<MatterFacts, State, Role, Inputs[K]>;
  },
) => commands;
