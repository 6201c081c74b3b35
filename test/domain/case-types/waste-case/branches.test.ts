import { describe, expect, test } from '@jest/globals';
import { wasteCaseV1 } from '../../../../domain/case-types/waste-case.v1.ts';
import { moment } from '../../../support/moments.ts';
import * as waste from './waste.ts';
import {
  NOTE,
  SERVICE,
  TWO,
  assistant,
  coordinator,
  head,
  officer,
  partner,
  reviewer,
  supervisor,
} from './waste.ts';

const due = (one: ReturnType<typeof waste.opened>, clock: string) =>
  moment(one.clock(clock)?.statutoryDue ?? 0);

describe('the decision on filing', () => {
  test('is approved as it was proposed', () => {
    const one = waste.proposed();
    expect(one.try('approveNotFiling', head, NOTE)?.code).toBe('NOT_PROPOSED');
    one.does('returnProposal', head, NOTE);
    one.does('proposeNotFiling', officer, { ...TWO, reason: 'NO_FACTS' });
    expect(one.try('approveFiling', head)?.code).toBe('NOT_PROPOSED');
    one.does('approveNotFiling', head, NOTE);
    expect(one.state.stage).toBe('notFiled');
  });

  test('is told to the lead, and the transferor hears within three working days', () => {
    const one = waste.notFiled({ transferor: 'greening' });
    expect(due(one, 'filingFeedback')).toBe('2025-03-06 23:59:59');
    expect(one.try('archive', officer)?.code).toBe('FEEDBACK_OPEN');
    one.does('sendFeedback', coordinator, NOTE).does('sendFinalFeedback', coordinator, NOTE);
    expect(one.try('sendFeedback', coordinator, NOTE)?.code).toBe('NO_FEEDBACK_DUE');
    one.does('archive', officer);
    const { approveFiling, approveNotFiling, close } = wasteCaseV1.commands;
    for (const command of [approveFiling, approveNotFiling, close]) {
      expect(command?.tells).toEqual([{ link: 'conversion', end: 'from', command: 'noteLinked' }]);
    }
  });

  test('D23: the informant hears within five working days', () => {
    const one = waste.opened({ publicReport: true });
    expect(due(one, 'informant')).toBe('2025-03-10 23:59:59');
    one.does('informInformant', coordinator, NOTE);
    expect(one.try('informInformant', coordinator, NOTE)?.code).toBe('NOBODY_TO_INFORM');
    expect(waste.opened().clock('informant')).toBeUndefined();
  });

  test('a case is not closed before the informant and the transferor were told', () => {
    const paid = (input: object) => {
      const one = waste
        .concluded(waste.CONCLUSION, input)
        .does('issueNotice', head, NOTE)
        .does('serveNotice', officer, SERVICE);
      one.does('waiveDefence', officer, waste.WRITTEN).does('submitDecision', officer, NOTE);
      one.does('decideFine', head, { amount: 1, ...NOTE }).does('serveDecision', officer, SERVICE);
      return one.does('payInFull', officer, waste.VOUCHER).does('publish', coordinator, NOTE);
    };
    expect(paid({ transferor: 'greening' }).try('proposeClosing', officer, NOTE)?.code).toBe(
      'FEEDBACK_OPEN',
    );
    expect(paid({ publicReport: true }).try('proposeClosing', officer, NOTE)?.code).toBe(
      'INFORMANT_OPEN',
    );
  });

  test('L6: the result goes back within five working days of the closing', () => {
    expect(waste.closed().clock('finalFeedback')).toBeUndefined();
    expect(waste.closed().try('sendFinalFeedback', coordinator, NOTE)?.code).toBe(
      'NO_FEEDBACK_DUE',
    );
  });
});

