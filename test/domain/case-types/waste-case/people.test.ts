import { describe, expect, test } from '@jest/globals';
import * as waste from './waste.ts';
import {
  CONCLUSION,
  HEARING,
  LARGE,
  NOTE,
  SERVICE,
  TWO,
  head,
  host,
  intake,
  officer,
  outsider,
  partner,
  reviewer,
} from './waste.ts';

const as = (person: typeof officer, role: string) => ({ ...person, roles: [role] });

describe('two officers on every act', () => {
  const ACT = { ...TWO, kind: 'QUESTIONING' };

  test('both are officers of the case, and not the same', () => {
    const one = waste.filed();
    const before = one.state;
    expect(one.try('investigate', outsider, ACT)?.code).toBe('OFFICER_NOT_ASSIGNED');
    expect(one.try('investigate', officer, { ...ACT, second: officer.id })?.code).toBe(
      'SECOND_OFFICER_MISSING',
    );
    expect(one.try('investigate', officer, { ...ACT, second: outsider.id })?.code).toBe(
      'SECOND_OFFICER_MISSING',
    );
    expect(one.state).toBe(before);
    one
      .does('investigate', officer, ACT)
      .does('investigate', partner, { ...ACT, second: officer.id });
  });

  test('the head changes them', () => {
    const one = waste.filed();
    const pair = { first: outsider.id, second: outsider.id, ...NOTE };
    expect(one.try('assignOfficers', head, pair)?.code).toBe('SECOND_OFFICER_MISSING');
    one.does('assignOfficers', head, { ...pair, second: partner.id });
    expect(one.try('investigate', officer, ACT)?.code).toBe('OFFICER_NOT_ASSIGNED');
    one.does('investigate', outsider, ACT);
  });

  test('a case taken over starts with the officers of the new unit', () => {
    const one = waste.filed().does('takeOver', waste.supervisor, NOTE);
    expect(one.state.facts).toMatchObject({ leadUnit: 'urban-enforcement', officers: [] });
    expect(one.try('investigate', officer, ACT)?.code).toBe('FOREIGN_UNIT');
    const there = { ...outsider, id: 'officer-9', unit: 'urban-enforcement' };
    one.does('investigate', there, { ...ACT, second: 'officer-8' });
    expect(one.state.facts).toMatchObject({ officers: ['officer-9', 'officer-8'] });
  });
});

describe('who investigated', () => {
  test('neither approves the filing, nor reviews, nor hosts, nor decides, nor closes', () => {
    expect(waste.proposed().try('approveFiling', as(officer, 'agencyHead'))?.code).toBe(
      'INVESTIGATOR_CANNOT_APPROVE',
    );
    const reviewing = waste.concluded(LARGE).does('submitLegalReview', officer);
    expect(reviewing.try('rejectReview', as(partner, 'legalReviewer'), NOTE)?.code).toBe(
      'INVESTIGATOR_CANNOT_REVIEW',
    );
    const heard = waste.hearing();
    expect(heard.try('noticeHearing', head, { ...HEARING, host: officer.id })?.code).toBe(
      'HOST_TOOK_PART',
    );
    expect(heard.try('noticeHearing', head, { ...HEARING, host: reviewer.id })?.code).toBe(
      'HOST_TOOK_PART',
    );
    const deciding = waste.awaitingDecision();
    const amount = { amount: 1, ...NOTE };
    expect(deciding.try('decideFine', as(partner, 'agencyHead'), amount)?.code).toBe(
      'INVESTIGATOR_CANNOT_APPROVE',
    );
    const closing = waste.published().does('proposeClosing', officer, NOTE);
    expect(closing.try('close', as(partner, 'agencyHead'))?.code).toBe(
      'INVESTIGATOR_CANNOT_APPROVE',
    );
  });

  test('the host does not review afterwards', () => {
    const one = waste.hearingReady().does('holdHearing', host, { record: '笔录' });
    one.does('submitDecision', officer, NOTE);
    expect(one.try('decideFine', head, { amount: 1, ...NOTE })?.code).toBe('LEGAL_REVIEW_MISSING');
    one.does('submitLegalReview', officer);
    expect(one.try('passReview', as(host, 'legalReviewer'), NOTE)?.code).toBe('HOST_CANNOT_REVIEW');
    one.does('passReview', reviewer, NOTE).does('decideFine', head, { amount: 5_000_00, ...NOTE });
  });
});

describe('bad input', () => {
  test('of the opening', () => {
    const { text: _text, ...rest } = waste.OPENING;
    expect(() => waste.opened({ ...rest, text: undefined })).toThrow('input.text');
    expect(() => waste.opened({ actKind: 'THEFT' })).toThrow('input.actKind');
    expect(() => waste.opened({ actEndedOn: '2025-02-30' })).toThrow('input.actEndedOn');
    expect(() => waste.opened({ receivedAt: 9e15 })).toThrow('不能晚于现在');
  });

  test('amounts below nothing, fines without amounts, warnings with one', () => {
    const one = waste.filed();
    expect(one.try('conclude', officer, { ...CONCLUSION, amount: -1 })?.code).toBe('INVALID_INPUT');
    const { amount: _amount, ...none } = CONCLUSION;
    expect(one.try('conclude', officer, none)?.code).toBe('FINE_WITHOUT_AMOUNT');
    expect(one.try('conclude', officer, { ...CONCLUSION, penalty: 'WARNING' })?.code).toBe(
      'FINE_WITHOUT_AMOUNT',
    );
    expect(one.state.stage).toBe('investigating');
  });

  test('wrong state, wrong role, foreign unit, a service before the case began', () => {
    const one = waste.filed();
    expect(one.try('close', head)?.code).toBe('WRONG_STATE');
    expect(one.try('close', intake)?.code).toBe('FORBIDDEN_ROLE');
    expect(one.try('sendBack', { ...head, unit: 'unit-b' }, NOTE)?.code).toBe('FOREIGN_UNIT');
    const early = { ...SERVICE, servedAt: 1_700_000_000_000 };
    expect(waste.noticeIssued().try('serveNotice', officer, early)?.code).toBe('INVALID_INPUT');
    const late = { ...SERVICE, servedAt: 4_000_000_000_000 };
    expect(waste.noticeIssued().try('serveNotice', officer, late)?.code).toBe('INVALID_INPUT');
  });
});
