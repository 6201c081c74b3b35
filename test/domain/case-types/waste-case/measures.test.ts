import { describe, expect, test } from '@jest/globals';
import { at, moment } from '../../../support/moments.ts';
import * as waste from './waste.ts';
import { GOODS, NOTE, TWO, head, officer, partner } from './waste.ts';

const RELEASE = { second: partner.id, disposal: 'RETURNED', note: '已退还' };

const clocksOf = (one: ReturnType<typeof waste.opened>, name: string) =>
  one.state.clocks
    .filter(({ clock }) => clock === name)
    .map(({ object, statutoryDue, outcome }) => [object, moment(statutoryDue), outcome]);

describe('D4: registered evidence', () => {
  test('is disposed of within seven working days', () => {
    const one = waste.filed().does('registerEvidence', head, GOODS);
    const [document] = one.state.documents;
    expect(clocksOf(one, 'evidence')).toEqual([
      [document?.number, '2025-03-12 23:59:59', undefined],
    ]);
    one.does('disposeEvidence', officer, RELEASE);
    expect(clocksOf(one, 'evidence')[0]?.[2]).toBe('met');
    expect(one.try('disposeEvidence', officer, RELEASE)?.code).toBe('NO_SUCH_MEASURE');
  });

  test('seven working days over the National Day holiday', () => {
    const one = waste.opened({}, '2025-09-26 10:00').does('registerEvidence', head, GOODS);
    // 28 (a make-up Sunday), 29, 30 September, then 9, 10, 11 (a make-up Saturday), 13 October.
    expect(clocksOf(one, 'evidence')[0]?.[1]).toBe('2025-10-13 23:59:59');
  });
});

describe('D5: seized goods', () => {
  test('are held for thirty days at the most, without rolling over days off', () => {
    // 3 March + 30 = 2 April; from 6 March it is 5 April, the second day of 清明.
    const one = waste.filed().when('2025-03-06 09:00').does('seize', head, GOODS);
    expect(clocksOf(one, 'seizure')[0]?.[1]).toBe('2025-04-05 23:59:59');
  });

  test('are extended once, each for itself', () => {
    const one = waste.filed().does('seize', head, GOODS).does('seize', head, GOODS);
    const [first, second] = one.state.documents;
    const more = { days: 30, askedBy: officer.id, note: '案情复杂' };
    expect(one.try('extendSeizure', { ...head, id: officer.id }, more)?.code).toBe(
      'SAME_PERSON_APPROVES',
    );
    one.does('extendSeizure', head, { ...more, item: second?.number });
    expect(clocksOf(one, 'seizure').map(([object, due]) => [object, due])).toEqual([
      [first?.number, '2025-04-02 23:59:59'],
      [second?.number, '2025-05-02 23:59:59'],
    ]);
    const again = one.try('extendSeizure', head, { ...more, item: second?.number });
    expect([again?.code, again?.field]).toEqual(['NO_SUCH_MEASURE', 'input.item']);
  });

  test('lapse one by one, and then have to be given back', () => {
    const one = waste.filed().does('seize', head, GOODS).does('seize', head, GOODS);
    const [first, second] = one.state.documents;
    one.does('extendSeizure', head, {
      days: 10,
      askedBy: officer.id,
      item: first?.number,
      ...NOTE,
    });
    one.when('2025-04-03 09:00');
    expect(clocksOf(one, 'release').map(([object]) => object)).toEqual([second?.number]);
    // 清明 is from 4 to 6 April; the release is due on the working day after the lapse.
    expect(clocksOf(one, 'release')[0]?.[1]).toBe('2025-04-03 23:59:59');
    one.does('disposeGoods', officer, { ...RELEASE, item: second?.number });
    expect(clocksOf(one, 'release')[0]?.[2]).toBe('met');
    expect(one.state.facts).toMatchObject({
      items: [{ extended: true }, { lapsed: true, disposed: true }],
    });
  });

  test('stand still while they are tested', () => {
    const one = waste.filed().does('seize', head, GOODS);
    one.does('startTesting', officer, { ...waste.UNTIL, until: '2025-03-13' }).when('2025-03-14');
    expect(one.clock('seizure')?.facts.pauses.map(({ ground }) => ground)).toEqual(['等待鉴定']);
    expect((one.clock('seizure')?.statutoryDue ?? 0) > (one.clock('seizure')?.startedAt ?? 0)).toBe(
      true,
    );
    expect(clocksOf(one, 'seizure')[0]?.[1]).toBe('2025-04-12 23:59:59');
  });

  test('go on standing still when they are extended meanwhile', () => {
    const one = waste.filed().does('seize', head, GOODS);
    one.does('startTesting', officer, { ...waste.UNTIL, until: '2025-03-13' });
    one.does('extendSeizure', head, { days: 10, askedBy: officer.id, ...NOTE });
    expect(one.clock('seizure')?.pausedAt).toBe(at(waste.OPENED));
    one.when('2025-03-14');
    expect(one.clock('seizure')?.pausedAt).toBeUndefined();
    // Thirty days and ten more, less the ten days of testing.
    expect(clocksOf(one, 'seizure')[0]?.[1]).toBe('2025-04-22 23:59:59');
  });

  test('nothing lapses at anybody’s bidding', () => {
    const one = waste.filed().does('seize', head, GOODS);
    const system = { ...head, id: 'system', kind: 'system' as const };
    expect(one.try('lapseSeizure', system)?.code).toBe('HAPPENS_BY_ITSELF');
  });
});

describe('D6: goods seized on the spot', () => {
  const taken = () => waste.filed().does('seizeAtOnce', officer, { second: partner.id, ...GOODS });

  test('are approved within twenty-four hours', () => {
    const one = taken();
    expect(clocksOf(one, 'emergencyApproval')[0]?.[1]).toBe('2025-03-04 09:00');
    one.does('approveSeizure', head, NOTE);
    expect(clocksOf(one, 'emergencyApproval')[0]?.[2]).toBe('met');
    expect(one.try('approveSeizure', head, NOTE)?.code).toBe('NO_SUCH_MEASURE');
  });

  test('or given back at once', () => {
    const one = taken().does('refuseSeizure', head, NOTE);
    expect(clocksOf(one, 'seizure')[0]?.[2]).toBe('met');
    expect(one.state.facts).toMatchObject({ items: [{ disposed: true }] });
  });
});

describe('D24: goods that nobody fetches', () => {
  test('are announced for sixty days, then they are disposed of', () => {
    const one = waste.filed().does('seize', head, GOODS);
    expect(one.try('announceUnclaimed', officer, NOTE)?.code).toBe('NO_SUCH_MEASURE');
    one.when('2025-04-03 09:00').does('announceUnclaimed', officer, NOTE);
    expect(clocksOf(one, 'unclaimed')[0]?.[1]).toBe('2025-06-03 23:59:59');
    one.when('2025-06-04');
    expect(one.state.facts).toMatchObject({ items: [{ disposed: true }] });
  });
});

test('a case with goods held is neither withdrawn nor closed', () => {
  const one = waste.filed().does('seize', head, GOODS).does('askWithdrawal', officer, TWO);
  expect(one.try('approveWithdrawal', head, NOTE)?.code).toBe('GOODS_HELD');
  expect(one.state.stage).toBe('withdrawalReview');
});