describe('withdrawing a case', () => {
  test('only while it is verified or investigated, with approval', () => {
    expect(waste.concluded().try('askWithdrawal', officer, TWO)?.code).toBe('WRONG_STATE');
    const one = waste.withdrawalAsked();
    one.does('refuseWithdrawal', head, NOTE);
    expect(one.state.stage).toBe('investigating');
    const early = waste.opened().does('askWithdrawal', officer, TWO);
    early.does('refuseWithdrawal', head, NOTE);
    expect(early.state.stage).toBe('verifying');
  });
});

describe('L8: suspected crime', () => {
  test('the head decides in three days, the police get it within a day, and decide in three', () => {
    const one = waste.crimeReported();
    expect(due(one, 'criminalDecision')).toBe('2025-03-06 23:59:59');
    one.does('approveTransfer', head, NOTE);
    expect(due(one, 'criminalTransfer')).toBe('2025-03-04 09:00');
    one.does('handToPolice', officer, TWO);
    expect(one.try('handToPolice', officer, TWO)?.code).toBe('HANDED_ALREADY');
    expect(due(one, 'policeFiling')).toBe('2025-03-06 23:59:59');
  });

  test('the penalty stands still meanwhile and goes on when the police decline', () => {
    const one = waste.criminalHold().when('2025-03-12 09:00').does('policeDeclined', officer, NOTE);
    expect(one.state.stage).toBe('investigating');
    expect(one.clock('decision')?.facts.pauses.map(({ ground }) => ground)).toEqual(['移送司法']);
    // 12 March + 3 = 15 March, a Saturday.
    expect(due(one, 'reconsideration')).toBe('2025-03-17 23:59:59');
    one.does('askReconsideration', officer, NOTE);
    expect(one.try('askReconsideration', officer, NOTE)?.code).toBe('POLICE_NOT_DECLINED');
  });

  test('a second approval of the transfer ends the days in which the first refusal may be contested', () => {
    const one = waste.criminalHold().does('policeDeclined', officer, NOTE);
    one.does('reportCrime', officer, TWO).does('approveTransfer', head, NOTE);
    expect(one.clock('reconsideration')).toMatchObject({ round: 1, outcome: 'met' });
    one.does('policeDeclined', officer, NOTE);
    const rounds = one.state.clocks.filter(({ clock }) => clock === 'reconsideration');
    expect(rounds.map(({ endedAt }) => endedAt === undefined)).toEqual([false, true]);
  });

  test('goods follow within three days of the filing', () => {
    const one = waste.filed().does('seize', head, waste.GOODS).does('reportCrime', officer, TWO);
    one.does('approveTransfer', head, NOTE).does('policeFiled', officer, NOTE);
    expect([one.state.stage, due(one, 'goodsHandOver')]).toEqual([
      'transferred',
      '2025-03-06 23:59:59',
    ]);
    one.does('handOverGoods', officer, TWO);
    expect(one.try('handOverGoods', officer, TWO)?.code).toBe('NO_SUCH_MEASURE');
  });

  test('or are not transferred', () => {
    expect(waste.crimeReported().does('refuseTransfer', head, NOTE).state.stage).toBe(
      'investigating',
    );
  });
});

describe('D7: the opinion of another department', () => {
  const ASK = { unit: 'unit-b', note: '请认定处置证' };
  const asked = () => waste.filed().does('inviteAssistance', officer, ASK);

  test('comes within ten days, or on a day that is named with a reason', () => {
    const one = asked();
    expect(due(one, 'assistance')).toBe('2025-03-13 23:59:59');
    expect(one.try('conclude', officer, waste.CONCLUSION)?.code).toBe('WASTE_ASSISTANCE_OPEN');
    const delay = { until: '2025-03-03', ...NOTE };
    expect(one.try('postponeAssistance', assistant, delay)?.code).toBe('DATE_NOT_AHEAD');
    one.does('postponeAssistance', assistant, { ...delay, until: '2025-03-20' });
    expect(due(one, 'assistance')).toBe('2025-03-20 23:59:59');
    one.does('replyAssistance', assistant, NOTE).does('conclude', officer, waste.CONCLUSION);
  });

  test('is asked of another unit, once, and can be let off', () => {
    const one = asked();
    expect(one.try('inviteAssistance', officer, ASK)?.code).toBe('HOLDS_ALREADY');
    expect(one.try('waiveAssistance', officer, { ...ASK, unit: 'unit-c' })?.code).toBe(
      'ASSISTS_NOT',
    );
    one.does('waiveAssistance', officer, ASK);
    expect(one.try('waiveAssistance', officer, ASK)?.code).toBe('NOBODY_ASSISTS');
  });
});

