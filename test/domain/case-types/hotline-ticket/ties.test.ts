import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { repeatOfOpen } from '../../../../domain/case-types/hotline-ticket/tie-guards.ts';
import { at } from '../../../support/moments.ts';
import {
  acknowledged,
  CALLBACK,
  callbackAgent,
  closed,
  CONTACT,
  coordinator,
  DIRECT,
  dispatched,
  dispatcher,
  handler,
  inProgress,
  MERGE,
  merged,
  NOTE,
  petitioned,
  received,
  RESULT,
  supervisor,
  TO_BUILDING,
  TO_HAZARD,
  TO_LEAD,
  unreached,
  VOID,
  otherDispatcher,
  approved,
} from './ticket.ts';

const MASTER = 'QPHT2026-000001';
const numberOf = (ticket: CaseUnderTest): string => ticket.state.links.at(-1)?.number ?? '';
const running = (ticket: CaseUnderTest) =>
  ticket.state.clocks.filter(isRunning).map(({ clock }) => clock);
const text = { sealed: 'text-2' };
const address = { sealed: 'text-3' };
const caller = { sealed: 'text-1' };

describe('T18 a duplicate', () => {
  test('is merged into its master: no clock runs, and the master holds the matter', () => {
    const ticket = merged();
    expect(ticket.state.stage).toBe('merged');
    expect(running(ticket)).toEqual([]);
    expect(ticket.state.links).toMatchObject([{ kind: 'merge', end: 'to' }]);
  });

  test('is called back once its master has closed, within three working days', () => {
    const ticket = merged();
    expect(ticket.try('callBackMerged', callbackAgent, CALLBACK)?.code).toBe('MASTER_OPEN');
    ticket.when('2026-11-27 10:00').told('noteMasterClosed', MASTER, 'TicketClosed');
    expect(ticket.clock('mergedCallback')).toMatchObject({ nominal: '2026-12-02' });
    ticket.told('noteMasterClosed', MASTER, 'TicketClosed');
    expect(ticket.clock('mergedCallback')).toMatchObject({ round: 1 });
    ticket.does('callBackMerged', callbackAgent, CALLBACK);
    expect(ticket.state.stage).toBe('archived');
    expect(ticket.clock('mergedCallback')?.outcome).toBe('met');
  });

  test('counts three calls in vain like any other', () => {
    const ticket = merged().told('noteMasterClosed', MASTER, 'TicketClosed');
    const vain = { ...CALLBACK, outcome: 'UNREACHED' };
    expect(ticket.try('callBackMerged', callbackAgent, vain)?.code).toBe('ATTEMPTS_MISSING');
    expect(unreached(ticket, 3).try('callBackMerged', callbackAgent, vain)).toBeUndefined();
  });

  test('is late without a supervisor’s clock in an ended state', () => {
    const ticket = merged().told('noteMasterClosed', MASTER, 'TicketClosed').when('2026-12-31');
    expect(running(ticket)).toEqual(['mergedCallback']);
  });

  test('comes back with the promise that its caller had, until the master closes', () => {
    const ticket = dispatched().does('merge', dispatcher, MERGE).when('2026-11-25 10:00');
    ticket.does('unmerge', dispatcher, NOTE);
    expect(ticket.state.stage).toBe('pendingDispatch');
    expect(ticket.clock('handle')).toMatchObject({
      round: 2,
      startedAt: at('2026-11-23 09:00'),
      nominal: '2026-11-30',
    });
    expect(ticket.clock('dispatch')).toMatchObject({ startedAt: at('2026-11-25 10:00') });
    const late = merged().told('noteMasterClosed', MASTER, 'TicketClosed');
    expect(late.try('unmerge', dispatcher, NOTE)?.code).toBe('MASTER_CLOSED');
  });

  test('is not made of what was handled once', () => {
    const ticket = closed().does('reopen', dispatcher, NOTE);
    expect(ticket.try('merge', dispatcher, MERGE)?.code).toBe('MERGE_OF_HANDLED');
  });

  test('needs the ground on which it is one, and the number of a case', () => {
    expect(dispatched().try('merge', dispatcher, { other: MASTER })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.note',
    });
    expect(dispatched().try('merge', dispatcher, { ...MERGE, other: '1' })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.other',
    });
  });

  test('is not merged into what has closed or is merged itself', () => {
    for (const stage of ['closed', 'merged', 'archived']) {
      const ticket = dispatched();
      ticket.other = { ...ticket.other, stage };
      expect(ticket.try('merge', dispatcher, MERGE)?.code).toBe('LINK_NOT_POSSIBLE');
    }
  });

  test('holds its master back from being voided, refused or merged', () => {
    const link = {
      kind: 'merge',
      end: 'from',
      caseId: 'case-9',
      number: 'QPHT2026-000009',
      type: 'hotline-ticket',
      at: 0,
    } as const;
    const hung = (ticket: CaseUnderTest) => {
      ticket.state = { ...ticket.state, links: [link] };
      return ticket;
    };
    const voided = hung(dispatched().does('requestVoid', dispatcher, VOID));
    expect(voided.try('confirmVoid', otherDispatcher)).toMatchObject({
      code: 'MERGED_CASES_HANG',
      details: { cases: ['QPHT2026-000009'] },
    });
    expect(hung(dispatched()).try('merge', dispatcher, MERGE)?.code).toBe('MERGED_CASES_HANG');
  });
});

