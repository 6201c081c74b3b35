import { describe, expect, test } from '@jest/globals';
import { dueOf } from '../../../../domain/clocks/due.ts';
import type { WasteFacts } from '../../../../domain/case-types/waste-case/facts.ts';
import { surcharge } from '../../../../domain/case-types/waste-case/surcharge.ts';
import { deadlineOf } from '../../../../domain/policy/policy.ts';
import { at, moment } from '../../../support/moments.ts';
import * as waste from './waste.ts';
import { NOTE, SERVICE, TWO, VOUCHER, coordinator, head, officer, partner } from './waste.ts';

const due = (one: ReturnType<typeof waste.opened>, clock: string) =>
  moment(one.clock(clock)?.statutoryDue ?? 0);

describe('D1: limitation', () => {
  test('two years after the end of the act nothing is filed', () => {
    const one = waste.opened({ actEndedOn: '2024-01-02' }, '2026-03-02 09:00');
    expect(one.try('proposeFiling', officer, TWO)?.code).toBe('TIME_BARRED');
    expect(one.try('warnOnTheSpot', officer, { second: partner.id, ...NOTE })?.code).toBe(
      'TIME_BARRED',
    );
    expect(
      waste
        .opened({ actEndedOn: '2024-03-04' }, '2026-03-02 09:00')
        .try('proposeFiling', officer, TWO),
    ).toBeUndefined();
  });

  test('five where life or health was harmed', () => {
    const one = waste.opened({ actEndedOn: '2024-01-02' }, '2026-03-02 09:00');
    expect(one.try('proposeFiling', officer, { ...TWO, harm: true })).toBeUndefined();
  });

  test('an act may have ended before the first year that the calendar has', () => {
    const harm = { ...TWO, harm: true };
    const within = waste.opened({ actEndedOn: '2021-03-05' }, '2026-03-02 09:00');
    expect(within.try('proposeFiling', officer, TWO)?.code).toBe('TIME_BARRED');
    expect(within.try('proposeFiling', officer, harm)).toBeUndefined();
    const over = waste.opened({ actEndedOn: '2021-02-26' }, '2026-03-02 09:00');
    expect(over.try('proposeFiling', officer, harm)).toMatchObject({
      code: 'TIME_BARRED',
      details: { lastDay: '2026-02-26' },
    });
  });
});

describe('the simple procedure', () => {
  const fine = { second: partner.id, amount: 200_00, ...NOTE };

  test('up to 200 yuan for a person and 3 000 for an organisation', () => {
    expect(waste.opened().try('fineOnTheSpot', officer, fine)).toBeUndefined();
    expect(waste.opened().try('fineOnTheSpot', officer, { ...fine, amount: 200_01 })?.code).toBe(
      'SIMPLE_FINE_TOO_HIGH',
    );
    const firm = () => waste.opened({ partyKind: 'ORGANISATION' });
    expect(firm().try('fineOnTheSpot', officer, { ...fine, amount: 3_000_00 })).toBeUndefined();
    expect(firm().try('fineOnTheSpot', officer, { ...fine, amount: 3_000_01 })?.code).toBe(
      'SIMPLE_FINE_TOO_HIGH',
    );
  });

  test('a warning is closed without payment', () => {
    const one = waste.opened().does('warnOnTheSpot', officer, { second: partner.id, ...NOTE });
    expect(one.state.stage).toBe('closing');
    one
      .does('publish', coordinator, NOTE)
      .does('proposeClosing', officer, NOTE)
      .does('close', head);
  });
});

describe('D14: more time to pay', () => {
  test('is granted once, to a day', () => {
    const more = { until: '2025-05-30', instalments: 3, request: '申请分期' };
    const one = waste.performing().does('grantDeferral', head, more);
    expect(due(one, 'deferral')).toBe('2025-05-30 23:59:59');
    expect(one.try('grantDeferral', head, more)?.code).toBe('DEFERRED_ALREADY');
    one.when('2025-03-20');
    expect(one.state.stage).toBe('performance');
    one.when('2025-05-31');
    expect(one.state.stage).toBe('defaulted');
    const late = waste.performing().try('grantDeferral', head, { ...more, until: '2025-03-03' });
    expect(late?.code).toBe('DATE_NOT_AHEAD');
  });
});

