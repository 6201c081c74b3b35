import { describe, expect, test } from '@jest/globals';
import * as h from './hazard.ts';
import { due, expectRefused, facts, runs } from '../questions.ts';

describe('H11 follow-up', () => {
  test('is possible for ninety days, then the hazard is archived by itself', () => {
    const hazard = h.writtenOff();
    // 90 days after 2026-11-23 is Sunday 2027-02-21, moved to Monday.
    expect(due(hazard, 'watch')).toBe('2027-02-22 23:59:59');
    hazard.does('followUp', h.housing, h.NOTE);
    expect(hazard.when('2027-02-22 23:59').state.stage).toBe('writtenOff');
    expect(hazard.when('2027-02-23').state.stage).toBe('archived');
    expect(hazard.try('reopen', h.housing, h.NOTE)?.code).toBe('WRONG_STATE');
  });

  test('reopens the same hazard when it comes again, and it counts as not written off', () => {
    const hazard = h.writtenOff().when('2026-12-20 10:00').does('reopen', h.housing, h.NOTE);
    expect(hazard.state.stage).toBe('registered');
    expect(facts(hazard)).toMatchObject({ recurrences: 1, rounds: 2, control: 'NONE' });
    expect(facts(hazard)['writtenOffAt']).toBeUndefined();
    expect(runs(hazard, 'watch')).toBe(false);
    hazard.does('gradeFacade', h.inspector, h.gradedAs('MAJOR'));
    expect(due(hazard, 'isolate')).toBe('2026-12-20 14:00');
  });
});

describe('H11 the sample', () => {
  const writtenOffAs = (number: number) => {
    const hazard = h.accepted('GENERAL');
    hazard.nextNumber = number;
    return hazard.does('writeOff', h.housing);
  };

  test('is every tenth that is written off, looked at within ninety days', () => {
    expect(runs(writtenOffAs(9), 'followUp')).toBe(false);
    const hazard = writtenOffAs(20);
    expect(due(hazard, 'followUp')).toBe('2027-02-22 23:59:59');
    hazard.does('followUp', h.housing, h.NOTE);
    expect(hazard.clock('followUp')?.outcome).toBe('met');
  });

  test('that nobody looked at is a breach', () => {
    const hazard = writtenOffAs(10).when('2027-02-23');
    expect(hazard.state.stage).toBe('archived');
    expect(hazard.clock('followUp')?.outcome).toBe('breached');
  });
});

describe('H12 under control', () => {
  test('is asked by the town and confirmed by the bureau, and is not written off', () => {
    const hazard = h.controlled();
    expect(hazard.state.stage).toBe('controlled');
    expect(facts(hazard)['watch']).toEqual({ watcher: 'inspector-2' });
    expect(facts(hazard)['writtenOffAt']).toBeUndefined();
    expect(runs(hazard, 'rectify')).toBe(false);
    expect(due(hazard, 'weeklyCheck')).toBe('2026-11-30 23:59:59');
  });

  test('is looked at every week, or on the day that the last look set', () => {
    const hazard = h.controlled().when('2026-11-27 10:00');
    hazard.does('recordWeeklyCheck', h.inspector, { ...h.NOTE, nextCheckOn: '2026-12-01' });
    expect(due(hazard, 'weeklyCheck')).toBe('2026-12-01 23:59:59');
    hazard.when('2026-12-03').does('recordWeeklyCheck', h.inspector, h.NOTE);
    expect(hazard.state.clocks.filter(({ clock }) => clock === 'weeklyCheck')).toMatchObject([
      { outcome: 'met' },
      { outcome: 'breached' },
      { round: 3 },
    ]);
  });

  test.each(['2026-11-23', '2026-12-01'])('is not looked at first on %s', (nextCheckOn) => {
    const input = { ...h.MEASURES, nextCheckOn };
    expectRefused(
      h.rectifying('SIGNIFICANT'),
      ['requestControlled', h.inspector, input],
      'CHECK_NOT_WITHIN_WEEK',
    );
  });

  test.each(['MAJOR', 'GENERAL'])('is nothing for %s', (grade) => {
    expectRefused(
      h.rectifying(grade),
      ['requestControlled', h.inspector, h.MEASURES],
      'NOT_SIGNIFICANT',
    );
  });

  test('is nothing without emergency control', () => {
    const hazard = h
      .notified('GENERAL')
      .does('raiseFacade', h.inspector, { ...h.RAISE, grade: 'SIGNIFICANT' });
    hazard.does('establishControl', h.inspector, h.CONTROL);
    hazard.state = {
      ...hazard.state,
      stage: 'rectifying',
      facts: { ...hazard.state.facts, control: 'NONE' } as never,
    };
    expect(hazard.try('requestControlled', h.inspector, h.MEASURES)?.code).toBe('NO_CONTROL');
  });

  test('is asked once and decided only when asked', () => {
    const hazard = h.rectifying('SIGNIFICANT');
    expectRefused(hazard, ['confirmControlled', h.housing], 'NO_CONTROLLED_ASKED');
    expectRefused(hazard, ['refuseControlled', h.housing, h.NOTE], 'NO_CONTROLLED_ASKED');
    hazard.does('requestControlled', h.inspector, h.MEASURES);
    expectRefused(hazard, ['requestControlled', h.inspector, h.MEASURES], 'CONTROLLED_PENDING');
    expect(due(hazard, 'controlledDecision')).toBe('2026-11-26 23:59:59');
    hazard.does('refuseControlled', h.housing, h.NOTE);
    expect(runs(hazard, 'controlledDecision')).toBe(false);
  });

  test('ends by going on with rectification, by a new date', () => {
    const hazard = h.controlled().when('2026-12-01 10:00');
    const over = { ...h.NOTE, rectifyBy: '2026-12-01' };
    expectRefused(hazard, ['resumeRectifying', h.inspector, over], 'DATE_NOT_AHEAD');
    hazard.does('resumeRectifying', h.inspector, { ...h.NOTE, rectifyBy: '2027-01-10' });
    expect(due(hazard, 'rectify')).toBe('2027-01-10 23:59:59');
    expect(runs(hazard, 'dailyCheck')).toBe(true);
  });
});

describe('H13 orders of the city', () => {
  test('carry their own number and date, and hold the write-off until they are answered', () => {
    const hazard = h.accepted('GENERAL').does('issueOrder', h.supervisor, {
      source: 'CITY',
      grounds: 'INSTRUCTED',
      requirement: '限期整改',
      dueOn: '2026-12-06',
      documentNumber: '沪督〔2026〕35号',
    });

    expect(due(hazard, 'orderReply')).toBe('2026-12-06 23:59:59');
    expect(facts(hazard)['orders']).toMatchObject([{ number: '沪督〔2026〕35号', source: 'CITY' }]);
    expectRefused(hazard, ['writeOff', h.housing], 'SUPERVISION_ORDER_OPEN');
    hazard.does('replyOrder', h.unitLead, h.NOTE).does('acceptReply', h.supervisor);
    expect(hazard.does('writeOff', h.housing).state.stage).toBe('writtenOff');
  });

  test('without a date are refused', () => {
    const input = { source: 'CITY', grounds: 'INSTRUCTED', requirement: '限期整改' };
    expectRefused(h.rectifying('GENERAL'), ['issueOrder', h.supervisor, input], 'ORDER_NEEDS_DATE');
  });
});
