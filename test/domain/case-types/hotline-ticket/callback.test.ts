import { CENTRE } from '../../../../domain/definition/parts.ts';
import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/moments.ts';
import {
  also,
  approved,
  CALLBACK,
  callbackAgent,
  CONTACT,
  COORDINATION,
  coordinator,
  DIFFICULT,
  handler,
  inProgress,
  NOTE,
  RESULT,
  REWORK,
  REWORKED,
  reworked,
  supervisor,
  unitLead,
  UNREACHED,
  unreached,
} from './ticket.ts';

describe('calling back', () => {
  test('leads on to closing', () => {
    const ticket = approved().does('recordCallback', callbackAgent, CALLBACK);
    expect(ticket.state).toMatchObject({
      stage: 'calledBack',
      facts: { calledBackBy: 'callback-1' },
    });
    expect(ticket.clock('callback')?.outcome).toBe('met');
    expect(ticket.clock('close')).toMatchObject({ round: 1, nominal: '2026-11-24' });
  });

  test('is refused to whoever handled the matter, whatever the outcome', () => {
    const both = { ...also(handler, 'callbackAgent'), unit: CENTRE };
    const attempts: [string, object][] = [
      ['recordCallback', CALLBACK],
      ['recordUnreached', {}],
      ['orderRework', REWORK],
    ];
    for (const [command, input] of attempts) {
      expect(approved().try(command, both, input)?.code).toBe('HANDLER_CANNOT_CALL_BACK');
    }
  });

  test.each([0, 1, 2])('as unreached is refused after %i attempts', (count) => {
    const ticket = unreached(approved(), count);
    expect(ticket.try('recordCallback', callbackAgent, UNREACHED)).toMatchObject({
      code: 'ATTEMPTS_MISSING',
      field: 'input.outcome',
      details: { count, limit: 3 },
    });
  });

  test('as unreached is taken after three attempts', () => {
    const ticket = unreached(approved(), 3).does('recordCallback', callbackAgent, UNREACHED);
    expect(ticket.state.stage).toBe('calledBack');
  });

  test('an attempt neither moves the ticket nor stops the clock', () => {
    const ticket = unreached(approved(), 1);
    expect(ticket.state.stage).toBe('callbackPending');
    expect(ticket.clock('callback')).not.toHaveProperty('endedAt');
  });

  test('attempts are counted anew after a rework', () => {
    const ticket = reworked(unreached(approved(), 3));
    const refused = ticket.try('recordCallback', callbackAgent, UNREACHED);
    expect(refused).toMatchObject({ code: 'ATTEMPTS_MISSING', details: { count: 0 } });
  });
});

describe('rework', () => {
  test('goes back to the unit, with three working days from then', () => {
    const ticket = approved().when('2026-11-25 10:00').does('orderRework', callbackAgent, REWORK);
    expect(ticket.state.stage).toBe('inProgress');
    expect(ticket.clock('rework')).toMatchObject({
      round: 1,
      startedAt: at('2026-11-25 10:00'),
      nominal: '2026-11-30',
    });
    expect(ticket.clock('callback')?.outcome).toBe('met');
  });

  test('stops its clock only when the new result is approved', () => {
    const asked = approved().does('orderRework', callbackAgent, REWORK);
    const done = asked.does('submitRework', unitLead, REWORKED);
    expect(done.clock('rework')).not.toHaveProperty('endedAt');
    expect(done.does('approveResult', coordinator).clock('rework')?.outcome).toBe('met');
  });

  test('is called back in a round of its own', () => {
    expect(reworked(approved()).clock('callback')).toMatchObject({ round: 2 });
    expect(reworked(reworked(approved())).clock('rework')).toMatchObject({ round: 2 });
  });

  test('is refused the third time', () => {
    const ticket = reworked(reworked(approved()));
    expect(ticket.try('orderRework', callbackAgent, REWORK)).toMatchObject({
      code: 'REWORK_EXHAUSTED',
      details: { count: 2, limit: 2 },
    });
  });

  test('whoever joins in the rework does not call back either', () => {
    const helper = also(callbackAgent, 'handler');
    const ticket = approved()
      .does('orderRework', callbackAgent, REWORK)
      .does('recordProgress', { ...helper, unit: 'greening' }, NOTE)
      .does('submitRework', unitLead, REWORKED)
      .does('approveResult', coordinator);
    const refused = ticket.try('recordCallback', callbackAgent, CALLBACK);
    expect(refused?.code).toBe('HANDLER_CANNOT_CALL_BACK');
  });
});

