import { describe, expect, test } from '@jest/globals';
import { civilDate, dayNumber } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import {
  type Schedule,
  scheduledDay,
  scheduledDue,
  scheduleText,
} from '../../../domain/clocks/schedule.ts';
import { isSchedule } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { coveredDays } from '../../support/moments.ts';
import { allOn, told } from './given-clocks.ts';

const THURSDAY: Schedule = { every: 'week', weekday: 4 };
const SUNDAY: Schedule = { every: 'week', weekday: 7 };
const THIRD: Schedule = { every: 'month', workingDay: 3 };
const LAST: Schedule = { every: 'month', workingDay: -1 };
const QUARTER: Schedule = { every: 'quarter' };
const DRAFT: Schedule = { every: 'year', date: '12-15' };
const FINAL: Schedule = { every: 'year', date: '01-15', next: true };
const MAY_DAY: Schedule = { every: 'year', date: '05-01' };

describe('a duty that comes round again', () => {
  test.each([
    ['of the week', THURSDAY, '2026-11-23', '2026-11-26'],
    ['of the week, asked on its day', THURSDAY, '2026-11-26', '2026-11-26'],
    ['of the week, asked on its Sunday', THURSDAY, '2026-11-29', '2026-11-26'],
    ['of a week in Golden Week', THURSDAY, '2025-09-29', '2025-10-09'],
    ['of a week on a worked Sunday', SUNDAY, '2025-09-22', '2025-09-28'],
    ['of a week on a free Sunday', SUNDAY, '2026-11-23', '2026-11-30'],
    ['of a week across New Year', THURSDAY, '2025-12-29', '2026-01-04'],
    ['of the month', THIRD, '2026-10-15', '2026-11-04'],
    ['of September, after Golden Week', THIRD, '2025-09-15', '2025-10-11'],
    ['of January, before the Spring Festival', THIRD, '2025-01-31', '2025-02-07'],
    ['of December, in the next year', THIRD, '2025-12-01', '2026-01-06'],
    ['by the end of the month', LAST, '2026-11-01', '2026-11-30'],
    ['by the end of a month that ends on a weekend', LAST, '2025-08-01', '2025-08-29'],
    ['by the end of January in the Spring Festival', LAST, '2025-01-02', '2025-01-27'],
    ['by the end of February on a make-up Saturday', LAST, '2026-02-02', '2026-02-28'],
    ['of the first quarter', QUARTER, '2026-01-01', '2026-03-30'],
    ['of the second quarter, before a Monday', QUARTER, '2025-06-30', '2025-06-27'],
    ['of the third quarter', QUARTER, '2026-08-15', '2026-09-29'],
    ['of the fourth quarter', QUARTER, '2025-10-01', '2025-12-30'],
    ['of the year', DRAFT, '2025-03-01', '2025-12-15'],
    ['of the year, the year after', FINAL, '2025-03-01', '2026-01-15'],
    ['of the year on a holiday', MAY_DAY, '2026-03-01', '2026-05-06'],
  ])('%s', (_, schedule, day, due) => {
    expect(civilDate(scheduledDay(schedule, dayNumber(day), calendar))).toBe(due);
  });

  test('is due at close of office, all three dates in one', () => {
    const due = scheduledDue(THIRD, dayNumber('2026-10-15'), calendar);
    const { nominal, internal } = allOn('2026-11-04');
    expect(told(due)).toEqual({ nominal, statutory: internal, internal });
    expect(due.provisional).toBe(false);
  });

  test('of the month of December 2026 rests on a notice to come', () => {
    const due = scheduledDue(THIRD, dayNumber('2026-12-10'), calendar);
    expect([civilDate(due.nominal), due.provisional]).toEqual(['2027-01-05', true]);
    expect(scheduledDue(LAST, dayNumber('2026-12-10'), calendar).provisional).toBe(false);
  });

  test.each(
    Object.entries(qingpu2026.rules).flatMap(([key, rule]) =>
      isSchedule(rule) ? [[key, rule.schedule] as const] : [],
    ),
  )('under the key %s never comes earlier for a later day', (_, schedule) => {
    const due = coveredDays.map((day) => scheduledDay(schedule, day, calendar));
    expect(due).toEqual(due.toSorted((a, b) => a - b));
  });

  test.each([
    [THURSDAY, '每周四'],
    [SUNDAY, '每周日'],
    [THIRD, '次月第 3 个工作日'],
    [LAST, '每月最后一个工作日'],
    [QUARTER, '每季度最后一日前'],
    [DRAFT, '每年 12-15'],
    [FINAL, '次年 01-15'],
  ])('is told in words: %j', (schedule, text) => {
    expect(scheduleText(schedule)).toBe(text);
  });
});
