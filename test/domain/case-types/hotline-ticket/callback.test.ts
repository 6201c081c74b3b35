import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/moments.ts';
import {
  also,
  approved,
  CALLBACK,
  callbackAgent,
  handler,
  inProgress,
  NOTE,
  RESULT,
  REWORK,
  reworked,
  supervisor,
  unitLead,
  unreached,
  UNREACHED,
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
    const both = also(handler, 'callbackAgent');
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
    const done = asked.does('submitResult', handler, RESULT);
    expect(done.clock('rework')).not.toHaveProperty('endedAt');
    expect(done.does('approveResult', unitLead).clock('rework')?.outcome).toBe('met');
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
      .does('submitResult', handler, RESULT)
      .does('approveResult', unitLead);
    const refused = ticket.try('recordCallback', callbackAgent, CALLBACK);
    expect(refused?.code).toBe('HANDLER_CANNOT_CALL_BACK');
  });
});

describe('declaring a ticket difficult', () => {
  test.each([
    [0, approved],
    [1, () => reworked(approved())],
  ])('is refused after %i reworks', (count, given) => {
    expect(given().try('declareDifficult', supervisor, NOTE)).toMatchObject({
      code: 'REWORK_LEFT',
      details: { count, limit: 2 },
    });
  });

  test('leads on to closing after two', () => {
    const ticket = reworked(reworked(approved())).does('declareDifficult', supervisor, NOTE);
    expect(ticket.state.stage).toBe('calledBack');
    expect(ticket.clock('callback')).toMatchObject({ round: 3, outcome: 'met' });
    expect(ticket.clock('close')).not.toHaveProperty('endedAt');
  });

  test('is no way around a handling that has not been reviewed', () => {
    expect(inProgress().try('declareDifficult', supervisor, NOTE)?.code).toBe('WRONG_STATE');
  });
});
