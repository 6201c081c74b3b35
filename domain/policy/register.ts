import { DUTIES } from './duty.ts';
import {
  type FigureRule,
  isDeadline,
  isSchedule,
  type Policy,
  type PolicyRule,
  type RuleStatus,
} from './policy.ts';
import { countingText, extensionText, valueText } from './register-text.ts';

/** One line of the register of limits: what a rule says, each thing in words; null where it says nothing. */
export interface RegisterRow {
  readonly key: string;
  /** 12345 热线工单, 信访 P1–P13 … */
  readonly register: string;
  readonly label: string;
  readonly duty: string;
  /** The limit's unit, `schedule`, or a figure's unit. */
  readonly unit: string;
  /** In that unit; null for a schedule. */
  readonly limit: FigureRule['value'] | null;
  readonly value: string;
  readonly from: string | null;
  readonly counting: string | null;
  readonly extension: string | null;
  readonly pauses: readonly string[];
  /** The name of the ladder in the policy. */
  readonly ladder: string | null;
  readonly clause: string;
  readonly status: RuleStatus;
  readonly statusText: string;
  readonly row: string;
}

/** Which register a key belongs to, by how it begins; the first that fits. */
const REGISTERS: readonly (readonly [name: string, ...prefixes: string[]])[] = [
  ['12345 热线工单', 'hotline.'],
  ['信访 P1–P13', 'petition.'],
  ['线索移送 L1–L8', 'waste.lead.', 'waste.criminal.'],
  ['行政处罚 D1–D25', 'waste.', 'delivery.'],
  ['隐患整改', 'hazard.'],
  ['违法建筑', 'illegal.'],
  ['体征预警', 'warning.'],
  ['定期报告', 'report.'],
  ['督办、预警与口径', 'sla.', 'supervision.', 'metrics.'],
];

const OTHER = '其他';

/** The registers in the order in which they are shown. */
export const REGISTER_NAMES: readonly string[] = [...REGISTERS.map(([name]) => name), OTHER];

const registerName = (key: string): string =>
  REGISTERS.find(([, ...prefixes]) => prefixes.some((prefix) => key.startsWith(prefix)))?.[0] ??
  OTHER;

/** 已核实: read in the source's text; 凭记忆: known without it; 惯例: a practice that may be changed. */
export const STATUS_TEXTS: Readonly<Record<RuleStatus, string>> = {
  verified: '已核实',
  recalled: '凭记忆',
  customary: '惯例',
};

/** Every rule of a policy, register by register, within one in the order of the policy. */
export function registerOf({ rules }: Policy): readonly RegisterRow[] {
  const rows = Object.entries(rules).map(([key, rule]) => rowOf(key, rule));
  return REGISTER_NAMES.flatMap((name) => rows.filter(({ register }) => register === name));
}

function rowOf(key: string, rule: PolicyRule): RegisterRow {
  const { label, duty, clause, status, row } = rule;
  return {
    key,
    register: registerName(key),
    label,
    duty: DUTIES[duty],
    ...amountOf(rule),
    value: valueText(rule),
    from: isDeadline(rule) ? rule.from : null,
    counting: countingText(rule) ?? null,
    extension: (isDeadline(rule) && extensionText(rule)) || null,
    pauses: isDeadline(rule) ? (rule.pauses ?? []) : [],
    ladder: isDeadline(rule) ? rule.ladder : null,
    clause,
    status,
    statusText: STATUS_TEXTS[status],
    row,
  };
}

function amountOf(rule: PolicyRule): Pick<RegisterRow, 'unit' | 'limit'> {
  if (isDeadline(rule)) return { unit: rule.counting.limit.unit, limit: rule.counting.limit.value };
  if (isSchedule(rule)) return { unit: 'schedule', limit: null };
  return { unit: rule.unit, limit: rule.value };
}