describe('declaring a ticket difficult', () => {
  test.each([
    [0, approved],
    [1, () => reworked(approved())],
  ])('is refused after %i reworks', (count, given) => {
    expect(given().try('declareDifficult', supervisor, DIFFICULT)).toMatchObject({
      code: 'REWORK_LEFT',
      details: { count, limit: 2 },
    });
  });

  test('leads on to closing after two', () => {
    const ticket = reworked(reworked(approved())).does('declareDifficult', supervisor, DIFFICULT);
    expect(ticket.state.stage).toBe('calledBack');
    expect(ticket.clock('callback')).toMatchObject({ round: 3, outcome: 'met' });
    expect(ticket.clock('close')).not.toHaveProperty('endedAt');
  });

  test('is no way around a handling that has not been reviewed', () => {
    expect(inProgress().try('declareDifficult', supervisor, DIFFICULT)?.code).toBe('WRONG_STATE');
  });
});

describe('a call-back that finds the caller not content', () => {
  test.each([
    ['dissatisfied', { satisfaction: 'DISSATISFIED' }, 'input.satisfaction'],
    ['not contacted', { contacted: 'NO' }, 'input.contacted'],
  ])('(%s) is no call-back but rework', (_, found, field) => {
    const ticket = approved();
    const refused = ticket.try('recordCallback', callbackAgent, { ...CALLBACK, ...found });
    expect(refused).toMatchObject({ code: 'DISSATISFIED_NEEDS_REWORK', field });
    expect(ticket.state.stage).toBe('callbackPending');
  });

  test('T16 flags the ticket as 预警工单, and its unit’s head leads the rework', () => {
    const ticket = approved().does('orderRework', callbackAgent, REWORK);
    expect(ticket.state.facts).toMatchObject({ warned: true, reworkRounds: 1 });
    expect(ticket.try('submitResult', handler, RESULT)?.code).toBe('REWORK_NEEDS_LEAD');
    expect(ticket.try('submitRework', unitLead, RESULT)).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'input.record',
    });
    ticket.does('submitRework', unitLead, REWORKED);
    expect(ticket.try('approveResult', unitLead)?.code).toBe('HANDLER_CANNOT_REVIEW');
  });

  test('a first handling is the handler’s', () => {
    expect(inProgress().try('submitRework', unitLead, REWORKED)?.code).toBe('NOT_A_REWORK');
  });
});

describe('T17 rework that was in vain twice', () => {
  const twice = () => reworked(reworked(approved()));

  test('is explained when it is declared difficult', () => {
    const ticket = twice().does('declareDifficult', supervisor, DIFFICULT);
    expect(ticket.state.facts).toMatchObject({ resultType: 'EXPLAINED', difficult: true });
  });

  test('or goes to a coordination, once, with three working days from its decision', () => {
    expect(approved().try('coordinateRework', supervisor, NOTE)?.code).toBe('REWORK_LEFT');
    const ticket = twice().does('coordinateRework', supervisor, NOTE);
    expect(ticket.state.stage).toBe('coordination');
    expect(ticket.clock('coordination')).not.toHaveProperty('endedAt');
    ticket.does('decideCoordination', supervisor, COORDINATION);
    expect(ticket.clock('rework')).toMatchObject({ round: 3, nominal: '2026-11-26' });
    ticket
      .does('acknowledge', coordinator)
      .does('recordContact', handler, CONTACT)
      .does('submitRework', unitLead, REWORKED)
      .does('approveResult', { ...coordinator, id: 'coordinator-2' });
    expect(ticket.try('coordinateRework', supervisor, NOTE)?.code).toBe('COORDINATED_ALREADY');
    expect(ticket.try('declareDifficult', supervisor, DIFFICULT)).toBeUndefined();
  });
});
