import { describe, expect, test } from '@jest/globals';
import { workingDays } from '../../../domain/clocks/limit.ts';
import { diff } from '../../../domain/policy/diff.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import { qingpu2026 as before } from '../../../domain/policy/qingpu-2026.ts';
import { rung, withChange, withCounting, withRule } from './altered.ts';

/** Everything but the rule of a key. */
const without = (key: string): Policy => ({
  ...before,
  rules: Object.fromEntries(Object.entries(before.rules).filter(([one]) => one !== key)),
});

describe('the difference of two policies', () => {
  test('is nothing for a policy and itself, or a copy of it', () => {
    expect(diff(before, before)).toEqual([]);
    expect(diff(before, structuredClone(before))).toEqual([]);
    expect(diff(before, { ...before, version: 'qingpu-2026.2' })).toEqual([]);
  });

  test('does not depend on the order in which things are written', () => {
    const turned = (rules: object) => Object.fromEntries(Object.entries(rules).toReversed());
    const rules = Object.entries(before.rules).map(([key, rule]) => [key, turned(rule)] as const);
    const after = { ...before, rules: turned(Object.fromEntries(rules)) } as Policy;
    expect(diff(before, after)).toEqual([]);
  });

  test('names a rule that was added or removed', () => {
    const key = 'hotline.ack';
    expect(diff(without(key), before)).toEqual([{ key, change: 'added', fields: [] }]);
    expect(diff(before, without(key))).toEqual([{ key, change: 'removed', fields: [] }]);
  });

  test('shows what changed in a rule, by path, before and after', () => {
    const after = withCounting('hotline.handle.ASSIST_COMPLAINT', {
      limit: workingDays(3),
      internal: workingDays(2),
    });
    expect(diff(before, after)).toEqual([
      {
        key: 'hotline.handle.ASSIST_COMPLAINT',
        change: 'changed',
        fields: [
          { path: 'counting.limit.value', from: '5', to: '3' },
          { path: 'counting.internal', from: '', to: '{"unit":"workingDays","value":2}' },
        ],
      },
    ]);
  });

  test('shows lists whole', () => {
    const after = withChange('petition.recheck30', { pauses: ['听证', '等待鉴定'] });
    expect(diff(before, after)[0]?.fields).toEqual([
      { path: 'pauses', from: '["听证"]', to: '["听证","等待鉴定"]' },
    ]);
  });

  test('shows a figure that changed, and one that became something else', () => {
    expect(diff(before, withChange('hotline.maxReturns', { value: 3 }))[0]?.fields).toEqual([
      { path: 'value', from: '2', to: '3' },
    ]);
  });

  test('names ladders as rules', () => {
    const added = {
      ...before,
      ladders: { ...before.ladders, own: [rung('L2', { overdue: true })] },
    };
    expect(diff(before, added)).toEqual([{ key: 'ladders.own', change: 'added', fields: [] }]);
    const bare = { ...before, ladders: { ...before.ladders, brief: [] } };
    const changes = diff(before, bare);
    expect(changes.map(({ key, change }) => [key, change])).toEqual([['ladders.brief', 'changed']]);
    expect(changes[0]?.fields[0]).toMatchObject({ to: '[]' });
  });

  test('comes in the order of the keys, and turns round with the policies', () => {
    const after = {
      ...withRule('hotline.zeal', { ...before.rules['hotline.ack'] }),
      ladders: { ...before.ladders, brief: [] },
    };
    const there = diff(before, after);
    expect(there.map(({ key }) => key)).toEqual(['hotline.zeal', 'ladders.brief']);
    const back = diff(after, before);
    expect(back.map(({ key, change }) => [key, change])).toEqual([
      ['hotline.zeal', 'removed'],
      ['ladders.brief', 'changed'],
    ]);
    expect(back[1]?.fields).toEqual(
      there[1]?.fields.map(({ path, from, to }) => ({ path, from: to, to: from })),
    );
  });
});
