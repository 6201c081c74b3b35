import { describe, expect, test } from '@jest/globals';
import { limitOf, ruleOf, timesOf } from '../../domain/policy/policy.ts';
import { qingpu2026 } from '../../domain/policy/qingpu-2026.ts';
import { CASE_TYPES } from '../../domain/registry.ts';

describe('the rules of the district', () => {
  test('hold "first contact within one working day of receipt" once, under hotline.firstContact', () => {
    const contact = Object.entries(qingpu2026.rules).filter(([, { label, clause }]) =>
      `${label}${clause}`.includes('先行联系'),
    );
    expect(contact.map(([key]) => key)).toEqual(['hotline.firstContact']);
    expect(limitOf(qingpu2026, 'hotline.firstContact')).toEqual({ value: 1, unit: 'workingDays' });
    const clocks = CASE_TYPES.flatMap(({ clocks: all }) => Object.values(all)).filter(
      ({ limit }) => limit === 'hotline.firstContact',
    );
    expect(clocks.map(({ starts, ends }) => [starts, ends])).toEqual([
      [['TicketReceived'], ['CitizenContacted']],
    ]);
  });

  test.each(Object.entries(qingpu2026.rules))('say of %s what it is and rests on', (_, rule) => {
    expect(rule.label).not.toBe('');
    expect(rule.clause).not.toBe('');
    expect(Number.isInteger(rule.value) && rule.value > 0).toBe(true);
  });

  test('throw on a key that they do not have', () => {
    expect(() => ruleOf(qingpu2026, 'hotline.firstcontact')).toThrow('hotline.firstcontact');
  });

  test('do not mistake a number of times for a length of time', () => {
    expect(timesOf(qingpu2026, 'hotline.maxReturns')).toBe(2);
    expect(() => limitOf(qingpu2026, 'hotline.maxReturns')).toThrow('not a length of time');
    expect(() => timesOf(qingpu2026, 'hotline.ack')).toThrow('not a number of times');
  });
});
