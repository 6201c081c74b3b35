import { describe, expect, test } from '@jest/globals';
import * as waste from './waste.ts';
import { head, host, LARGE, NOTE, officer, reviewer, TWO } from './waste.ts';

describe('what would be done a second time, or for nothing', () => {
  test('a case is reviewed once for each conclusion, and discussed once', () => {
    const one = waste
      .concluded({ ...LARGE, major: true })
      .does('submitLegalReview', officer)
      .does('passReview', reviewer, NOTE);
    expect(one.try('submitLegalReview', officer)?.code).toBe('REVIEWED_ALREADY');
    one.does('startDiscussion', officer, NOTE).does('recordDiscussion', head, NOTE);
    expect(one.try('startDiscussion', officer, NOTE)?.code).toBe('DISCUSSED_ALREADY');
  });

  test('a defence is considered where one was raised', () => {
    const one = waste.noticeServed();
    expect(one.try('considerDefence', officer, TWO)?.code).toBe('NO_DEFENCE_RAISED');
  });

  test('only a penalty is contested, and served as one', () => {
    const none = waste
      .awaitingDecision()
      .does('decideNoPenalty', head, { ground: 'NOT_PROVEN', ...NOTE });
    none.does('serveNoPenalty', officer, waste.SERVICE);
    expect(none.try('acceptReview', officer, NOTE)?.code).toBe('NO_PENALTY_TO_CONTEST');
    // A penalty was decided once, and revoked: what is served now is another decision.
    const again = waste
      .performing()
      .does('acceptReview', officer, NOTE)
      .does('revokeToRedo', officer, NOTE)
      .does('conclude', officer, waste.CONCLUSION)
      .does('decideNoPenalty', head, { ground: 'NOT_PROVEN', ...NOTE });
    expect(again.try('servePenalty', officer, waste.SERVICE)?.code).toBe('NO_PENALTY_DECIDED');
  });

  test('whoever investigated does not host the hearing', () => {
    const one = waste
      .hearingNotified()
      .does('assignOfficers', head, { first: host.id, second: officer.id, ...NOTE })
      .when('2025-03-14 09:00');
    const record = { record: '听证笔录' };
    expect(one.try('holdHearing', host, record)?.code).toBe('INVESTIGATOR_CANNOT_HOST');
    expect(waste.hearingReady().try('holdHearing', host, record)).toBeUndefined();
  });
});
