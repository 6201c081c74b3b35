import { describe, expect, test } from '@jest/globals';
import { petitionV1 } from '../../../../domain/case-types/petition.v1.ts';
import { hotlineTicketV1 } from '../../../../domain/case-types/hotline-ticket.v1.ts';
import type { PetitionFacts } from '../../../../domain/case-types/petition/facts.ts';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { type CaseUnderTest, person } from '../../../support/given.ts';
import { at, moment } from '../../../support/moments.ts';
import {
  anonymous,
  ASSIGN,
  ASSISTANT,
  assigned,
  checked,
  CONSENT,
  convener,
  coordinating,
  coordinator,
  EVIDENCE,
  FORWARD,
  forwarded,
  JURISDICTION,
  MONDAY,
  NOTE,
  OBJECTION,
  objected,
  office,
  REFUSAL,
  registered,
  REGISTRATION,
  rejected,
  SERVED,
  unitLead,
  unitReceived,
} from './petition.ts';

const factsOf = ({ state }: CaseUnderTest) => state.facts as PetitionFacts;
const due = (petition: CaseUnderTest, clock: string) =>
  moment(petition.clock(clock)?.statutoryDue ?? 0);

describe('Q2 not accepted', () => {
  test('in writing, with the proper way, and proven served', () => {
    const petition = rejected();
    expect(petition.clock('route')?.outcome).toBe('met');
    expect(petition.state.documents).toMatchObject([{ kind: 'rejection' }]);
    petition.does('serveRejection', office, SERVED);
    expect(petition.state).toMatchObject({
      stage: 'notAccepted',
      documents: [{ servedAt: at(MONDAY) }],
    });
    expect(petition.state.clocks.filter(isRunning)).toEqual([]);
  });

  test('by the organ, signed by its head', () => {
    const petition = unitReceived();
    expect(petition.try('rejectByUnit', coordinator, REFUSAL)?.code).toBe('FORBIDDEN_ROLE');
    petition.does('rejectByUnit', unitLead, REFUSAL);
    expect(petition.clock('notice')?.outcome).toBe('met');
    expect(petition.try('serveRejection', office, SERVED)?.code).toBe('DOCUMENT_NOT_ISSUED');
    expect(petition.does('serveUnitRejection', coordinator, SERVED).state.stage).toBe(
      'notAccepted',
    );
  });

  test('is filed where nobody is known, and only there', () => {
    expect(rejected().try('fileRejection', office, NOTE)?.code).toBe('SOMEBODY_TO_TELL');
    const petition = anonymous().does('rejectAcceptance', office, REFUSAL);
    expect(petition.does('fileRejection', office, NOTE).state.stage).toBe('notAccepted');
  });

  test('is not served before it was issued', () => {
    const petition = registered({ receivedAt: at('2026-11-20 09:00') }).does(
      'completeRegistration',
      office,
      { nature: 'OTHER' },
    );
    petition.does('rejectAcceptance', office, REFUSAL);
    const early = { ...SERVED, servedAt: at('2026-11-20 10:00') };
    expect(petition.try('serveRejection', office, early)?.code).toBe('SERVED_BEFORE_ISSUE');
    expect(
      petition.try('serveRejection', office, { ...SERVED, servedAt: at('2026-11-19') })?.code,
    ).toBe('INVALID_INPUT');
  });
});

