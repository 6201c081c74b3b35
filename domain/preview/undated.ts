import { dayOf } from '../calendar/civil.ts';
import type { Due } from '../clocks/counting.ts';
import { dateText, timeText } from '../calendar/text.ts';
import { scheduledDue, scheduleText } from '../clocks/schedule.ts';
import { figureText } from '../policy/figure-text.ts';
import type { ScheduleRule } from '../policy/policy.ts';
import { type Answer, datesOf, missingYears, origin, type Read } from './answer.ts';
import { dateOf } from './moment.ts';
import type { Subject } from './subject.ts';
import { rollsOn } from '../policy/register-text.ts';

const NO_DATES = {
  nominal: null,
  statutory: null,
  internal: null,
  provisional: false,
  missingYears: [],
  ledger: [],
  levels: [],
  statutoryAt: null,
  internalAt: null,
} as const;

/** The answer to what is no length of time: its value. */
export function figureAnswer(
  { rule, named }: Extract<Subject, { of: 'figure' }>,
  read: Read,
): Answer {
  const value = figureText(named);
  return {
    rule,
    label: named.label,
    unit: named.unit,
    limit: named.value,
    start: dateOf(read.start.at),
    ...NO_DATES,
    text: `${named.label}:${value},不是期限。依据:${named.clause}。规则 ${read.policy.version}。`,
    short: value,
    ...origin(named, read),
  };
}

/** The answer to a duty that comes round again: its day in the period of the start. */
export function scheduleAnswer(
  { rule, named }: Extract<Subject, { of: 'schedule' }>,
  read: Read,
): Answer {
  const { start, calendar } = read;
  const due = scheduledDue(named.schedule, dayOf(start.at), calendar);
  return {
    rule,
    label: named.label,
    unit: 'schedule',
    limit: null,
    start: dateOf(start.at),
    ...datesOf(due),
    missingYears: missingYears(due, dayOf(start.at) + 1, calendar),
    ledger: [],
    levels: [],
    text: occasionText(named, due, read),
    short: scheduleText(named.schedule),
    ...origin(named, read),
  };
}

function occasionText({ label, schedule, clause }: ScheduleRule, due: Due, read: Read): string {
  const { policy, calendar } = read;
  const moves = rollsOn(schedule) ? ',遇休息日顺延' : '';
  const when = `${dateText(due.nominal)}${timeText(due.statutory)} 届满`;
  const unsure = due.provisional ? '其中尚未公布放假安排的年份暂按周一至周五计,为暂定日期。' : '';
  const versions = `规则 ${policy.version},日历 ${calendar.version}。`;
  return `${label}:${scheduleText(schedule)}${moves};${when}。${unsure}依据:${clause}。${versions}`;
}