describe('other ties between tickets', () => {
  test('the same matter of another caller joins a group and goes on', () => {
    const ticket = dispatched().does('joinIncident', dispatcher, { other: MASTER });
    expect(ticket.state).toMatchObject({ stage: 'pendingAck', links: [{ kind: 'incident' }] });
    expect(ticket.try('joinIncident', dispatcher, { other: MASTER })?.code).toBe('LINKED_ALREADY');
    ticket.does('leaveIncident', dispatcher, NOTE);
    expect(ticket.state.links).toMatchObject([{ kind: 'incident', endedAt: ticket.now }]);
  });

  test('the same caller and matter after a closing is a repeat, of a ticket that has closed', () => {
    const ticket = received().does('markRepeat', dispatcher, MERGE);
    expect(ticket.state.facts).toMatchObject({ isRepeat: true });
  });

  test('what is open still is no repeat, but a duplicate', () => {
    const step = (stage: string) => ({ input: MERGE, other: { stage } }) as never;
    const refusal = { code: 'REPEAT_OF_OPEN', field: 'input.other' };
    expect(repeatOfOpen(step('inProgress'))).toMatchObject(refusal);
    expect(repeatOfOpen(step('closed'))).toBeUndefined();
  });

  test('a ticket is tied neither to itself nor to a case of another type', () => {
    const ticket = received();
    ticket.other = { ...ticket.state };
    expect(ticket.wouldRefuse('joinIncident', dispatcher, { other: MASTER })?.code).toBe(
      'LINKED_TO_ITSELF',
    );
    const { rules } = ticket.state;
    const foreign = { ...rules, type: { id: 'petition', version: 1 } };
    ticket.other = { ...ticket.state, caseId: 'case-0', rules: foreign };
    expect(ticket.wouldRefuse('joinIncident', dispatcher, { other: MASTER })).toMatchObject({
      code: 'LINKED_TO_OTHER_TYPE',
      details: { type: '信访件' },
    });
  });
});