describe('a repetition', () => {
  const AGAIN = { other: 'QPXF2026-000001', reason: 'IN_PROGRESS', notice: '原件正在办理' };

  test('of what is being handled is not accepted, and tied to it', () => {
    const petition = checked().does('rejectRepeat', office, AGAIN);
    expect(petition.state.links).toMatchObject([{ kind: 'repeat', end: 'to', caseId: 'case-0' }]);
    expect(petition.state.stage).toBe('rejectionServing');
  });

  test('of what was finally rechecked is not accepted either, of anything else it is', () => {
    const petition = checked();
    expect(petition.try('rejectRepeat', office, { ...AGAIN, reason: 'FINALISED' })).toMatchObject({
      code: 'NOT_A_REPEAT',
      field: 'input.reason',
    });
    petition.other = { ...petition.other, facts: { ...petition.other.facts, finalized: true } };
    expect(petition.try('rejectRepeat', office, AGAIN)?.code).toBe('NOT_A_REPEAT');
    expect(
      petition.wouldRefuse('rejectRepeat', office, { ...AGAIN, reason: 'FINALISED' }),
    ).toBeUndefined();
  });

  test('otherwise is tied and goes on', () => {
    const petition = checked().does('linkRepeat', office, { other: 'QPXF2026-000001' });
    expect(petition.state.stage).toBe('routing');
    expect(petition.try('rejectRepeat', office, AGAIN)?.code).toBe('LINKED_ALREADY');
  });
});

describe('Q3 forwarding and assigning', () => {
  test('end the fifteen days, with a letter each', () => {
    expect(forwarded().clock('route')?.outcome).toBe('met');
    expect(forwarded().state.documents).toMatchObject([{ kind: 'forwardLetter' }]);
    expect(assigned().state.documents).toMatchObject([{ kind: 'assignLetter' }]);
  });

  test('an assignment sets the last day of the report, to the end of that day whatever day it is (P11)', () => {
    expect(due(assigned(), 'report')).toBe('2026-12-31 23:59:59');
    expect(due(assigned({ replyBy: '2026-11-28' }), 'report')).toBe('2026-11-28 23:59:59');
    expect(checked().try('assign', office, { ...ASSIGN, replyBy: '2026-11-23' })).toMatchObject({
      code: 'DATE_NOT_AHEAD',
      field: 'input.replyBy',
    });
    expect(forwarded().clock('report')).toBeUndefined();
  });

  test('a unit that does not sign within a working day has it all the same', () => {
    const petition = forwarded().when('2026-11-25 09:00');
    expect(petition.state.stage).toBe('unitReceived');
    expect(factsOf(petition).unitReceivedAt).toBe(at('2026-11-24 23:59:59'));
    expect(due(petition, 'notice')).toBe('2026-12-09 23:59:59');
  });

  test('a unit that assists does not lead', () => {
    const petition = objected()
      .does('inviteAssistance', office, ASSISTANT)
      .does('approveObjection', office);
    expect(petition.try('forward', office, { leadUnit: 'water' })?.code).toBe('HAS_A_PART_ALREADY');
  });
});

describe('Q4 an objection', () => {
  test('is possible for five working days, 国庆 left out (P4)', () => {
    const petition = unitReceived('OTHER', {}, '2025-09-28 10:00');
    expect(due(petition, 'objectionWindow')).toBe('2025-10-11 23:59:59');
    petition.when(at('2025-10-11 23:59:59') - 1);
    expect(petition.wouldRefuse('raiseObjection', coordinator, OBJECTION)).toBeUndefined();
    petition.when('2025-10-11 23:59:59');
    expect(petition.try('raiseObjection', coordinator, OBJECTION)?.code).toBe('OBJECTION_TOO_LATE');
    expect(factsOf(petition).bound).toBe('LAPSED');
    expect(petition.state.stage).toBe('unitReceived');
  });

  test('is the unit’s to raise, with a reason', () => {
    expect(unitReceived().try('raiseObjection', coordinator, {})).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.reason',
    });
    expect(
      unitReceived().try('raiseObjection', person('c', 'water', 'coordinator'), OBJECTION)?.code,
    ).toBe('FOREIGN_UNIT');
    expect(unitReceived().try('raiseObjection', office, OBJECTION)?.code).toBe('FORBIDDEN_ROLE');
  });
});

