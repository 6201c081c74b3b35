import { describe, expect, test } from '@jest/globals';
import { dayNumber, isoInstant } from '../../../../domain/calendar/civil.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  acknowledged,
  coordinator,
  CONTACT,
  COORDINATION,
  coordinating,
  DISPATCH,
  dispatched,
  dispatcher,
  handler,
  inProgress,
  NOTE,
  received,
  REJECTION,
  RETURN,
  returnAsked,
  supervisor,
  unitLead,
} from './ticket.ts';

const returnedOnce = (): CaseUnderTest =>
  returnAsked().does('approveReturn', dispatcher).does('dispatch', dispatcher, DISPATCH);
const returnedTwice = (): CaseUnderTest =>
  coordinating().does('decideCoordination', supervisor, COORDINATION);

describe('asking to return a ticket', () => {
  test('is possible until the end of the next working day', () => {
    const ticket = dispatched().when('2026-11-24 23:59:59');
    expect(ticket.try('requestReturn', coordinator, RETURN)).toBeUndefined();
  });

  test('is too late a second after', () => {
    const ticket = dispatched().when(at('2026-11-24 23:59:59') + 1);
    expect(ticket.try('requestReturn', coordinator, RETURN)).toMatchObject({
      code: 'RETURN_WINDOW_OVER',
      details: { dueAt: '2026-11-24 23:59', limit: '1 个工作日' },
    });
  });

  test('has a new window after a new dispatch', () => {
    const ticket = returnAsked()
      .when('2026-11-26 10:00')
      .does('approveReturn', dispatcher)
      .does('dispatch', dispatcher, DISPATCH)
      .when('2026-11-27 10:00');
    expect(ticket.try('requestReturn', unitLead, RETURN)).toBeUndefined();
  });

  test('is the head’s decision the second time', () => {
    const ticket = returnedOnce();
    const refused = ticket.try('requestReturn', coordinator, RETURN);
    expect(refused?.code).toBe('SECOND_RETURN_NEEDS_LEAD');
    expect(ticket.try('requestReturn', unitLead, RETURN)).toBeUndefined();
  });

  test('is refused to everybody once a coordination has settled where it belongs', () => {
    expect(returnedTwice().try('requestReturn', unitLead, RETURN)).toMatchObject({
      code: 'BOUND_BY_DIRECTED_DISPATCH',
    });
  });

  test('is refused where the dispatch was directed', () => {
    const ticket = dispatched({ directed: true });
    const refused = ticket.try('requestReturn', coordinator, RETURN);
    expect(refused?.code).toBe('BOUND_BY_DIRECTED_DISPATCH');
  });

  test('needs a reason of the list', () => {
    const refused = dispatched().try('requestReturn', coordinator, { ...RETURN, reason: 'BUSY' });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'input.reason' });
  });
});

describe('deciding on a return', () => {
  test.each([
    ['pendingAck', dispatched],
    ['acknowledged', acknowledged],
    ['inProgress', inProgress],
  ])('a refused one leads back to %s and binds the unit', (stage, given) => {
    const ticket = given()
      .does('requestReturn', coordinator, RETURN)
      .does('rejectReturn', dispatcher, NOTE);
    expect(ticket.state.stage).toBe(stage);
    const again = ticket.try('requestReturn', unitLead, RETURN);
    expect(again?.code).toBe('BOUND_BY_DIRECTED_DISPATCH');
  });

  test('a refused one is not counted', () => {
    const ticket = returnAsked().does('rejectReturn', dispatcher, NOTE);
    expect(ticket.state.facts).toMatchObject({ returnCount: 0, directed: true });
  });

  test('an agreed one leaves the ticket with nobody', () => {
    const ticket = returnAsked().does('approveReturn', dispatcher);
    expect(ticket.state.stage).toBe('pendingDispatch');
    expect(ticket.state.facts).not.toHaveProperty('leadUnit');
  });

  test('has four office hours', () => {
    const { statutoryDue } = returnAsked().clock('returnDecision') ?? {};
    expect(statutoryDue).toBe(at('2026-11-23 14:30') + 30 * 60_000);
  });
});