describe('T19 a conversion', () => {
  test('becomes an illegal building whose hours of arrival began with the call', () => {
    const ticket = inProgress().does('convertToBuilding', dispatcher, TO_BUILDING);
    expect(ticket.converted).toEqual([
      {
        type: 'illegal-building',
        input: {
          source: 'HOTLINE',
          kind: 'VILLA',
          build: 'ONGOING',
          text,
          address,
          town: 'xiayang',
          reporter: caller,
          reportedAt: at('2026-11-23 09:00'),
        },
      },
    ]);
    expect(ticket.try('submitResult', handler, RESULT)?.code).toBe('CONVERTED_IS_EXPLAINED');
    expect(ticket.told('noteLinked', numberOf(ticket), 'SiteReached').state.stage).toBe(
      'inProgress',
    );
  });

  test('to a lead passes on what was asked and who asked; the answer explains', () => {
    const ticket = inProgress().does('convertToLead', dispatcher, TO_LEAD);
    expect(ticket.converted).toEqual([
      {
        type: 'waste-lead',
        input: {
          source: 'HOTLINE',
          actKind: 'DUMPING',
          text,
          address,
          informant: caller,
          occurredAt: at('2026-11-23 09:00'),
        },
      },
    ]);
    expect(ticket.try('submitResult', handler, RESULT)).toMatchObject({
      code: 'CONVERTED_IS_EXPLAINED',
      field: 'input.resultType',
      details: { number: numberOf(ticket) },
    });
    const explained = { resultType: 'EXPLAINED', note: '线索已移送', explanation: '见关联线索' };
    expect(ticket.try('submitResult', handler, explained)).toBeUndefined();
    expect(ticket.clock('handle')).toMatchObject({ round: 1, nominal: '2026-11-30' });
  });

  test('is made once to one type, and once for each hazard', () => {
    const ticket = inProgress()
      .does('convertToLead', dispatcher, TO_LEAD)
      .does('convertToHazard', coordinator, TO_HAZARD);
    expect(ticket.try('convertToLead', dispatcher, TO_LEAD)?.code).toBe('CONVERTED_ALREADY');
    expect(ticket.try('convertToHazard', dispatcher, TO_HAZARD)?.code).toBe('CONVERTED_ALREADY');
    const second = { ...TO_HAZARD, objectId: 'SIGN-2' };
    expect(ticket.try('convertToHazard', dispatcher, second)).toBeUndefined();
  });

  test.each(['EmergencyControlled', 'SignGraded'])(
    'to a hazard keeps the answer waiting for each of them: %s',
    (event) => {
      const explained = { resultType: 'EXPLAINED', note: '已转隐患', explanation: '见关联隐患' };
      const ticket = inProgress().does('convertToHazard', dispatcher, TO_HAZARD);
      const first = numberOf(ticket);
      ticket.does('convertToHazard', dispatcher, { ...TO_HAZARD, objectId: 'SIGN-2' });
      const second = numberOf(ticket);
      ticket.told('noteLinked', second, 'HazardRegistered').told('noteLinked', first, event);
      expect(ticket.try('submitResult', handler, explained)).toMatchObject({
        code: 'HAZARD_NOT_SAFE',
        details: { cases: [second] },
      });
      ticket.told('noteLinked', second, event);
      expect(ticket.try('submitResult', handler, explained)).toBeUndefined();
    },
  );

  test('to a hazard passes on the reporter', () => {
    const { converted } = received().does('convertToHazard', dispatcher, TO_HAZARD);
    const input = { ...TO_HAZARD, source: 'HOTLINE', text, address, reporter: caller };
    expect(converted).toEqual([{ type: 'hazard', input }]);
    const ticket = received().does('convertToHazard', dispatcher, TO_HAZARD);
    expect(ticket.try('answerDirectly', dispatcher, DIRECT)?.code).toBe('HAZARD_NOT_SAFE');
  });

  test('to a petition leaves the hotline once it was accepted, with word to the caller', () => {
    const ticket = petitioned();
    const input = { channel: 'CALL', petitioner: caller, text, address, category: 'APPEAL' };
    expect(ticket.converted).toEqual([{ type: 'petition', input }]);
    const reply = { reply: '信访部门已受理' };
    expect(ticket.try('transferOut', dispatcher, reply)?.code).toBe('PETITION_NOT_ACCEPTED');
    ticket.told('noteLinked', numberOf(ticket), 'PetitionRegistered');
    expect(ticket.try('transferOut', dispatcher, reply)?.code).toBe('PETITION_NOT_ACCEPTED');
    ticket.told('noteLinked', numberOf(ticket), 'PetitionAccepted');
    expect(ticket.try('transferOut', dispatcher, {})).toMatchObject({ field: 'input.reply' });
    ticket.does('transferOut', dispatcher, reply);
    expect(ticket.state.stage).toBe('transferredOut');
    expect(running(ticket)).toEqual([]);
  });

  test('tells a closed ticket too, whose window goes on', () => {
    const ticket = closed().told('noteLinked', MASTER, 'LeadFiled');
    expect(running(ticket)).toEqual(['reopenWindow']);
  });

  test('is not made after the result', () => {
    expect(approved().try('convertToLead', dispatcher, TO_LEAD)?.code).toBe('WRONG_STATE');
  });
});

describe('T9 a contact in vain', () => {
  test('is recorded, and the third lets the handling begin', () => {
    const ticket = acknowledged();
    const gone = { ...CONTACT, channel: 'UNREACHABLE' };
    for (const count of [0, 1, 2]) {
      expect(ticket.try('recordContact', handler, gone)).toMatchObject({
        code: 'CONTACT_ATTEMPTS_MISSING',
        details: { count, limit: 3 },
      });
      ticket.does('recordContactFailed', handler);
    }
    expect(ticket.clock('firstContact')).not.toHaveProperty('endedAt');
    ticket.does('recordContact', handler, gone);
    expect(ticket.state.stage).toBe('inProgress');
    expect(ticket.clock('firstContact')?.outcome).toBe('met');
    expect(ticket.try('recordContactFailed', supervisor)?.code).toBe('FORBIDDEN_ROLE');
  });
});