describe('Q5 an objection is decided', () => {
  test('approved: it is routed anew; the new unit’s fifteen days start at its receipt', () => {
    const petition = objected().does('approveObjection', office);
    expect(petition.state.stage).toBe('routing');
    expect(petition.clock('notice')?.outcome).toBe('met');
    expect(petition.clock('route')).toMatchObject({ round: 2, limitKey: 'petition.reroute' });
    petition
      .when('2026-11-26 09:00')
      .does('forward', office, { leadUnit: 'water' })
      .does('receive', person('c', 'water', 'coordinator'));
    expect(petition.clock('notice')).toMatchObject({ round: 2, startedAt: at('2026-11-26 09:00') });
    expect(due(petition, 'notice')).toBe('2026-12-11 23:59:59');
  });

  test('rejected: the unit is bound, and its fifteen days went on', () => {
    const petition = objected().does('rejectObjection', office, NOTE);
    expect(petition.clock('notice')).toMatchObject({ round: 1 });
    expect(petition.clock('notice')?.endedAt).toBeUndefined();
    expect(petition.try('raiseObjection', coordinator, OBJECTION)?.code).toBe('OBJECTION_DECIDED');
  });

  test('a second time it is settled who has it, and by whom is on record; that binds', () => {
    const petition = objected()
      .does('approveObjection', office)
      .does('forward', office, FORWARD)
      .does('receive', coordinator)
      .does('raiseObjection', coordinator, OBJECTION);
    expect(petition.try('approveObjection', office)?.code).toBe('OBJECTION_NEEDS_COORDINATION');
    petition
      .does('referJurisdiction', office, NOTE)
      .does('decideJurisdiction', convener, JURISDICTION)
      .does('receive', coordinator);
    expect(factsOf(petition)).toMatchObject({
      bound: 'DECIDED',
      jurisdictionBy: 'CONFERENCE',
      leadUnit: 'housing',
    });
    expect(petition.clock('objectionWindow')?.round).toBe(2);
    expect(petition.try('raiseObjection', coordinator, OBJECTION)?.code).toBe('OBJECTION_DECIDED');
  });

  test('of an assigned petition ends its report’s date with it', () => {
    const petition = assigned()
      .does('receive', coordinator)
      .does('raiseObjection', coordinator, OBJECTION)
      .does('approveObjection', office);
    expect(petition.clock('report')?.outcome).toBe('met');
    expect(factsOf(petition).replyBy).toBeUndefined();
    expect(coordinating().state.stage).toBe('coordination');
  });
});

test('a petition is opened from a ticket’s data', () => {
  const ticket = {
    petitioner: REGISTRATION.petitioner,
    text: '诉求',
    address: '公园路',
    town: 'xiayang',
    channel: 'CALL',
    category: 'APPEAL',
  };
  expect(petitionV1.opens.input.safeParse(ticket).success).toBe(true);
});

test('a petition becomes a ticket with the petitioner’s consent, linked, without sixty days', () => {
  const petition = checked().does('convertToTicket', office, CONSENT);
  expect(petition.state.stage).toBe('inProcedure');
  expect(petition.clock('handle')).toBeUndefined();
  const [{ type, input } = { type: '', input: {} }] = petition.converted;
  expect(type).toBe('hotline-ticket');
  expect(input).toMatchObject({ caller: { sealed: 'text-1' }, text: { sealed: 'text-2' } });
  const opened = { ...input, caller: REGISTRATION.petitioner, text: '文本', address: '地址' };
  expect(hotlineTicketV1.opens.input.safeParse(opened).success).toBe(true);
  expect(anonymous().try('convertToTicket', office, CONSENT)?.code).toBe('NOBODY_TO_TELL');
  expect(checked().try('convertToTicket', office, { note: '同意' })?.code).toBe('INVALID_INPUT');
});

test('a withdrawn petition has ended', () => {
  const petition = forwarded().does('withdraw', office, EVIDENCE);
  expect(petition.state.stage).toBe('withdrawn');
  expect(petition.state.clocks.filter(isRunning)).toEqual([]);
});