describe('D15: the surcharge', () => {
  const RATES = { perDay: 3, cap: 100 };
  const overdueFrom = at('2025-03-18 23:59:59');
  const fined = (disputes: WasteFacts['disputes'] = []) => ({
    fine: 2_000_00,
    overdueFrom,
    disputes,
  });

  test.each([
    ['2025-03-18 23:59:59', 0],
    ['2025-03-19 00:00', 60_00],
    ['2025-03-28 12:00', 600_00],
    ['2025-04-20 12:00', 1_980_00],
    ['2025-04-21 12:00', 2_000_00],
    ['2026-04-21 12:00', 2_000_00],
  ])('until %s', (until, fen) => {
    expect(surcharge(fined(), at(until), RATES)).toBe(fen);
  });

  test('does not grow under review, and has no parts of a fen', () => {
    const review = [
      { kind: 'REVIEW', from: at('2025-03-21 10:00'), to: at('2025-03-26 10:00') },
    ] as const;
    expect(surcharge(fined(review), at('2025-03-28 12:00'), RATES)).toBe(300_00);
    const open = [{ kind: 'LITIGATION', from: at('2025-03-21 10:00') }] as const;
    expect(surcharge(fined(open), at('2025-06-28 12:00'), RATES)).toBe(120_00);
    expect(surcharge({ ...fined(), fine: 33 }, at('2025-03-19 12:00'), RATES)).toBe(0);
  });

  test('grows only on what is unpaid, from the day after a part was paid', () => {
    const payments = [{ amount: 1_000_00, at: at('2025-03-20 10:00') }];
    // Two days on 2,000 yuan, three on 1,000.
    const facts = { ...fined(), payments };
    expect(surcharge(facts, at('2025-03-23 12:00'), RATES)).toBe(2 * 60_00 + 3 * 30_00);
  });

  test('is paid with the fine, neither more nor less, by the day of payment', () => {
    const late = waste.defaulted();
    const pay = (input: object) => late.try('payInFull', officer, { ...waste.VOUCHER, ...input });
    const refused = pay({});
    expect([refused?.code, refused?.field, refused?.details?.['due']]).toEqual([
      'SURCHARGE_DIFFERS',
      'input.surcharge',
      '60.00',
    ]);
    expect(pay({ surcharge: 61_00 })?.code).toBe('SURCHARGE_DIFFERS');
    late.when('2025-03-21 09:00');
    expect(pay({ surcharge: 60_00 })?.details?.['due']).toBe('180.00');
    late.does('payInFull', officer, {
      ...waste.VOUCHER,
      surcharge: 60_00,
      paidAt: at('2025-03-19 11:00'),
    });
    expect(late.state.facts).toMatchObject({ paid: 2_000_00, surcharge: 60_00, ending: 'PAID' });
    const inTime = waste.performing().try('payInFull', officer, { ...waste.VOUCHER, surcharge: 1 });
    expect(inTime?.code).toBe('SURCHARGE_DIFFERS');
  });
});

describe('D16 and D17: review and litigation', () => {
  test('sixty days and six months, then nothing can be contested', () => {
    const one = waste.performing();
    expect(due(one, 'reviewWindow')).toBe('2025-05-06 23:59:59');
    expect(due(one, 'litigationWindow')).toBe('2025-09-03 23:59:59');
    one.when('2025-05-07 09:00');
    expect(one.try('acceptReview', officer, NOTE)?.code).toBe('REMEDY_TOO_LATE');
    one.when('2025-09-04 09:00');
    expect(one.try('acceptLitigation', officer, NOTE)?.code).toBe('REMEDY_TOO_LATE');
  });

  test('a review is decided within sixty days, thirty more once; upheld, fifteen days to sue', () => {
    const one = waste.performing().does('acceptReview', officer, NOTE);
    expect(due(one, 'dispute')).toBe('2025-05-06 23:59:59');
    expect(one.try('acceptReview', officer, NOTE)?.code).toBe('CONTESTED_ALREADY');
    expect(one.try('acceptLitigation', officer, NOTE)?.code).toBe('DISPUTE_OPEN');
    one.does('extendReview', officer, { days: 30, ...NOTE });
    // 2 May + 30 days is a Sunday inside the Dragon Boat days off.
    expect(due(one, 'dispute')).toBe('2025-06-03 23:59:59');
    expect(one.try('extendReview', officer, { days: 1, ...NOTE })?.code).toBe(
      'WASTE_EXTENSION_EXHAUSTED',
    );
    one.when('2025-04-01 09:00').does('reviewUpheld', officer, NOTE);
    expect(due(one, 'litigationWindow')).toBe('2025-04-16 23:59:59');
    expect(one.try('judgementUpheld', officer, NOTE)?.code).toBe('NO_DISPUTE');
  });

  test('a revoked decision is investigated anew, and D22 what was published is withdrawn within three working days', () => {
    const one = waste
      .closed()
      .does('acceptReview', officer, NOTE)
      .does('revokeToRedo', officer, NOTE);
    expect(one.state.stage).toBe('investigating');
    expect(one.state.facts).toMatchObject({ fine: 0, paid: 0, withdrawalDue: true });
    expect(due(one, 'publicationWithdrawal')).toBe('2025-03-06 23:59:59');
    expect(due(one, 'decision')).toBe('2025-06-03 23:59:59');
    one.does('withdrawPublication', coordinator, NOTE);
    expect(one.try('withdrawPublication', coordinator, NOTE)?.code).toBe('NOTHING_TO_PUBLISH');
  });

  test('or withdrawn', () => {
    const one = waste
      .defaulted()
      .does('acceptLitigation', officer, NOTE)
      .does('revoke', officer, NOTE);
    expect(one.state.stage).toBe('withdrawn');
    expect(waste.performing().try('revoke', officer, NOTE)?.code).toBe('NO_DISPUTE');
  });

  test('no case is closed or taken to court under review', () => {
    const one = waste.published().does('acceptReview', officer, NOTE);
    expect(one.try('proposeClosing', officer, NOTE)?.code).toBe('DISPUTE_OPEN');
  });
});

