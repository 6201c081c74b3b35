import type { z } from 'zod';
import type { ClockSpec, CommandSpec, Guard, RoleSpec, StateSpec } from '../../define-case-type.ts';
import { type HazardFacts, needsControl } from './facts.ts';

export const ROLES = {
  dispatcher: { label: '派单员', at: 'centre' },
  supervisor: { label: '督办员', at: 'centre' },
  districtLead: { label: '分管区领导', at: 'centre' },
  townInspector: { label: '镇街检查员', at: 'unit' },
  coordinator: { label: '联络员', at: 'unit' },
  unitLead: { label: '分管领导', at: 'unit' },
  bureauOfficer: { label: '主管部门经办', at: 'unit', part: 'bureau' },
} as const satisfies Readonly<Record<string, RoleSpec>>;
export type Role = keyof typeof ROLES;

/** Emergency control is no state: it is open while the hazard goes through them. */
export const STATES = {
  found: { label: '待登记' },
  notAHazardReview: { label: '非隐患复核' },
  registered: { label: '待定级' },
  graded: { label: '待通知' },
  notified: { label: '待方案' },
  appraisal: { label: '检测鉴定' },
  fundingApproval: { label: '资金审批' },
  rectifying: { label: '整改中' },
  paused: { label: '暂停整改' },
  controlled: { label: '可控' },
  substituteRepair: { label: '代为维修' },
  selfChecked: { label: '待镇街验收' },
  removed: { label: '已拆除,待验收' },
  acceptance: { label: '待销项确认' },
  writtenOff: { label: '已销项', ended: true },
  merged: { label: '已合并', ended: true },
  archived: { label: '已归档', ended: true, final: true },
  notAHazard: { label: '非隐患', ended: true, final: true },
} as const satisfies Readonly<Record<string, StateSpec>>;
export type State = keyof typeof STATES;

const NAMES = Object.keys(STATES) as State[];
const spec = (state: State): StateSpec => STATES[state];

/** All that have not ended. */
export const OPEN: readonly State[] = NAMES.filter((state) => !spec(state).ended);
/** All in which something is still possible. */
export const LASTING: readonly State[] = NAMES.filter((state) => !spec(state).final);
/** Up to the self-check, wherever the hazard stands: it may grow worse and be put under control. */
export const UNRECTIFIED = [
  'graded',
  'notified',
  'appraisal',
  'fundingApproval',
  'rectifying',
  'paused',
] as const satisfies readonly State[];

export type HazardGuard<Input = unknown> = Guard<HazardFacts, Input>;

/** The commands of one phase of a hazard; a misspelt state, role or input does not compile. */
export const phase = <Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<HazardFacts, State, Role, Inputs[K]>;
  },
) => commands;

export type HazardClock = ClockSpec<HazardFacts, State, Role>;

/** The case from which a hazard came takes notice of a step. */
export const TO_SOURCE = [{ link: 'conversion', end: 'from', command: 'noteLinked' }] as const;
/** It takes notice of a grade for which no emergency control is asked. */
export const TO_SOURCE_IF_SAFE = [
  { ...TO_SOURCE[0], when: (facts: HazardFacts) => !needsControl(facts) },
] as const;
/** The hazard into which it was merged takes notice. */
export const TO_MASTER = [{ link: 'merge', end: 'to', command: 'noteLinked' }] as const;
