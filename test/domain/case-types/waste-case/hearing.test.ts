import { describe, expect, test } from '@jest/globals';
import { moment } from '../../../support/moments.ts';
import * as waste from './waste.ts';
import {
  HEARING,
  NOTE,
  SERVICE,
  WRITTEN,
  head,
  host,
  officer,
  partner,
  reviewer,
} from './waste.ts';

const due = (one: ReturnType<typeof waste.opened>, clock: string) =>
  moment(one.clock(clock)?.statutoryDue ?? 0);
const RECORD = { record: '听证笔录' };

describe('D9: the right to a hearing', () => {
  test('is asked for within five working days, and lapses by itself', () => {
    const one = waste.hearingRightServed();
    expect(due(one, 'hearingRequest')).toBe('2025-03-10 23:59:59');
    one.does('waiveDefence', officer, WRITTEN);
    expect(one.try('submitDecision', officer, NOTE)?.code).toBe('HEARING_UNSETTLED');
    one.when('2025-03-11 09:00');
    expect(one.try('requestHearing', officer, NOTE)?.code).toBe('NO_HEARING_RIGHT');
    one.does('submitDecision', officer, NOTE).does('decideFine', head, { amount: 1, ...NOTE });
  });

  test('is waived in writing', () => {
    const one = waste.hearingRightServed().does('waiveHearing', officer, WRITTEN);
    one.does('waiveDefence', officer, WRITTEN).does('submitDecision', officer, NOTE);
    expect(one.state.stage).toBe('decisionApproval');
  });

  test('over the Spring Festival: the windows go on after it', () => {
    const one = waste.concluded(waste.CONCLUSION).when('2026-02-11 09:00');
    one.does('issueHearingRight', head, NOTE);
    expect(one.try('issueHearingRight', head, NOTE)?.code).toBe('WRONG_STATE');
    one.does('serveNotice', officer, SERVICE);
    // 12, 13, 14 (a make-up Saturday), then 24 and 25 February: the festival is from 15 to 23.
    expect(due(one, 'hearingRequest')).toBe('2026-02-25 23:59:59');
    expect(due(one, 'defence')).toBe('2026-02-25 23:59:59');
  });

  test('is not there where it was not notified', () => {
    expect(waste.noticeServed().try('requestHearing', officer, NOTE)?.code).toBe(
      'NO_HEARING_RIGHT',
    );
  });
});

describe('D10: the notice of the hearing', () => {
  test('leaves seven clear working days', () => {
    const one = waste.hearing();
    expect(one.try('noticeHearing', head, { ...HEARING, heldOn: '2025-03-12' })?.code).toBe(
      'HEARING_TOO_SOON',
    );
    // Notified on 3 March: 4 to 7 and 10 to 12 March are seven, so the thirteenth will do.
    one.does('noticeHearing', head, { ...HEARING, heldOn: '2025-03-13' });
  });

  test('for 24 October 2025 it is served by 14 October', () => {
    const given = (day: string) =>
      waste
        .hearing()
        .when(`2025-10-${day} 09:00`)
        .try('noticeHearing', head, { ...HEARING, heldOn: '2025-10-24' });
    expect(given('14')).toBeUndefined();
    expect(given('15')?.code).toBe('HEARING_TOO_SOON');
  });

  test('served too late, it has to be given anew', () => {
    const one = waste.hearing().does('noticeHearing', head, { ...HEARING, heldOn: '2025-03-13' });
    one
      .when('2025-03-05 09:00')
      .does('serveHearingNotice', officer, SERVICE)
      .when('2025-03-13 09:00');
    expect(one.try('holdHearing', host, RECORD)?.code).toBe('HEARING_TOO_SOON');
    one.does('noticeHearing', head, { ...HEARING, heldOn: '2025-03-28' });
    expect(one.try('holdHearing', host, RECORD)?.code).toBe('HEARING_NOT_NOTIFIED');
  });
});

describe('the hearing', () => {
  test('is held on its day by its host', () => {
    const one = waste.hearingNotified();
    expect(one.try('holdHearing', host, RECORD)?.code).toBe('HEARING_NOT_YET');
    one.when('2025-03-14 09:00');
    expect(one.try('holdHearing', { ...host, id: 'host-2' }, RECORD)?.code).toBe('NOT_THE_HOST');
    one.does('holdHearing', host, RECORD);
    expect(one.state.stage).toBe('defence');
  });

  test('does not count in the ninety days', () => {
    const one = waste.hearingReady();
    expect(one.clock('decision')?.pausedAt).toBeDefined();
    one.does('holdHearing', host, RECORD);
    expect(one.clock('decision')?.facts.pauses.map(({ ground }) => ground)).toEqual(['听证']);
  });

  test('calls for another legal review', () => {
    const one = waste
      .hearingReady()
      .does('holdHearing', host, RECORD)
      .does('submitDecision', officer, NOTE);
    expect(one.try('decideFine', head, { amount: 1, ...NOTE })?.code).toBe('LEGAL_REVIEW_MISSING');
    one.does('submitLegalReview', officer).does('passReview', reviewer, NOTE);
    expect(one.state.stage).toBe('decisionApproval');
  });

  test('is given up in writing', () => {
    const one = waste.hearing().does('withdrawHearing', partner, WRITTEN);
    expect(one.state.stage).toBe('defence');
  });
});

describe('D13: service by announcement', () => {
  test('of the prior notice: sixty days that do not count, then the windows run', () => {
    const one = waste.noticeIssued().does('announceNotice', officer, waste.ANNOUNCEMENT);
    expect(due(one, 'noticeAnnouncement')).toBe('2025-05-06 23:59:59');
    one.when('2025-05-07');
    expect(one.state.stage).toBe('defence');
    expect(one.clock('decision')?.facts.pauses.map(({ ground }) => ground)).toEqual(['公告送达']);
    // Served on 6 May: 7, 8, 9, 12 and 13 May.
    expect(due(one, 'defence')).toBe('2025-05-13 23:59:59');
    expect(one.state.documents.find(({ kind }) => kind === 'priorNotice')?.servedAt).toBeDefined();
  });

  test('of the decision: payment counts from its end', () => {
    const one = waste
      .fineDecided()
      .does('announceDecision', officer, waste.ANNOUNCEMENT)
      .when('2025-05-07');
    expect(one.state.stage).toBe('performance');
    expect(due(one, 'payment')).toBe('2025-05-21 23:59:59');
  });
});
