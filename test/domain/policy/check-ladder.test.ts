import { describe, expect, test } from '@jest/globals';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import type { Ladder, LevelSpec } from '../../../domain/clocks/ladder.ts';
import { policyProblems } from '../../../domain/policy/check-policy.ts';
import { rung, withLadder } from './altered.ts';

const problems = (key: string, ladder: Ladder) => policyProblems(withLadder(key, ladder), calendar);
const share = (percent: number): LevelSpec['at'] => ({ share: percent });
const OVERDUE: LevelSpec['at'] = { overdue: true };
const THREE_O_CLOCK: LevelSpec['at'] = { lastDayAt: 15 * 60 };

/** A ladder that does not fit a rule, and what is said of it after the rule's key. */
const REFUSED: readonly (readonly [what: string, key: string, ladder: Ladder, line: RegExp])[] = [
  [
    'levels that change places',
    'hotline.handle.ASSIST_COMPLAINT',
    [rung('L1', share(80)), rung('L0', share(50))],
    /^L0 未晚于 L1\(自 2026-09-22T00:00:00\+08:00 起算:2026-09-28T14:00:00\+08:00\)$/,
  ],
  [
    'two levels at one instant',
    'hotline.handle.ASSIST_COMPLAINT',
    [rung('L0', share(50)), rung('L1', share(50))],
    /^L1 未晚于 L0\(/,
  ],
  [
    'a warning after the end',
    'hotline.handle.ASSIST_COMPLAINT',
    [rung('L2', OVERDUE), rung('L3', share(100))],
    /^L3 未晚于 L2\(/,
  ],
  [
    'a last day that has its hour after the end',
    'hotline.handle.ASSIST_COMPLAINT',
    [rung('L1', { lastDayAt: 1440 }), rung('L2', OVERDUE)],
    /^L2 未晚于 L1\(/,
  ],
  [
    'a first level before the start',
    'hotline.firstContact',
    [rung('L1', { share: 80, early: { longFrom: 3, officeHoursOfShort: 12 } })],
    /^L1 未晚于 起算时刻/,
  ],
  [
    'a fixed time of day on office hours',
    'hotline.ack',
    [rung('L1', THREE_O_CLOCK), rung('L2', OVERDUE)],
    /^L2 未晚于 L1\(/,
  ],
  [
    'a fixed time of day on hours round the clock',
    'waste.emergencyApproval',
    [rung('L1', THREE_O_CLOCK), rung('L2', OVERDUE)],
    /^L2 未晚于 L1\(/,
  ],
  [
    'a fixed time of day on minutes',
    'hotline.dispatch.URGENT',
    [rung('L1', THREE_O_CLOCK)],
    /^L1 未晚于 起算时刻/,
  ],
];

describe('a ladder that does not fit', () => {
  test.each(REFUSED)('is refused with the key of its rule: %s', (_, key, ladder, line) => {
    const found = problems(key, ladder);
    expect(found).toHaveLength(1);
    const prefix = `${key}:预警阶梯 own:`;
    expect(found[0]?.slice(0, prefix.length)).toBe(prefix);
    expect(found[0]?.slice(prefix.length)).toMatch(line);
  });
});

describe('a ladder that several rules climb', () => {
  test('is refused for just those that it does not fit', () => {
    const ladder = [rung('L1', THREE_O_CLOCK), rung('L2', OVERDUE)];
    const some = withLadder('hotline.handle.ASSIST_COMPLAINT', ladder);
    const more = withLadder('hotline.ack', ladder).rules['hotline.ack'];
    if (!more) throw new Error('no rule hotline.ack');
    const both = { ...some, rules: { ...some.rules, 'hotline.ack': more } };
    const found = policyProblems(both, calendar);
    expect(found.map((line) => line.split(':')[0])).toEqual(['hotline.ack']);
  });
});

describe('a ladder that fits', () => {
  test.each<[string, string, Ladder]>([
    ['without a level', 'hotline.ack', []],
    [
      'with three o’clock on the last working day',
      'hotline.handle.ASSIST_COMPLAINT',
      [rung('L0', share(50)), rung('L1', THREE_O_CLOCK), rung('L2', OVERDUE)],
    ],
    [
      'with three o’clock on the last working day of calendar days',
      'petition.handle60',
      [rung('L1', THREE_O_CLOCK), rung('L2', OVERDUE), rung('L3', { lateWorkingDays: 1 })],
    ],
    [
      'with two steps after the end',
      'hotline.ack',
      [rung('L2', OVERDUE), rung('L3', { lateHours: 1 }), rung('L4', { lateWorkingDays: 3 })],
    ],
  ])('is accepted: %s', (_, key, ladder) => {
    expect(problems(key, ladder)).toEqual([]);
  });
});

describe('a ladder of the wrong shape', () => {
  test.each<[string, object]>([
    ['share of nothing', { share: 0 }],
    ['share of more than all', { share: 101 }],
    ['time of day after midnight', { lastDayAt: 1441 }],
    ['lateness of no day', { lateWorkingDays: 0 }],
    ['point in two ways', { share: 50, overdue: true }],
  ])('is refused: a %s', (_, at) => {
    const found = problems('hotline.ack', [rung('L1', at as LevelSpec['at'])]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^ladders\.own\.0\.at/);
  });
});
