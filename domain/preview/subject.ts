import { type Counting, counting, type Roll } from '../clocks/counting.ts';
import type { Ladder } from '../clocks/ladder.ts';
import { isDayLimit, limitText, parseLimit } from '../clocks/limit.ts';
import { nearest } from '../policy/nearest.ts';
import {
  type DeadlineRule,
  type FigureRule,
  isDeadline,
  isSchedule,
  ladderOf,
  type Policy,
  type ScheduleRule,
} from '../policy/policy.ts';
import { type PreviewProblem, quoted } from './problem.ts';

/** A length of time to be counted: a named rule's, or one made up on the spot. */
export interface LimitSubject {
  readonly of: 'limit';
  readonly rule: string;
  readonly label: string;
  readonly counting: Counting;
  readonly ladder: Ladder;
  readonly named?: DeadlineRule;
}

/** What is asked for. */
export type Subject =
  | LimitSubject
  | { readonly of: 'schedule'; readonly rule: string; readonly named: ScheduleRule }
  | { readonly of: 'figure'; readonly rule: string; readonly named: FigureRule };

interface Asked {
  readonly rule: string;
  readonly roll?: string | undefined;
  readonly counter?: boolean | undefined;
}

const ROLLS: readonly Roll[] = ['forward', 'backward', 'none'];

/** Finds the rule that is asked for, counted the way it is asked for. */
export function subjectOf(asked: Asked, policy: Policy): Subject | PreviewProblem {
  const roll = ROLLS.find((one) => one === asked.roll);
  if (asked.roll !== undefined && !roll) {
    return { field: 'roll', message: `只能取 ${ROLLS.join('、')}`, suggestions: ROLLS };
  }
  const named = Object.hasOwn(policy.rules, asked.rule) ? policy.rules[asked.rule] : undefined;
  if (!named) return madeUp(asked, roll) ?? unknown(asked.rule, policy);
  const { rule } = asked;
  if (roll) {
    return { field: 'roll', message: `${rule} 的顺延由规则规定,只有自定时限(如 5wd)可以指定` };
  }
  if (isSchedule(named)) return { of: 'schedule', rule, named };
  if (!isDeadline(named)) return { of: 'figure', rule, named };
  const { label } = named;
  const ladder = ladderOf(policy, rule);
  return { of: 'limit', rule, label, counting: atCounter(named.counting, asked), ladder, named };
}

function madeUp(asked: Asked, roll: Roll | undefined): LimitSubject | undefined {
  const limit = parseLimit(asked.rule);
  if (!limit) return undefined;
  const as = counting(limit, roll ? { roll } : {});
  const label = `自定时限 ${limitText(limit)}`;
  return { of: 'limit', rule: asked.rule, label, counting: atCounter(as, asked), ladder: [] };
}

/** Only days that are counted forwards end at a counter. */
const atCounter = (as: Counting, { counter }: Asked): Counting =>
  counter && isDayLimit(as.limit) && !as.before ? { ...as, ends: 'counter' } : as;

const MADE_UP = '自定时限写作 5wd、30cd、3m、48h、4oh、15min,数值 1 至 3660';

function unknown(rule: string, policy: Policy): PreviewProblem {
  if (/^\d/.test(rule)) return { field: 'rule', message: `${quoted(rule)}不是时限;${MADE_UP}` };
  const suggestions = nearest(rule.slice(0, 100), Object.keys(policy.rules));
  const message = `没有规则${quoted(rule)}`;
  return suggestions.length > 0
    ? { field: 'rule', message, suggestions }
    : { field: 'rule', message: `${message};${MADE_UP}` };
}
