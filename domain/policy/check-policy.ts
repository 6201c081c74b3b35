import type { Calendar } from '../calendar/calendar.ts';
import { dayNumber } from '../calendar/civil.ts';
import { isDayLimit } from '../clocks/limit.ts';
import { ladderProblem } from './check-ladder.ts';
import {
  type DeadlineRule,
  isDeadline,
  isSchedule,
  type Policy,
  type PolicyRule,
} from './policy.ts';
import { policyShape, shapeOf } from './shape.ts';

/** What is wrong with a policy, a line each with the key; empty when it may be used. */
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
    if (!rungs) return `there is no ladder ${ladder}`;
    const pair = JSON.stringify([ladder, counting]);
    if (!known.has(pair)) known.set(pair, ladderProblem(rungs, counting, calendar));
    const problem = known.get(pair);
    return problem && `ladder ${ladder}: ${problem}`;
  };
}

function shapeProblems(policy: Policy): readonly string[] {
  const whole = policyShape.safeParse(policy);
  if (!whole.success) return whole.error.issues.map((issue) => line(issue.path, issue.message));
  return Object.entries(policy.rules).flatMap(([key, rule]) => {
    const parsed = shapeOf(rule).safeParse(rule);
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${key}: ${line(path, message)}`);
  });
}

const line = (path: readonly PropertyKey[], message: string): string =>
  [...(path.length > 0 ? [path.join('.')] : []), message].join(': ');

function dateProblems(date: string): readonly string[] {
  try {
    dayNumber(date);
    return [];
  } catch {
    return [`effectiveFrom: no such day: ${date}`];
  }
}

function keyProblems(key: string, rule: PolicyRule): readonly string[] {
  const yearly = isSchedule(rule) && rule.schedule.every === 'year' ? rule.schedule.date : '01-01';
  return [
    ...(/^[a-z]+(\.\w+)+$/.test(key) ? [] : [`${key}: is no key of the form area.name`]),
    ...dateProblems(`2025-${yearly}`).map(() => `${key}: schedule: no such day: ${yearly}`),
  ];
}

function deadlineProblems(key: string, rule: DeadlineRule, fits: LadderCheck): readonly string[] {
  const counting = countingProblems(rule);
  const ladder = counting.length > 0 ? undefined : fits(rule);
  return [...counting, ...(ladder ? [ladder] : [])].map((problem) => `${key}: ${problem}`);
}

function countingProblems({ counting, pauses, extension }: DeadlineRule): readonly string[] {
  const { limit, internal, before, ends } = counting;
  const found: string[] = [];
  if (internal && internal.unit !== limit.unit)
    found.push(`internal: is in ${internal.unit}, the limit in ${limit.unit}`);
  else if (internal && internal.value > limit.value)
    found.push(`internal: ${internal.value} is longer than the limit of ${limit.value}`);
  if (before && limit.unit !== 'workingDays')
    found.push('before: only working days count backwards');
  if (before && (pauses || extension))
    found.push('before: a notice is neither paused nor extended');
  if (!isDayLimit(limit) && pauses) found.push('pauses: hours are not paused by days');
  if (!isDayLimit(limit) && ends) found.push('ends: only days end at a counter');
  if (pauses && new Set(pauses).size < pauses.length) found.push('pauses: a ground is named twice');
  return found;
}
