import type { z } from 'zod';
import type { ClockSpec, CommandSpec, Guard, RoleSpec, StateSpec } from '../../define-case-type.ts';
import type { WarningFacts } from './facts.ts';

export const ROLES = {
  platform: { label: '数字体征平台', at: 'centre' },
  desk: { label: '体征值守员', at: 'centre' },
  shiftLead: { label: '值班长', at: 'centre' },
  supervisor: { label: '督办员', at: 'centre' },
  districtLead: { label: '分管区领导', at: 'centre' },
  coordinator: { label: '联络员', at: 'unit' },
  handler: { label: '承办人', at: 'unit' },
  unitLead: { label: '分管领导', at: 'unit' },
} as const satisfies Readonly<Record<string, RoleSpec>>;
export type Role = keyof typeof ROLES;

export const STATES = {
  triggered: { label: '待推送' },
  pushMissed: { label: '漏推送' },
  pushed: { label: '待确认' },
  acknowledged: { label: '待核实' },
  falseAlarm: { label: '误报待审' },
  verified: { label: '待派遣' },
  dispatched: { label: '待到场' },
  handling: { label: '处置中' },
  recovered: { label: '已恢复,待关闭' },
  merged: { label: '已合并', ended: true },
  closed: { label: '已关闭', ended: true, final: true },
} as const satisfies Readonly<Record<string, StateSpec>>;
export type State = keyof typeof STATES;

export const OPEN = [
  'triggered',
  'pushMissed',
  'pushed',
  'acknowledged',
  'falseAlarm',
  'verified',
  'dispatched',
  'handling',
  'recovered',
] as const satisfies readonly State[];

export const UNIT_ROLES = ['coordinator', 'handler'] as const satisfies readonly Role[];

export type WarningGuard<Input = unknown> = Guard<WarningFacts, Input>;
export type WarningClock = ClockSpec<WarningFacts, State, Role>;

/** The commands of one phase of a warning; a misspelt state, role or input does not compile. */
export const phase = <Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<WarningFacts, State, Role, Inputs[K]>;
  },
) => commands;

/** The warning into which it was merged takes notice. */
export const TO_MASTER = [{ link: 'merge', end: 'to', command: 'noteLinked' }] as const;
