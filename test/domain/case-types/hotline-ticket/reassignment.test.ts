import { describe, expect, test } from '@jest/globals';
import { wentAround } from '../../../../domain/case-types/hotline-ticket/facts.ts';
import { qingpu2026 } from '../../../../domain/policy/qingpu-2026.ts';
import { timesOf } from '../../../../domain/policy/policy.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  CONTACT,
  COORDINATION,
  coordinator,
  DIRECT,
  dispatched,
  dispatcher,
  handler,
  NOTE,
  otherDispatcher,
  received,
  RESULT,
  RETURN,
  returnAsked,
  supervisor,
  unitLead,
} from './ticket.ts';

const of = (actor: typeof coordinator, unit: string) => ({ ...actor, unit });

/** Received on 2026-11-23, given to water on the 24th. */
const second = (): CaseUnderTest =>
  returnAsked()
    .when('2026-11-24 10:00')
    .does('approveReturn', dispatcher)
    .does('dispatch', dispatcher, { leadUnit: 'water' });
const settled = (): CaseUnderTest =>
  second()
    .when('2026-11-25 10:00')
    .does('requestReturn', of(unitLead, 'water'), RETURN)
    .does('openCoordination', dispatcher, NOTE)
    .does('decideCoordination', supervisor, { ...COORDINATION, leadUnit: 'construction' });

describe('the clock of the present unit', () => {
  test('is as long as the citizen’s at the first unit', () => {
    expect(dispatched().clock('unitHandle')).toMatchObject({ round: 1, nominal: '2026-11-30' });
  });

  test('has the whole limit at the first reassignment; the citizen’s stays', () => {
    const ticket = second();
    expect(ticket.clock('unitHandle')).toMatchObject({
      round: 2,
      startedAt: at('2026-11-24 10:00'),
      nominal: '2026-12-01',
    });
    expect(ticket.clock('handle')).toMatchObject({ round: 1, nominal: '2026-11-30' });
  });

  test('goes on with the remainder at later ones', () => {
    const ticket = settled();
    expect(ticket.state.facts).toMatchObject({ leadUnit: 'construction' });
    expect(ticket.clock('unitHandle')).toMatchObject({ round: 2, nominal: '2026-12-01' });
    expect(ticket.clock('unitHandle')).not.toHaveProperty('endedAt');
  });

  test('ends with the review in any case', () => {
    const ticket = settled()
      .does('acknowledge', of(coordinator, 'construction'))
      .does('recordContact', of(handler, 'construction'), CONTACT)
      .does('submitResult', of(handler, 'construction'), RESULT)
      .does('approveResult', of({ ...unitLead, id: 'lead-9' }, 'construction'));
    expect(ticket.clock('unitHandle')?.outcome).toBe('met');
  });
});

describe('a ticket that is passed around (推诿)', () => {
  test('goes into the monthly list when the second return opens a coordination', () => {
    expect(returnAsked().does('openCoordination', dispatcher, NOTE).state.facts).not.toHaveProperty(
      'pingPong',
    );
    expect(settled().state.facts).toMatchObject({
      pingPong: true,
      units: ['greening', 'water', 'construction'],
    });
  });

  test('is so by as many returns as the rule of the list says', () => {
    expect(timesOf(qingpu2026, 'supervision.pingPongReturns')).toBe(2);
  });

  test.each([
    [['a', 'b'], false],
    [['a', 'b', 'c'], true],
    [['a', 'a'], true],
  ])('is so by its units %j: %s', (units, expected) => {
    const { facts } = received().state;
    expect(wentAround({ ...(facts as Parameters<typeof wentAround>[0]), units })).toBe(expected);
  });

  test('is settled by a coordination only, once three units had it', () => {
    const ticket = dispatched()
      .does('changeLead', supervisor, { leadUnit: 'water', ...NOTE })
      .does('convene', dispatcher, NOTE)
      .does('decideCoordination', supervisor, { ...COORDINATION, leadUnit: 'construction' });
    expect(ticket.state.facts).toMatchObject({ returnCount: 0, directed: true });
    expect(ticket.does('convene', dispatcher, NOTE).state.facts).toMatchObject({ pingPong: true });
  });
});

describe('a coordination', () => {
  test('sets a precedent by topic and town', () => {
    const ticket = received({ town: 'xiayang', topic: 'ROAD' })
      .does('convene', dispatcher, NOTE)
      .does('decideCoordination', supervisor, COORDINATION);
    expect(ticket.state.facts).toMatchObject({
      topic: 'STREET_LIGHT',
      precedent: { topic: 'STREET_LIGHT', town: 'xiayang', leadUnit: 'greening' },
    });
  });

  test('names a topic of the list', () => {
    const ticket = received().does('convene', dispatcher, NOTE);
    const refused = ticket.try('decideCoordination', supervisor, { ...COORDINATION, topic: 'X' });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'input.topic' });
  });
});

describe('a direct answer (直办)', () => {
  test('goes to closing at once, and another dispatcher closes', () => {
    const ticket = received().does('answerDirectly', dispatcher, DIRECT);
    expect(ticket.state.stage).toBe('calledBack');
    for (const name of ['dispatch', 'firstContact', 'handle']) {
      expect(ticket.clock(name)?.outcome).toBe('met');
    }
    expect(ticket.try('close', dispatcher)?.code).toBe('HANDLER_CANNOT_CLOSE');
    ticket.does('close', otherDispatcher);
    expect(ticket.try('reopen', dispatcher, NOTE)?.code).toBe('NO_UNIT_TO_REOPEN');
    ticket.does('reopenForDispatch', dispatcher, NOTE);
    expect(ticket.state.stage).toBe('pendingDispatch');
    expect(ticket.clock('rework')).toMatchObject({ nominal: '2026-11-26' });
  });

  test('is not for what a unit has had', () => {
    const ticket = returnAsked().does('approveReturn', dispatcher);
    expect(ticket.try('answerDirectly', dispatcher, DIRECT)?.code).toBe('UNIT_HAD_IT');
  });
});
