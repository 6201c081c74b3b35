import { describe, expect, test } from '@jest/globals';
import { sendableAt } from '../../../domain/policy/quiet-hours.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { at } from '../../support/moments.ts';

const withHours = (value: string) => ({
  ...qingpu2026,
  rules: {
    ...qingpu2026.rules,
    'sla.quietHours': { ...qingpu2026.rules['sla.quietHours'], value },
  },
});

describe('a message that is not urgent', () => {
  test.each([
    ['goes out by day', '2026-11-25 19:59', '2026-11-25 19:59'],
    ['waits from eight in the evening', '2026-11-25 20:00', '2026-11-26 08:00'],
    ['waits over midnight into the next year', '2026-12-31 23:59', '2027-01-01 08:00'],
    ['waits in the small hours', '2026-11-26 00:00', '2026-11-26 08:00'],
    ['goes out from eight in the morning', '2026-11-26 08:00', '2026-11-26 08:00'],
  ])('%s', (_, now, then) => {
    expect(sendableAt(qingpu2026, at(now))).toBe(at(then));
  });

  test('waits at noon where a policy says so', () => {
    const policy = withHours('12:00-13:30') as typeof qingpu2026;
    expect(sendableAt(policy, at('2026-11-25 12:10'))).toBe(at('2026-11-25 13:30'));
    expect(sendableAt(policy, at('2026-11-25 22:00'))).toBe(at('2026-11-25 22:00'));
  });

  test('has hours that can be read, or the policy is wrong', () => {
    const policy = withHours('夜间') as typeof qingpu2026;
    expect(() => sendableAt(policy, at('2026-11-25 12:10'))).toThrow('sla.quietHours');
  });
});