describe('a coordination', () => {
  const secondAsked = () => returnedOnce().does('requestReturn', unitLead, RETURN);

  test('is where the second return leads: it cannot just be dispatched again', () => {
    expect(secondAsked().try('approveReturn', dispatcher)).toMatchObject({
      code: 'RETURN_NEEDS_COORDINATION',
      details: { limit: 2 },
    });
    const ticket = secondAsked().does('openCoordination', dispatcher, NOTE);
    expect(ticket.state.stage).toBe('coordination');
    expect(ticket.state.facts).toMatchObject({ returnCount: 2 });
    expect(ticket.state.facts).not.toHaveProperty('leadUnit');
  });

  test('may be opened at the first return too, where units dispute', () => {
    expect(returnAsked().try('openCoordination', dispatcher, NOTE)).toBeUndefined();
  });

  test('is decided within two working days, and its result binds the unit', () => {
    const ticket = coordinating();
    expect(ticket.clock('coordination')).toMatchObject({ nominal: '2026-11-25' });
    ticket.does('decideCoordination', supervisor, { ...COORDINATION, leadUnit: 'water' });
    expect(ticket.state).toMatchObject({
      stage: 'pendingAck',
      facts: { leadUnit: 'water', directed: true },
    });
    expect(ticket.clock('coordination')?.outcome).toBe('met');
    expect(ticket.clock('acknowledge')).toMatchObject({ round: 3 });
  });

  test('leaves what the citizen was promised where it was', () => {
    expect(coordinating().clock('handle')).toEqual(received().clock('handle'));
  });
});

describe('a ticket that is not accepted', () => {
  test('is so for a reason of the list, with word to the caller, before anybody has it', () => {
    const refused = received().try('rejectAcceptance', dispatcher, {
      ...REJECTION,
      reason: 'BUSY',
    });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'input.reason' });
    const silent = received().try('rejectAcceptance', dispatcher, { reason: 'NO_CONTENT' });
    expect(silent).toMatchObject({ code: 'INVALID_INPUT', field: 'input.reply' });
    expect(dispatched().try('rejectAcceptance', dispatcher, REJECTION)?.code).toBe('WRONG_STATE');
  });

  test('ends there, with no clock left', () => {
    const ticket = received().does('rejectAcceptance', dispatcher, REJECTION);
    expect(ticket.state.stage).toBe('rejected');
    const left = ticket.state.clocks.map(({ clock, outcome }) => [clock, outcome]);
    expect(left).toEqual([
      ['dispatch', 'met'],
      ['firstContact', 'superseded'],
      ['handle', 'superseded'],
    ]);
  });
});

describe('the clocks of a returned ticket', () => {
  test('asking stops nothing: signing for it goes on being due', () => {
    expect(returnAsked().clock('acknowledge')).not.toHaveProperty('endedAt');
  });

  test('agreeing ends signing for it and starts dispatching anew', () => {
    const ticket = returnAsked().when('2026-11-23 14:00').does('approveReturn', dispatcher);
    expect(ticket.clock('acknowledge')).toMatchObject({ round: 1, outcome: 'met' });
    expect(ticket.clock('dispatch')).toMatchObject({ round: 2, startedAt: at('2026-11-23 14:00') });
    expect(ticket.clock('dispatch')).not.toHaveProperty('endedAt');
  });

  test('the next unit has the whole time to sign for it, in round 2', () => {
    const ticket = returnAsked()
      .when('2026-11-24 09:00')
      .does('approveReturn', dispatcher)
      .when('2026-11-24 10:00')
      .does('dispatch', dispatcher, DISPATCH);
    expect(ticket.clock('acknowledge')).toMatchObject({
      round: 2,
      startedAt: at('2026-11-24 10:00'),
      statutoryDue: at('2026-11-24 16:00'),
    });
  });

  test('what the citizen was promised is never reset', () => {
    const before = received();
    const after = returnedTwice();
    for (const name of ['firstContact', 'handle']) {
      expect(after.state.clocks.filter(({ clock }) => clock === name)).toEqual([
        before.clock(name),
      ]);
    }
    expect(isoInstant(after.clock('firstContact')?.statutoryDue ?? 0)).toBe(
      '2026-11-24T23:59:59+08:00',
    );
  });

  test('a contact that was made stays made', () => {
    const ticket = inProgress()
      .does('requestReturn', coordinator, RETURN)
      .does('approveReturn', dispatcher)
      .does('dispatch', dispatcher, DISPATCH)
      .does('acknowledge', handler)
      .does('recordContact', handler, CONTACT);
    expect(ticket.state.clocks.filter(({ clock }) => clock === 'firstContact')).toHaveLength(1);
    expect(ticket.clock('firstContact')).toMatchObject({ round: 1, outcome: 'met' });
    expect(dayNumber(ticket.clock('handle')?.nominal ?? '')).toBe(dayNumber('2026-11-30'));
  });
});
