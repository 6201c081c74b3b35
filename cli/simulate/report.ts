import { isoInstant } from '../../domain/calendar/civil.ts';
import type { StepData } from '../../domain/case-state.ts';
import { CASE_TYPES } from '../../domain/registry.ts';
import type { LivingCase } from './living-case.ts';
import type { Tally } from './tally.ts';
import { CHECKS, type Violation } from './violation.ts';
import type { Year } from './year.ts';

/** Violations that are listed; the rest is counted. */
const LISTED = 20;

/** What a year came to, for people. */
export function yearText(
  { tally, violations, digest }: Year,
  seed: number,
  seconds: number,
): string {
  const of = (name: string): number => tally[name] ?? 0;
  const refused = sum(tally, 'refused ');
  const events = of('steps') + of('levels');
  return [
    `种子 ${seed},摘要 ${digest}`,
    `案件 ${of('cases')},事件 ${events},其中级别 ${of('levels')}`,
    `命令:受理 ${of('accepted')},拒绝 ${refused}(${kinds(tally, 'refused ')} 种理由)`,
    `时钟:按期 ${of('met')},逾期 ${of('breached')},不再需要 ${of('superseded')};挂起 ${of('paused')},恢复 ${of('resumed')},延期 ${of('extended')}`,
    `案件:回到原环节 ${of('wentBack')} 次,办结后重开 ${of('reopened')} 次`,
    ...CASE_TYPES.map(({ id, label, states }) => {
      const inState = Object.entries(states).flatMap(([state, spec]) => {
        const cases = of(`in ${id} ${state}`);
        return cases > 0 ? [`${spec.label} ${cases}`] : [];
      });
      return `${label} ${sum(tally, `in ${id} `)}:${inState.join(',')}`;
    }),
    `用时 ${seconds.toFixed(1)} 秒,每秒 ${Math.round(of('cases') / seconds)} 件、${Math.round(events / seconds)} 个事件`,
    violationsText(violations, seed),
    '',
  ].join('\n');
}

const named = (tally: Tally, prefix: string): readonly number[] =>
  Object.entries(tally).flatMap(([name, value]) => (name.startsWith(prefix) ? [value] : []));

const sum = (tally: Tally, prefix: string): number =>
  named(tally, prefix).reduce((total, value) => total + value, 0);

const kinds = (tally: Tally, prefix: string): number => named(tally, prefix).length;

export function violationsText(violations: readonly Violation[], seed: number): string {
  if (violations.length === 0) return `不变式 ${Object.keys(CHECKS).length} 项,未发现违反`;
  const listed = violations.slice(0, LISTED).map(({ caseId, check, detail }) => {
    const life = caseId.split('.')[0];
    return `违反 ${check}(${CHECKS[check]}):案件 ${caseId},${detail}\n     重现:npm run simulate -- --seed ${seed} --case ${life}`;
  });
  const more = violations.length - listed.length;
  return [...listed, ...(more > 0 ? [`另有 ${more} 项`] : [])].join('\n');
}

/** The log of one case, a line an event. */
export function logText({ number, rules: { type }, log }: LivingCase): string {
  const lines = log.map(({ version, at, dueAt, type: event, actor, data }) => {
    const due = dueAt === undefined || dueAt === at ? '' : `(应于 ${isoInstant(dueAt)})`;
    const { to } = data as StepData;
    const arrow = to === undefined ? '' : ` → ${type.states[to]?.label ?? to}`;
    return `${String(version).padStart(4)}  ${isoInstant(at)}${due}  ${event}${arrow}  ${actor}`;
  });
  return [`${type.label} ${number}`, ...lines, ''].join('\n');
}
