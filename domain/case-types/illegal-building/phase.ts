import type { z } from 'zod';
import type { ClockSpec, CommandSpec, Guard, RoleSpec, StateSpec } from '../../define-case-type.ts';
import type { BuildingFacts } from './facts.ts';

export const ROLES = {
  dispatcher: { label: '派单员', at: 'centre' },
  supervisor: { label: '督办员', at: 'centre' },
  districtLead: { label: '分管区领导', at: 'centre' },
  townInspector: { label: '镇街检查员', at: 'unit' },
  coordinator: { label: '联络员', at: 'unit' },
  caseOfficer: { label: '执法人员', at: 'unit' },
  agencyHead: { label: '机关负责人', at: 'unit' },
  unitLead: { label: '分管领导', at: 'unit' },
  removalOffice: { label: '区拆违办经办', at: 'office:urban-enforcement' },
} as const satisfies Readonly<Record<string, RoleSpec>>;
export type Role = keyof typeof ROLES;

export const STATES = {
  reported: { label: '待到场' },
  onSite: { label: '待认定' },
  notIllegalReview: { label: '非违建复核' },
  stopped: { label: '已责令停工' },
  classified: { label: '待决定' },
  decided: { label: '待送达' },
  announcing: { label: '公告中' },
  selfRemoval: { label: '限期自行拆除' },
  demanded: { label: '已催告' },
  litigation: { label: '复议、诉讼中' },
  governmentOrder: { label: '待责成强制拆除' },
  forced: { label: '强制拆除中' },
  pursuing: { label: '补证、转性、政策办理中' },
  annotated: { label: '产权注记' },
  acceptance: { label: '待销项确认' },
  writtenOff: { label: '已销项', ended: true },
  merged: { label: '已合并', ended: true },
  archived: { label: '已归档', ended: true, final: true },
  notIllegal: { label: '非违法建筑', ended: true, final: true },
  transferred: { label: '已移送', ended: true, final: true },
} as const satisfies Readonly<Record<string, StateSpec>>;
export type State = keyof typeof STATES;

const NAMES = Object.keys(STATES) as State[];
const spec = (state: State): StateSpec => STATES[state];

/** All that have not ended. */
export const OPEN: readonly State[] = NAMES.filter((state) => !spec(state).ended);
/** All in which something is still possible. */
export const LASTING: readonly State[] = NAMES.filter((state) => !spec(state).final);
/** Where the removal is owed by whoever built it, and may be put off or replaced. */
export const OWED = ['classified', 'selfRemoval', 'demanded'] as const satisfies readonly State[];
/** From where a building may disappear. */
export const REMOVABLE = [
  'stopped',
  'classified',
  'decided',
  'announcing',
  'selfRemoval',
  'demanded',
  'forced',
] as const satisfies readonly State[];

export type BuildingGuard<Input = unknown> = Guard<BuildingFacts, Input>;
export type BuildingClock = ClockSpec<BuildingFacts, State, Role>;

/** The commands of one phase of an illegal building; a misspelt state, role or input does not compile. */
export const phase = <Inputs extends Record<string, z.ZodType>>(
  commands: {
    readonly [K in keyof Inputs]: CommandSpec<BuildingFacts, State, Role, Inputs[K]>;
  },
) => commands;

/** The case that it came of takes notice of a step. */
export const TO_SOURCE = [{ link: 'conversion', end: 'from', command: 'noteLinked' }] as const;
/** The building into which it was merged takes notice. */
export const TO_MASTER = [{ link: 'merge', end: 'to', command: 'noteLinked' }] as const;