describe('standing still', () => {
  test('is approved by somebody else, to a day ahead', () => {
    const ask = { ...waste.UNTIL, ground: 'FORCE_MAJEURE', until: '2025-03-20' };
    expect(waste.filed().try('suspend', officer, { ...ask, approvedBy: officer.id })?.code).toBe(
      'SAME_PERSON_APPROVES',
    );
    expect(waste.filed().try('suspend', officer, { ...ask, until: '2025-03-02' })?.code).toBe(
      'DATE_NOT_AHEAD',
    );
    const one = waste.suspended().does('resume', officer);
    expect(one.clock('decision')?.facts.pauses[0]?.ground).toBe('等待其他机关决定');
  });
});

describe('other outcomes', () => {
  test.each([
    ['NOT_PROVEN', 'CHARGE_NOT_PROVEN'],
    ['FIRST_MINOR', 'NO_PENALTY'],
  ])('%s', (ground, outcome) => {
    const one = waste.concluded().does('decideNoPenalty', head, { ground, ...NOTE });
    expect(one.try('serveDecision', officer, SERVICE)?.code).toBe('DOCUMENT_NOT_ISSUED');
    one.does('serveNoPenalty', officer, SERVICE);
    expect(one.state.facts).toMatchObject({ outcome });
    one.does('proposeClosing', officer, NOTE).does('close', head).does('archive', officer);
  });

  test('a warning, confiscation or suspension is served and closed', () => {
    const one = waste.concluded({ ...waste.CONCLUSION, amount: undefined, penalty: 'SUSPENSION' });
    expect(one.try('issueNotice', head, NOTE)?.code).toBe('LEGAL_REVIEW_MISSING');
    one
      .does('submitLegalReview', officer)
      .does('passReview', reviewer, NOTE)
      .does('issueHearingRight', head, NOTE);
    one
      .does('serveNotice', partner, { ...SERVICE, second: officer.id })
      .when('2025-03-11 09:00')
      .does('submitDecision', officer, NOTE);
    expect(one.try('decideFine', head, { amount: 1, ...NOTE })?.code).toBe('NO_FINE');
    one.does('decidePenalty', head, NOTE);
    expect(one.try('serveDecision', officer, SERVICE)?.code).toBe('NO_FINE');
    one.does('servePenalty', officer, SERVICE);
    expect(one.state.stage).toBe('closing');
  });

  test('each decision is served as what it is', () => {
    const fine = waste.fineDecided();
    expect(fine.try('servePenalty', officer, SERVICE)?.code).toBe('FINE_TO_PAY');
    expect(waste.awaitingDecision().try('decidePenalty', head, NOTE)?.code).toBe('FINE_ANNOUNCED');
  });
});

test('nothing closes while an order is open', () => {
  const one = waste.published().does('proposeClosing', officer, NOTE);
  one.does('issueOrder', supervisor, {
    source: 'INTERNAL',
    grounds: 'OVERDUE',
    requirement: '请尽快',
  });
  expect(one.try('close', head)?.code).toBe('SUPERVISION_ORDER_OPEN');
  one.does('replyOrder', officer, NOTE).does('acceptReply', supervisor).does('close', head);
});

test('another unit takes the lead before anything is filed', () => {
  const one = waste.opened().does('changeLead', supervisor, { leadUnit: 'unit-b', ...NOTE });
  expect(one.state.facts).toMatchObject({ leadUnit: 'unit-b', officers: [] });
  expect(due(one, 'verify')).toBe('2025-03-18 23:59:59');
});
