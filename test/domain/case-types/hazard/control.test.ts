import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/moments.ts';
import * as h from './hazard.ts';
import { due, expectRefused, facts, runs } from '../questions.ts';

describe('H3 emergency control', () => {
  test.each([
    ['MAJOR', 'arrive', '2026-11-23 11:00'],
    ['MAJOR', 'isolate', '2026-11-23 13:00'],
    ['SIGNIFICANT', 'isolate', '2026-11-24 09:00'],
    ['GENERAL', 'warn', '2026-11-25 09:00'],
  ])('of %s: %s is due %s, counted from the discovery', (grade, clock, expected) => {
    const hazard = h.registered().when('2026-11-23 10:00');
    hazard.does('gradeFacade', h.inspector, h.gradedAs(grade));
    expect(due(hazard, clock)).toBe(expected);
  });

  test('of a high-risk sign is due a day after the discovery', () => {
    expect(due(h.signGraded(), 'secure')).toBe('2026-11-24 09:00');
  });

  test.each(['MINOR', 'GENERAL'])('is no duty for %s', (grade) => {
    const hazard = h.graded(grade);
    expect(runs(hazard, 'isolate')).toBe(false);
    expect(hazard.try('issueNotice', h.unitLead, h.NOTICE)).toBeUndefined();
  });

  test('hours run on through the Spring Festival', () => {
    const hazard = h.graded('SIGNIFICANT', '2026-02-14 10:00');
    expect(due(hazard, 'isolate')).toBe('2026-02-15 10:00');
  });

  test.each(['MAJOR', 'SIGNIFICANT'])('comes before the notice of %s', (grade) => {
    expectRefused(h.graded(grade), ['issueNotice', h.unitLead, h.NOTICE], 'CONTROL_FIRST');
  });

  test('comes before the notice of a high-risk sign', () => {
    expectRefused(h.signGraded(), ['issueNotice', h.unitLead, h.NOTICE], 'CONTROL_FIRST');
  });

  test('may be in place before anybody has graded, and is no duty any more', () => {
    const hazard = h.found().does('establishControl', h.inspector, h.CONTROL);
    hazard.does('register', h.coordinator, h.REGISTRATION);
    hazard.does('gradeFacade', h.inspector, h.gradedAs('MAJOR'));
    expect(runs(hazard, 'isolate')).toBe(false);
    expect(runs(hazard, 'arrive')).toBe(false);
  });

  test('ends arrival by recording it, not before the discovery', () => {
    const hazard = h.graded('MAJOR');
    const early = { arrivedAt: at('2026-11-23 08:59'), note: '到场' };
    expectRefused(hazard, ['recordArrival', h.inspector, early], 'INVALID_INPUT');
    hazard.when('2026-11-23 10:30');
    hazard.does('recordArrival', h.inspector, { arrivedAt: at('2026-11-23 10:00'), note: '到场' });
    expect(hazard.clock('arrive')?.outcome).toBe('met');
    expect(runs(hazard, 'isolate')).toBe(true);
  });

  test('is established once', () => {
    const hazard = h.secured('MAJOR');
    expectRefused(hazard, ['establishControl', h.inspector, h.CONTROL], 'CONTROL_IN_PLACE');
  });

  test('is checked daily while it is in place, each check asking for the next', () => {
    const hazard = h.secured('MAJOR');
    expect(due(hazard, 'dailyCheck')).toBe('2026-11-24 23:59:59');
    hazard.when('2026-11-24 15:00').does('recordDailyCheck', h.inspector, h.NOTE);
    expect(due(hazard, 'dailyCheck')).toBe('2026-11-25 23:59:59');
    hazard.when('2026-11-26 09:00').does('recordDailyCheck', h.inspector, h.NOTE);
    const outcomes = hazard.state.clocks
      .filter(({ clock }) => clock === 'dailyCheck')
      .map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['met', 'breached', undefined]);
  });

  test('is not checked where there is none', () => {
    expectRefused(h.graded('MAJOR'), ['recordDailyCheck', h.inspector, h.NOTE], 'NO_CONTROL');
  });

  test('ends only with the write-off or a removal', () => {
    expect(runs(h.accepted('MAJOR'), 'dailyCheck')).toBe(true);
    const off = h.writtenOff('MAJOR');
    expect(facts(off)['control']).toBe('LIFTED');
    expect(runs(off, 'dailyCheck')).toBe(false);
    const sign = h.signGraded().does('establishControl', h.inspector, h.CONTROL);
    sign.does('recordRemoval', h.coordinator, h.PHOTOS);
    expect(facts(sign)['control']).toBe('LIFTED');
    expect(runs(sign, 'dailyCheck')).toBe(false);
  });

  test('is back when a removal is not accepted', () => {
    const sign = h.removed().does('failTownCheck', h.otherInspector, h.NOTE);
    expect(sign.state.stage).toBe('rectifying');
    expect(facts(sign)['control']).toBe('IN_PLACE');
    expect(runs(sign, 'dailyCheck')).toBe(true);
    expect(runs(sign, 'rectify')).toBe(true);
  });

  test('warns for a general hazard', () => {
    const hazard = h.graded('GENERAL').does('postWarning', h.inspector, h.NOTE);
    expect(runs(hazard, 'warn')).toBe(false);
  });
});

