import type { Calendar } from '../calendar/calendar.ts';
import { dayNumber } from '../calendar/civil.ts';
import { isDayLimit, limitText } from '../clocks/limit.ts';
import { issueLine } from '../input-problem.ts';
import { ladderProblem } from './check-ladder.ts';
import {
  type DeadlineRule,
  isDeadline,
  isSchedule,
  type Policy,
  type PolicyRule,
} from './policy.ts';
import { policyShape, shapeOf } from './shape.ts';

/** What is wrong with a policy, a line each with the key, in Chinese; empty when it may be used. */
export function policyProblems(policy: Policy, calendar: Calendar): readonly string[] {
  const shape = shapeProblems(policy);
  if (shape.length > 0) return shape;
  const rules = Object.entries(policy.rules);
  const fits = ladderCheck(policy, calendar);
  return [
    ...dateProblems(policy.effectiveFrom),
    ...rules.flatMap(([key, rule]) => keyProblems(key, rule)),
    ...rules.flatMap(([key, rule]) => (isDeadline(rule) ? deadlineProblems(key, rule, fits) : [])),
  ];
}

type LadderCheck = (rule: DeadlineRule) => string | undefined;

/** Many rules count alike on the same ladder: each pair is tried once. */
function ladderCheck({ ladders }: Policy, calendar: Calendar): LadderCheck {
  const known = new Map<string, string | undefined>();
  return ({ ladder, counting }) => {
    const rungs = Object.hasOwn(ladders, ladder) ? ladders[ladder] : undefined;
    if (!rungs) return `没有预警阶梯 ${ladder}`;
    const pair = JSON.stringify([ladder, counting]);
    if (!known.has(pair)) known.set(pair, ladderProblem(rungs, counting, calendar));
    const problem = known.get(pair);
    return problem && `预警阶梯 ${ladder}:${problem}`;
  };
}

function shapeProblems(policy: Policy): readonly string[] {
  const whole = policyShape.safeParse(policy);
  if (!whole.success) return whole.error.issues.map(issueLine);
  return Object.entries(policy.rules).flatMap(([key, rule]) => {
    const parsed = shapeOf(rule).safeParse(rule);
    return parsed.success ? [] : parsed.error.issues.map((issue) => `${key}:${issueLine(issue)}`);
  });
}

function dateProblems(date: string): readonly string[] {
  try {
    dayNumber(date);
    return [];
  } catch {
    return [`effectiveFrom:没有 ${date} 这一天`];
  }
}

function keyProblems(key: string, rule: PolicyRule): readonly string[] {
  const yearly = isSchedule(rule) && rule.schedule.every === 'year' ? rule.schedule.date : '01-01';
  return [
    ...(/^[a-z]+(\.\w+)+$/.test(key) ? [] : [`${key}:规则编号须形如 area.name`]),
    ...dateProblems(`2025-${yearly}`).map(() => `${key}:schedule:没有 ${yearly} 这一天`),
  ];
}

function deadlineProblems(key: string, rule: DeadlineRule, fits: LadderCheck): readonly string[] {
  const counting = countingProblems(rule);
  const ladder = counting.length > 0 ? undefined : fits(rule);
  return [...counting, ...(ladder ? [ladder] : [])].map((problem) => `${key}:${problem}`);
}

function countingProblems({ counting, pauses, extension }: DeadlineRule): readonly string[] {
  const { limit, internal, before, ends } = counting;
  const found: string[] = [];
  if (internal && internal.unit !== limit.unit)
    found.push(`内部时限 ${limitText(internal)}与时限 ${limitText(limit)}单位不同`);
  else if (internal && internal.value > limit.value)
    found.push(`内部时限 ${limitText(internal)}长于时限 ${limitText(limit)}`);
  if (before && limit.unit !== 'workingDays') found.push('只有工作日可以倒推');
  if (before && (pauses || extension)) found.push('倒推的期限不能挂起,也不能延长');
  if (!isDayLimit(limit) && pauses) found.push('按小时、分钟计的时限不能挂起');
  if (!isDayLimit(limit) && ends) found.push('按小时、分钟计的时限到点即止,没有下班止');
  if (pauses && new Set(pauses).size < pauses.length) found.push('挂起事由重复');
  return found;
}
