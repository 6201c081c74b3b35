import { describe, expect, test } from '@jest/globals';
import { counting } from '../../../domain/clocks/counting.ts';
import { workingDays } from '../../../domain/clocks/limit.ts';
import {
  countingsOf,
  deadlineOf,
  isDeadline,
  isSchedule,
  ladderOf,
  ruleOf,
  timesOf,
} from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';

describe('the rules of the district', () => {
  test('hold "first contact within one working day of receipt" once, under hotline.firstContact', () => {
    const contact = Object.entries(qingpu2026.rules).filter(([, { label, clause }]) =>
      `${label}${clause}`.includes('先行联系'),
    );
    expect(contact.map(([key]) => key)).toEqual(['hotline.firstContact']);
    const { counting: rule } = deadlineOf(qingpu2026, 'hotline.firstContact');
    expect(rule).toEqual(counting(workingDays(1)));
    const clocks = CASE_TYPES.flatMap(({ clocks: all }) =>
      Object.entries(all).flatMap(([name, clock]) => (name === 'firstContact' ? [clock] : [])),
    );
    expect(clocks.map(({ starts, ends }) => [starts, ends])).toEqual([
      [
        ['TicketReceived', 'MergeUndone'],
        ['CitizenContacted', 'AnsweredDirectly'],
      ],
    ]);
    const [limit] = clocks.map((clock) => clock.limit);
    const limitFor = (facts: object) =>
      typeof limit === 'function' ? limit(facts as never) : limit;
    expect(limitFor({ contacted: false })).toBe('hotline.firstContact');
    expect(limitFor({ contacted: true })).toBeUndefined();
  });

  test('are found by their keys', () => {
    expect(ruleOf(qingpu2026, 'petition.handle60').label).toBe('申诉求决类办理');
    expect(deadlineOf(qingpu2026, 'hotline.ack').from).toBe('派单');
    expect(ladderOf(qingpu2026, 'hotline.ack').map(({ level }) => level)).toEqual([
      'L1',
      'L2',
      'L3',
      'L4',
      'L5',
    ]);
    expect(ladderOf(qingpu2026, 'hotline.returnWindow')).toEqual([]);
  });

  test.each(['hotline.firstcontact', 'constructor', '__proto__', ''])(
    'throw on a key that they do not have: %p',
    (key) => {
      expect(() => ruleOf(qingpu2026, key)).toThrow(
        `policy qingpu-2026.1 has no rule ${key}`.trim(),
      );
    },
  );

  test('do not mistake a number of times for a length of time', () => {
    expect(timesOf(qingpu2026, 'hotline.maxReturns')).toBe(2);
    expect(() => deadlineOf(qingpu2026, 'hotline.maxReturns')).toThrow('not a length of time');
    expect(() => deadlineOf(qingpu2026, 'report.yearlyDraft')).toThrow('not a length of time');
    expect(() => timesOf(qingpu2026, 'hotline.ack')).toThrow('not a number of times');
    expect(() => timesOf(qingpu2026, 'hotline.callbackSampling')).toThrow('not a number of times');
  });

  test('throw on a ladder that they do not have', () => {
    const bare = { ...qingpu2026, ladders: {} };
    expect(() => ladderOf(bare, 'hotline.ack')).toThrow('has no ladder brief');
  });

  test('are lengths of time, schedules and figures, and nothing else', () => {
    const all = Object.entries(qingpu2026.rules);
    const lengths = all.filter(([, rule]) => isDeadline(rule)).map(([key]) => key);
    const figures = all.filter(([, rule]) => 'value' in rule);
    const schedules = all.filter(([, rule]) => isSchedule(rule));
    expect(countingsOf(qingpu2026).map(({ key }) => key)).toEqual(lengths);
    expect(lengths.length + figures.length + schedules.length).toBe(all.length);
    expect([lengths, figures, schedules].map((some) => some.length > 5)).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('use every ladder that they have', () => {
    const used = Object.values(qingpu2026.rules).flatMap((rule) =>
      isDeadline(rule) ? [rule.ladder] : [],
    );
    expect([...new Set(used)].sort()).toEqual(Object.keys(qingpu2026.ladders).sort());
  });
});
