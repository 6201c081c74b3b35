import { describe, expect, test } from '@jest/globals';
import { wasteCaseV1 } from '../../../../domain/case-types/waste-case.v1.ts';
import { at, moment } from '../../../support/moments.ts';
import * as waste from './waste.ts';
import { CONCLUSION, LARGE, NOTE, SERVICE, TWO, VOUCHER, WRITTEN, head, officer } from './waste.ts';

const due = (one: ReturnType<typeof waste.opened>, clock: string) =>
  moment(one.clock(clock)?.statutoryDue ?? 0);

describe('a waste case', () => {
  test('can be in each of its states', () => {
    expect(Object.keys(waste.inEachState).sort()).toEqual(Object.keys(wasteCaseV1.states).sort());
    for (const [state, given] of Object.entries(waste.inEachState)) {
      expect([state, given().state.stage]).toEqual([state, state]);
    }
  });

  test('D2: verified within fifteen days, ten more on approval', () => {
    const one = waste.opened();
    expect(due(one, 'verify')).toBe('2025-03-18 23:59:59');
    one.does('extendVerification', head, { days: 10, askedBy: officer.id, ...NOTE });
    expect(due(one, 'verify')).toBe('2025-03-28 23:59:59');
    const again = { days: 1, askedBy: officer.id, ...NOTE };
    expect(one.try('extendVerification', head, again)?.code).toBe('WASTE_EXTENSION_EXHAUSTED');
  });

  test('D2: more than ten days, too late, or asked for by the one who grants it', () => {
    const one = waste.opened();
    const more = { askedBy: officer.id, ...NOTE };
    expect(one.try('extendVerification', head, { days: 11, ...more })?.code).toBe(
      'WASTE_EXTENSION_TOO_LONG',
    );
    const both = { ...head, roles: ['agencyHead', 'caseOfficer'] };
    expect(one.try('extendVerification', both, { days: 1, askedBy: head.id, ...NOTE })?.code).toBe(
      'SAME_PERSON_APPROVES',
    );
    one.when('2025-03-19');
    expect(one.try('extendVerification', head, { days: 1, ...more })?.code).toBe(
      'WASTE_EXTENSION_TOO_LATE',
    );
  });

  test('D3: decided within ninety days of filing; the last day, a Sunday in a festival, rolls on', () => {
    // 3 March + 90 = 1 June 2025, a Sunday inside the Dragon Boat days off (31 May to 2 June).
    expect(due(waste.filed(), 'decision')).toBe('2025-06-03 23:59:59');
  });

  test('D3: the steps of extension are not in use', () => {
    const refusal = waste
      .filed()
      .try('extendDecision', head, { days: 30, askedBy: officer.id, ...NOTE });
    expect(refusal?.code).toBe('DECISION_EXTENSION_OFF');
  });

  test('D3: testing does not count, and ends by itself on the day that was approved', () => {
    const one = waste.testing();
    one.when('2025-03-21 00:00');
    expect(one.state.stage).toBe('investigating');
    // Seventeen days, 3 to 20 March, of which the first was begun and is not wholly covered.
    expect(one.clock('decision')?.facts.pauses[0]?.ground).toBe('等待鉴定');
    expect(due(one, 'decision') > '2025-06-17').toBe(true);
  });

  test('D8: the window of defence is five working days and lapses by itself', () => {
    const one = waste.noticeServed();
    expect(due(one, 'defence')).toBe('2025-03-10 23:59:59');
    expect(one.try('submitDecision', officer, NOTE)?.code).toBe('DEFENCE_UNSETTLED');
    one.when('2025-03-11 09:00').does('submitDecision', officer, NOTE);
    expect(one.state.stage).toBe('decisionApproval');
  });

  test('D8: a defence that was raised has to be considered, whatever lapses', () => {
    const one = waste.noticeServed().does('recordDefence', officer, NOTE).when('2025-03-11 09:00');
    expect(one.try('submitDecision', officer, NOTE)?.code).toBe('DEFENCE_UNSETTLED');
    one.does('considerDefence', officer, TWO).does('submitDecision', officer, NOTE);
    expect(one.state.stage).toBe('decisionApproval');
  });

  test('art. 45: nothing becomes heavier', () => {
    const one = waste.awaitingDecision();
    expect(one.try('decideFine', head, { amount: 2_000_01, ...NOTE })?.code).toBe(
      'PENALTY_HEAVIER',
    );
    expect(one.state.stage).toBe('decisionApproval');
    one.does('decideFine', head, { amount: 1_000_00, ...NOTE });
  });

  test('D11: a large fine is reviewed first, by somebody who did not investigate', () => {
    const one = waste.concluded(LARGE);
    expect(one.try('issueHearingRight', head, NOTE)?.code).toBe('LEGAL_REVIEW_MISSING');
    expect(
      waste.concluded({ ...LARGE, amount: 4_999_99 }).try('issueNotice', head, NOTE),
    ).toBeUndefined();
    const organisation = { ...LARGE, partyKind: 'ORGANISATION', amount: 49_999_99 };
    expect(waste.concluded(organisation).try('issueNotice', head, NOTE)).toBeUndefined();
    one.does('submitLegalReview', officer);
    expect(due(one, 'legalReview')).toBe('2025-03-10 23:59:59');
    const both = { ...officer, roles: ['legalReviewer'] };
    expect(one.try('passReview', both, NOTE)?.code).toBe('INVESTIGATOR_CANNOT_REVIEW');
    one.does('passReview', waste.reviewer, NOTE);
    expect(one.try('issueNotice', head, NOTE)?.code).toBe('HEARING_RIGHT_MISSING');
    one.does('issueHearingRight', head, NOTE);
  });

  test('art. 57: a grave case is discussed first', () => {
    const one = waste.concluded({ ...CONCLUSION, major: true });
    expect(one.try('issueNotice', head, NOTE)?.code).toBe('DISCUSSION_MISSING');
    one
      .does('startDiscussion', officer)
      .does('recordDiscussion', head, NOTE)
      .does('issueNotice', head, NOTE);
  });

  test('D12 and D25: served within seven working days, published within seven', () => {
    const one = waste.fineDecided();
    expect(due(one, 'delivery')).toBe('2025-03-12 23:59:59');
    expect(due(one, 'publication')).toBe('2025-03-12 23:59:59');
    expect(one.state.documents.map(({ number }) => number)).toContain('青城罚〔2026〕2号');
  });

  test('D12: service counts from its own day, not before the decision', () => {
    const one = waste.awaitingDecision().when('2025-03-05 09:00');
    one.does('decideFine', head, { amount: 100_00, ...NOTE }).when('2025-03-07 09:00');
    const early = { ...SERVICE, servedAt: at('2025-03-04 09:00') };
    expect(one.try('serveDecision', officer, early)?.code).toBe('SERVED_BEFORE_ISSUE');
    one.does('serveDecision', officer, { ...SERVICE, servedAt: at('2025-03-06 09:00') });
    expect(due(one, 'payment')).toBe('2025-03-21 23:59:59');
  });

  test('D14: fifteen days to pay, which lapse by themselves', () => {
    const one = waste.performing();
    expect(due(one, 'payment')).toBe('2025-03-18 23:59:59');
    one.when('2025-03-18 23:59');
    expect(one.state.stage).toBe('performance');
    one.when('2025-03-19');
    expect(one.state.stage).toBe('defaulted');
  });

  test('the whole line: paid, published, closed, archived', () => {
    const one = waste.closed();
    expect(one.state.stage).toBe('closed');
    expect(one.try('archive', officer)?.code).toBe('STILL_APPEALABLE');
    one.when('2025-09-04 09:00').does('archive', officer);
    expect(one.state.stage).toBe('archived');
  });

  test('closing waits for the publication, and for a proposal by an officer', () => {
    const one = waste.paid();
    expect(one.try('proposeClosing', officer, NOTE)?.code).toBe('PUBLICATION_OPEN');
    one.does('publish', waste.coordinator, NOTE);
    expect(one.try('close', head)?.code).toBe('CLOSING_NOT_PROPOSED');
    one.does('proposeClosing', officer, NOTE).does('close', head);
  });

  test('a part of the fine is less than the whole', () => {
    const one = waste.performing();
    expect(one.try('payPart', officer, { amount: 2_000_00, ...VOUCHER })?.code).toBe('NOT_A_PART');
    one
      .does('payPart', officer, { amount: 500_00, ...VOUCHER })
      .does('payInFull', officer, VOUCHER);
    expect(one.state.facts).toMatchObject({ fine: 2_000_00, paid: 2_000_00, ending: 'PAID' });
  });

  test('waives in writing', () => {
    const one = waste.noticeServed().does('waiveDefence', officer, WRITTEN);
    expect(one.try('waiveDefence', officer, WRITTEN)?.code).toBe('DEFENCE_SETTLED');
  });
});