describe('D18 to D20: the way to court', () => {
  test('ten working days after the demand, when nothing can be contested any more', () => {
    const one = waste.defaulted();
    expect(one.try('serveDemand', officer, SERVICE)?.code).toBe('DOCUMENT_NOT_ISSUED');
    one.does('issueDemand', head, NOTE).does('serveDemand', officer, SERVICE);
    // 19 March: twelve days later is 2 April.
    expect(due(one, 'demand')).toBe('2025-04-02 23:59:59');
    expect(one.try('issueDemand', head, NOTE)?.code).toBe('DEMAND_SERVED_ALREADY');
    expect(one.try('applyToCourt', head, NOTE)?.code).toBe('DEMAND_NOT_OVER');
    one.when('2025-04-03 09:00');
    expect(one.try('applyToCourt', head, NOTE)?.code).toBe('STILL_APPEALABLE');
    one.when('2025-09-04 09:00');
    // Three months from 3 September: 3 December.
    expect(due(one, 'courtApplication')).toBe('2025-12-03 23:59:59');
    one.does('applyToCourt', head, NOTE);
    expect(one.clock('courtApplication')?.outcome).toBe('met');
  });

  test('the court accepts within five working days and rules within seven', () => {
    const one = waste.courtApplied();
    expect(due(one, 'courtAcceptance')).toBe('2025-09-11 23:59:59');
    expect(one.try('courtRuled', officer, NOTE)?.code).toBe('COURT_NOT_ACCEPTED');
    one.does('courtAccepted', officer, NOTE);
    expect(one.try('courtAccepted', officer, NOTE)?.code).toBe('COURT_ACCEPTED');
    expect(due(one, 'courtRuling')).toBe('2025-09-15 23:59:59');
    one.does('courtRuled', officer, NOTE);
    expect(one.state.stage).toBe('enforcing');
  });

  test.each([
    ['enforced', VOUCHER, 'ENFORCED'],
    ['terminated', NOTE, 'TERMINATED'],
  ])('%s', (command, input, ending) => {
    const one = waste.enforcing().does(command, officer, input);
    expect([one.state.stage, (one.state.facts as { ending?: string }).ending]).toEqual([
      'closing',
      ending,
    ]);
  });

  test('refused', () => {
    expect(waste.courtApplied().does('courtRefused', officer, NOTE).state.stage).toBe('closing');
  });
});

describe('D21: correction and clearing', () => {
  const ORDER = { second: partner.id, dueOn: '2025-03-17', note: '清除建筑垃圾' };
  const ordered = () => waste.filed().does('orderRectification', officer, ORDER);

  test('is verified by two officers before the case is closed', () => {
    const one = ordered();
    expect(due(one, 'rectification')).toBe('2025-03-17 23:59:59');
    expect(one.try('orderRectification', officer, ORDER)?.code).toBe('RECTIFICATION_ORDERED');
    one.does('verifyRectification', officer, TWO);
    expect(one.try('verifyRectification', officer, TWO)?.code).toBe('NOTHING_TO_RECTIFY');
    const closing = waste.published().does('orderRectification', officer, ORDER);
    expect(closing.try('proposeClosing', officer, NOTE)?.code).toBe('RECTIFICATION_OPEN');
  });

  test('is done instead of the party three clear working days after the demand', () => {
    const one = ordered();
    expect(one.try('substitute', officer, TWO)?.code).toBe('SUBSTITUTE_NOT_DEMANDED');
    // Demanded on 3 March: 4, 5 and 6 March are clear.
    expect(one.try('demandSubstitute', head, { plannedOn: '2025-03-06', ...NOTE })?.code).toBe(
      'SUBSTITUTE_TOO_SOON',
    );
    one.does('demandSubstitute', head, { plannedOn: '2025-03-07', ...NOTE });
    expect(one.try('substitute', officer, TWO)?.code).toBe('SUBSTITUTE_NOT_YET');
    one.when('2025-03-07 09:00').does('substitute', officer, TWO);
    expect(one.state.facts).toMatchObject({ rectification: 'DONE' });
  });

  test('at once where a road or a river has to be cleared', () => {
    expect(waste.opened().does('clearAtOnce', officer, TWO).state.facts).toMatchObject({
      rectification: 'DONE',
    });
  });
});

test('D12, D25 across the National Day holiday, counted by the policy of the case', () => {
  const one = waste.opened({}, '2025-09-29 10:00');
  const { policy, calendar } = one.rules;
  const last = dueOf(
    deadlineOf(policy, 'waste.delivery').counting,
    at('2025-09-29 10:00'),
    calendar,
  );
  // 30 September, then 9, 10, 11 (a make-up Saturday), 13, 14 and 15 October.
  expect(moment(last.statutory)).toBe('2025-10-15 23:59:59');
});