describe('H4 the notice', () => {
  test('is signed by the head, served, and counts from its service', () => {
    const hazard = h.secured('GENERAL').does('issueNotice', h.unitLead, h.NOTICE);
    expect(hazard.state.documents).toMatchObject([{ kind: 'rectificationNotice' }]);
    hazard.when('2026-11-24 10:00').does('serveNotice', h.inspector, h.served(hazard));
    // 60 calendar days after 11-24: Saturday 2027-01-23, moved to Monday.
    expect(due(hazard, 'rectify')).toBe('2027-01-25 23:59:59');
    expect(hazard.state.documents[0]?.servedAt).toBe(at('2026-11-24 10:00'));
  });

  test.each([
    // 30 days after 01-20: 02-19, inside the Spring Festival of 15 to 23 February.
    ['MAJOR', '2026-01-20 09:00', '2026-02-24 23:59:59'],
    // 30 days after 09-03: 10-03, inside the National Day holiday of 1 to 7 October.
    ['MAJOR', '2026-09-03 09:00', '2026-10-08 23:59:59'],
    ['SIGNIFICANT', '2026-03-02 09:00', '2026-06-01 23:59:59'],
    ['MINOR', '2026-03-02 09:00', '2026-04-01 23:59:59'],
  ])('of %s served %s gives until %s', (grade, from, expected) => {
    expect(due(h.notified(grade, from), 'rectify')).toBe(expected);
  });

  test('of signs gives 7 and 15 days', () => {
    const high = h.signGraded().does('establishControl', h.inspector, h.CONTROL);
    expect(due(h.withNotice(high), 'rectify')).toBe('2026-11-30 23:59:59');
    expect(due(h.withNotice(h.signGraded(h.SIGN_NORMAL)), 'rectify')).toBe('2026-12-08 23:59:59');
  });

  test('sets its own date, which prevails, on a Sunday too', () => {
    const hazard = h.notified('GENERAL', h.MONDAY, { ...h.NOTICE, rectifyBy: '2026-12-06' });
    expect(due(hazard, 'rectify')).toBe('2026-12-06 23:59:59');
  });

  test('sets no date that is over', () => {
    const input = { ...h.NOTICE, rectifyBy: '2026-11-23' };
    expectRefused(h.secured('GENERAL'), ['issueNotice', h.unitLead, input], 'DATE_NOT_AHEAD');
  });

  test('is announced where the party is unknown, and only there', () => {
    const { party: _unknown, ...unknown } = h.NOTICE;
    const hazard = h.secured('GENERAL').does('issueNotice', h.unitLead, unknown);
    expectRefused(hazard, ['serveNotice', h.inspector, h.served(hazard)], 'PARTY_UNKNOWN');
    const announcement = { place: '公告栏', servedAt: hazard.now };
    const known = h.secured('GENERAL').does('issueNotice', h.unitLead, h.NOTICE);
    expectRefused(known, ['announceNotice', h.inspector, announcement], 'PARTY_KNOWN');
    expect(hazard.does('announceNotice', h.inspector, announcement).state.stage).toBe('notified');
  });

  test('is not served before it was issued', () => {
    const hazard = h.secured('GENERAL');
    expectRefused(hazard, ['serveNotice', h.inspector, h.served(hazard)], 'DOCUMENT_NOT_ISSUED');
    hazard.when('2026-11-24 09:00').does('issueNotice', h.unitLead, h.NOTICE);
    const early = { ...h.served(hazard), servedAt: at('2026-11-23 12:00') };
    expectRefused(hazard, ['serveNotice', h.inspector, early], 'SERVED_BEFORE_ISSUE');
  });

  test('of an earlier grade does not serve for the new one', () => {
    const hazard = h.rectifying('GENERAL').does('raiseFacade', h.inspector, h.RAISE);
    expectRefused(hazard, ['serveNotice', h.inspector, h.served(hazard)], 'NOTICE_MISSING');
  });

  test('is issued by nobody but the head', () => {
    expectRefused(h.secured('GENERAL'), ['issueNotice', h.inspector, h.NOTICE], 'FORBIDDEN_ROLE');
  });
});

describe('the plan', () => {
  test.each([
    ['MAJOR', '2026-02-11 09:00', '2026-02-14 23:59:59'],
    ['SIGNIFICANT', '2026-11-23 09:00', '2026-12-07 23:59:59'],
    ['GENERAL', '2026-11-23 09:00', '2026-12-14 23:59:59'],
  ])('of %s graded %s is due %s', (grade, from, expected) => {
    expect(due(h.graded(grade, from), 'plan')).toBe(expected);
  });

  test('comes before the self-check where it is asked for', () => {
    const hazard = h.notified('GENERAL');
    expectRefused(hazard, ['recordSelfCheck', h.coordinator, h.PHOTOS], 'PLAN_MISSING');
  });

  test('is not asked for minor hazards', () => {
    const hazard = h.notified('MINOR');
    expectRefused(hazard, ['submitPlan', h.coordinator, h.PLAN], 'PLAN_NOT_NEEDED');
    expect(hazard.does('recordSelfCheck', h.coordinator, h.PHOTOS).state.stage).toBe('selfChecked');
  });
});
