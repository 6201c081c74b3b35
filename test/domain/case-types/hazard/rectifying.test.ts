import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/moments.ts';
import * as h from './hazard.ts';
import { due, expectRefused, facts, runs } from '../questions.ts';

describe('H5 appraisal', () => {
  test('stops rectification for its days, on its ground, and has sixty days of its own', () => {
    const hazard = h.notified('GENERAL').when('2026-11-24 09:00');
    hazard.does('commissionAppraisal', h.inspector, h.COMMISSION);
    expect(hazard.clock('rectify')?.pausedAt).toBe(at('2026-11-24 09:00'));
    // 60 days after 11-24: Saturday 2027-01-23, moved to Monday.
    expect(due(hazard, 'appraisal')).toBe('2027-01-25 23:59:59');
    hazard.when('2026-12-04 09:00').does('recordAppraisal', h.inspector, h.APPRAISAL);
    expect(hazard.state.stage).toBe('notified');
    expect(hazard.clock('rectify')?.facts.pauses).toEqual([
      { from: at('2026-11-24 09:00'), to: at('2026-12-04 09:00'), ground: '等待鉴定' },
    ]);
    // 60 days after 11-23 is 2027-01-22, ten more skipped: 02-01.
    expect(due(hazard, 'rectify')).toBe('2027-02-01 23:59:59');
  });

  test('raises an alarm when it takes longer, and nothing else', () => {
    const hazard = h.appraising().when('2027-02-10');
    expect(hazard.state.stage).toBe('appraisal');
    expect(hazard.clock('appraisal')?.fired).toEqual(['L0', 'L1', 'L2', 'L3', 'L4', 'L5']);
    expect(hazard.clock('rectify')?.pausedAt).toBeDefined();
  });

  test('does not stop emergency control', () => {
    const hazard = h.notified('MAJOR').does('commissionAppraisal', h.inspector, h.COMMISSION);
    expect(runs(hazard, 'dailyCheck')).toBe(true);
    expect(hazard.clock('dailyCheck')?.pausedAt).toBeUndefined();
  });
});

describe('H6 funds', () => {
  test('wait seven calendar days for the board; the lapse is nobody’s lateness', () => {
    const hazard = h.funding();
    expect(due(hazard, 'boardApproval')).toBe('2026-11-30 23:59:59');
    expect(hazard.clock('boardApproval')?.levels).toEqual([]);
    hazard.when('2026-12-01');
    expect(hazard.state.stage).toBe('rectifying');
    expect(facts(hazard)['fundingLapsed']).toBe(true);
    expect(hazard.clock('rectify')?.facts.pauses).toMatchObject([{ ground: '资金审批' }]);
    expect(hazard.clock('rectify')?.pausedAt).toBeUndefined();
  });

  test('over the National Day: the last day moves behind it', () => {
    const hazard = h.rectifying('SIGNIFICANT', '2026-09-27 09:00');
    hazard.does('submitFunding', h.coordinator, h.FUNDING);
    expect(due(hazard, 'boardApproval')).toBe('2026-10-08 23:59:59');
  });

  test('approved in time, the bureau does not step in', () => {
    const hazard = h.funding().does('approveFunding', h.coordinator, h.NOTE);
    expectRefused(hazard, ['organiseRepair', h.housing, h.NOTE], 'FUND_NOT_LAPSED');
  });

  test('lapsed with danger, the housing bureau organises the repair (art. 73)', () => {
    expect(h.repairing().state.stage).toBe('substituteRepair');
  });

  test('lapsed without danger, it does not, until an appraiser says so', () => {
    const hazard = h.funding('GENERAL').when('2026-12-02');
    expectRefused(hazard, ['organiseRepair', h.housing, h.NOTE], 'FUND_NOT_LAPSED');
    hazard.does('commissionAppraisal', h.inspector, h.COMMISSION);
    hazard.does('recordAppraisal', h.inspector, h.APPRAISAL);
    expect(hazard.try('organiseRepair', h.housing, h.NOTE)).toBeUndefined();
  });

  test('are no matter of signs', () => {
    const sign = h.removed().does('failTownCheck', h.otherInspector, h.NOTE);
    expectRefused(sign, ['submitFunding', h.coordinator, h.FUNDING], 'NOT_A_FACADE');
  });

  test('name an amount above zero', () => {
    const input = { ...h.FUNDING, amount: -1 };
    expect(h.rectifying('GENERAL').try('submitFunding', h.coordinator, input)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.amount',
    });
  });
});

describe('pauses (7.4)', () => {
  test.each([
    ['WEATHER', '天气原因'],
    ['OWNER_UNREACHABLE', '业主无法联系(公告)'],
  ])('for %s are told with the ground of the rule', (ground, text) => {
    const hazard = h.pausedFor(ground).when('2026-11-30 09:00').does('resume', h.inspector);
    expect(hazard.state.stage).toBe('rectifying');
    expect(hazard.clock('rectify')?.facts.pauses).toMatchObject([{ ground: text }]);
    // 60 days after 11-23 is 2027-01-22; of the pause 24 to 29 November count.
    expect(due(hazard, 'rectify')).toBe('2027-01-28 23:59:59');
  });

  test('end by themselves after thirty days', () => {
    const hazard = h.pausedFor('WEATHER').when('2026-12-24');
    expect(hazard.state.stage).toBe('rectifying');
    expect(hazard.events.findLast(({ type }) => type === 'RectificationResumed')).toMatchObject({
      actor: 'system',
    });
  });

  test.each([
    ['pause', { ground: 'WEATHER', note: '台风' }],
    ['commissionAppraisal', h.COMMISSION],
    ['submitFunding', h.FUNDING],
  ])('%s cannot cure lateness', (command, input) => {
    const hazard = h.rectifying('GENERAL').when('2027-01-26');
    expectRefused(hazard, [command, h.inspector, input], 'PAUSE_TOO_LATE');
  });

  test('know no other ground', () => {
    const input = { ground: 'LAZY', note: '…' };
    expect(h.rectifying('GENERAL').try('pause', h.inspector, input)?.code).toBe('INVALID_INPUT');
  });
});
