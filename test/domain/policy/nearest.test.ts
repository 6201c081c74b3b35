import { describe, expect, test } from '@jest/globals';
import { nearest } from '../../../domain/policy/nearest.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';

const keys = Object.keys(qingpu2026.rules);

describe('a mistyped key', () => {
  test.each([
    ['hotline.firstcontact', 'hotline.firstContact'],
    ['hotline.fristContact', 'hotline.firstContact'],
    ['petition.handle6', 'petition.handle60'],
    ['petiton.handle60', 'petition.handle60'],
    ['waste.decisiondays', 'waste.decisionDays'],
    ['HOTLINE.ACK', 'hotline.ack'],
    ['handle.COMPLEX', 'hotline.handle.COMPLEX'],
    ['seizure', 'waste.seizureDays'],
  ])('%s most likely meant %s', (wanted, meant) => {
    expect(nearest(wanted, keys)[0]).toBe(meant);
  });

  test('has at most three suggestions, all of them keys', () => {
    for (const wanted of ['hotline', 'warning.ack.RED', 'a', 'xxxxxxxxxxxxxxxxxxxxxxxxxx', '']) {
      const found = nearest(wanted, keys);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(found.filter((key) => !keys.includes(key))).toEqual([]);
    }
  });

  test('has none when it is like no key', () => {
    expect(nearest('weather forecast of tomorrow', keys)).toEqual([]);
    expect(nearest('hotline.ack', [])).toEqual([]);
  });

  test('that is a key comes first itself', () => {
    expect(nearest('hotline.rework', keys)[0]).toBe('hotline.rework');
    expect(nearest('waste.limitation', keys)[0]).toBe('waste.limitation');
  });
});
