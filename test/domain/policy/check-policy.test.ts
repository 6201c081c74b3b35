import { describe, expect, test } from '@jest/globals';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { calendarDays, hours, workingDays } from '../../../domain/clocks/limit.ts';
import { policyProblems } from '../../../domain/policy/check-policy.ts';
import { InvalidPolicy, loadPolicy } from '../../../domain/policy/load-policy.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { withChange, withCounting, withRule } from './altered.ts';

const problems = (policy: Policy) => policyProblems(policy, calendar);
const ack = qingpu2026.rules['hotline.ack'];

/** A copy with one thing that makes no sense, and the one line that says so. */
const SENSELESS: readonly (readonly [what: string, policy: Policy, line: string])[] = [
  [
    'a day of coming into force that does not exist',
    { ...qingpu2026, effectiveFrom: '2026-02-29' },
    'effectiveFrom:没有 2026-02-29 这一天',
  ],
  ['a key that is no key', withRule('Hotline', { ...ack }), 'Hotline:规则编号须形如 area.name'],
  [
    'a ladder that does not exist',
    withChange('hotline.ack', { ladder: 'steep' }),
    'hotline.ack:没有预警阶梯 steep',
  ],
  [
    'a ladder that every object has',
    withChange('hotline.ack', { ladder: 'constructor' }),
    'hotline.ack:没有预警阶梯 constructor',
  ],
  [
    'a target in another unit',
    withCounting('petition.handle60', { internal: workingDays(20) }),
    'petition.handle60:内部时限 20 个工作日与时限 60 日单位不同',
  ],
  [
    'a target longer than the limit',
    withCounting('petition.handle60', { internal: calendarDays(61) }),
    'petition.handle60:内部时限 61 日长于时限 60 日',
  ],
  [
    'calendar days counted backwards',
    withCounting('petition.route15', { before: true }),
    'petition.route15:只有工作日可以倒推',
  ],
  [
    'a notice that may be extended',
    withChange('waste.hearingNotice', { extension: { steps: [{ max: 3, by: '负责人' }] } }),
    'waste.hearingNotice:倒推的期限不能挂起,也不能延长',
  ],
  [
    'a notice that may be paused',
    withChange('waste.hearingNotice', { pauses: ['听证'] }),
    'waste.hearingNotice:倒推的期限不能挂起,也不能延长',
  ],
  [
    'hours that may be paused',
    withChange('waste.emergencyApproval', { pauses: ['等待鉴定'] }),
    'waste.emergencyApproval:按小时、分钟计的时限不能挂起',
  ],
  [
    'hours that end at a counter',
    withCounting('waste.emergencyApproval', { ends: 'counter' }),
    'waste.emergencyApproval:按小时、分钟计的时限到点即止,没有下班止',
  ],
  [
    'a ground that is named twice',
    withChange('waste.decisionDays', { pauses: ['听证', '等待鉴定', '听证'] }),
    'waste.decisionDays:挂起事由重复',
  ],
  [
    'a report on a day that does not exist',
    withChange('report.yearlyDraft', { schedule: { every: 'year', date: '02-29' } }),
    'report.yearlyDraft:schedule:没有 02-29 这一天',
  ],
];

/** A copy with one thing of the wrong shape, and where. */
const MISSHAPEN: readonly (readonly [what: string, policy: Policy, start: string])[] = [
  ['no version', { ...qingpu2026, version: '' }, 'version:'],
  ['a rule without its row', withChange('hotline.ack', { row: '' }), 'hotline.ack:row:'],
  ['a rule without a clause', withChange('hotline.ack', { clause: '' }), 'hotline.ack:clause:'],
  ['a rule without a start', withChange('hotline.ack', { from: '' }), 'hotline.ack:from:'],
  ['a duty of nobody', withChange('hotline.ack', { duty: 'nobody' }), 'hotline.ack:duty:'],
  ['a status of its own', withChange('hotline.ack', { status: 'sure' }), 'hotline.ack:status:'],
  ['a field that nobody reads', withChange('hotline.ack', { roll: 'none' }), 'hotline.ack:roll:'],
  [
    'a limit of nothing',
    withCounting('hotline.ack', { limit: hours(0) }),
    'hotline.ack:counting.limit.value:',
  ],
  [
    'a limit of half a day',
    withCounting('hotline.callback', { limit: workingDays(0.5) }),
    'hotline.callback:counting.limit.value:',
  ],
  [
    'no ground to pause on',
    withChange('waste.decisionDays', { pauses: [] }),
    'waste.decisionDays:pauses:',
  ],
  [
    'an extension without a step',
    withChange('petition.handle60', { extension: { steps: [] } }),
    'petition.handle60:extension.steps:',
  ],
  [
    'an eighth day of the week',
    withChange('report.weeklyProgress', { schedule: { every: 'week', weekday: 8 } }),
    'report.weeklyProgress:schedule.weekday:',
  ],
  [
    'a zeroth working day',
    withChange('report.monthlyFacade', { schedule: { every: 'month', workingDay: 0 } }),
    'report.monthlyFacade:schedule.workingDay:',
  ],
  [
    'a figure in a unit of its own',
    withChange('hotline.maxReturns', { unit: 'pieces' }),
    'hotline.maxReturns:unit:',
  ],
  [
    'a figure below nothing',
    withChange('hotline.maxReturns', { value: -1 }),
    'hotline.maxReturns:value:',
  ],
];

describe('checking a policy', () => {
  test('finds nothing wrong with the rules of the district', () => {
    expect(problems(qingpu2026)).toEqual([]);
    expect(loadPolicy(qingpu2026, calendar)).toBe(qingpu2026);
  });

  test.each(SENSELESS)('tells of %s, with the key', (_, policy, line) => {
    expect(problems(policy)).toEqual([line]);
  });

  test.each(MISSHAPEN)('tells of %s, with the key and the field', (_, policy, start) => {
    const found = problems(policy);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, start.length)).toBe(start);
  });

  test('accepts a target as long as the limit, and one of a day', () => {
    const target = (days: number) =>
      withCounting('petition.handle60', { internal: calendarDays(days) });
    expect([60, 1].map((days) => problems(target(days)))).toEqual([[], []]);
  });

  test('tells of all that is wrong at once', () => {
    const two = withChange('hotline.ack', { ladder: 'steep' });
    const rules = {
      ...two.rules,
      ...withCounting('petition.handle60', { internal: hours(1) }).rules,
    };
    const both = { ...rules, 'hotline.ack': two.rules['hotline.ack'] } as Policy['rules'];
    expect(problems({ ...qingpu2026, rules: both })).toEqual([
      'hotline.ack:没有预警阶梯 steep',
      'petition.handle60:内部时限 1 小时与时限 60 日单位不同',
    ]);
  });
});

describe('a policy with something wrong', () => {
  test('is not loaded, and the error names its version and the key', () => {
    const load = () => loadPolicy(withChange('hotline.ack', { ladder: 'steep' }), calendar);
    expect(load).toThrow(InvalidPolicy);
    expect(load).toThrow('policy qingpu-2026.1 cannot be used:\n  hotline.ack:没有预警阶梯 steep');
  });
});
