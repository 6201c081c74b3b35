import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { at } from '../../../support/moments.ts';
import {
  dispatcher,
  DISPATCH,
  dispatched,
  handler,
  MONDAY,
  received,
  CONTACT,
  coordinator,
} from './ticket.ts';

/** A Saturday, on which nobody is in the office. */
const SATURDAY = '2026-11-28 22:00';

describe('a received ticket', () => {
  test('is nobody’s, not bound, and has nothing counted', () => {
    expect(received().state.facts).toEqual({
      matter: 'ASSIST_COMPLAINT',
      urgent: false,
      receivedAt: at(MONDAY),
      caller: 'text-1',
      text: 'text-2',
      address: 'text-3',
      assisting: [],
      directed: false,
      returnCount: 0,
      handledBy: [],
      reworkRounds: 0,
      callbackAttempts: 0,
      contactAttempts: 0,
      sections: [],
      units: [],
      extensions: [],
    });
  });
});

describe('the clocks of a received ticket', () => {
  test('are those of dispatching, of the first contact and of handling', () => {
    const due = received().state.clocks.map(({ clock, nominal }) => [clock, nominal]);
    expect(Object.fromEntries(due)).toEqual({
      dispatch: '2026-11-23',
      firstContact: '2026-11-24',
      handle: '2026-11-30',
    });
  });

  test('an enquiry is handled within one working day', () => {
    expect(received({ matter: 'CONSULT' }).clock('handle')).toMatchObject({
      limitKey: 'hotline.handle.CONSULT',
      nominal: '2026-11-24',
    });
  });

  test('run from the receipt, not from the recording', () => {
    const receivedAt = at('2026-11-20 16:00');
    const ticket = received({ receivedAt });
    for (const clock of ticket.state.clocks) expect(clock.startedAt).toBe(receivedAt);
    expect(ticket.clock('firstContact')?.nominal).toBe('2026-11-23');
    expect(ticket.events[0]).toMatchObject({ at: at('2026-11-23 09:00'), occurredAt: receivedAt });
  });

  test('what was late at the recording is told at once, with the instant at which it was due', () => {
    const ticket = received({ receivedAt: at('2026-11-20 10:00') });
    const told = ticket.events.filter(({ data }) => 'level' in data && data.clock === 'dispatch');
    expect(told).toMatchObject([
      { data: { level: 'L1' }, at: at('2026-11-23 09:00'), dueAt: at('2026-11-20 13:36') },
      { data: { level: 'L2' }, at: at('2026-11-23 09:00'), dueAt: at('2026-11-20 14:00') },
    ]);
  });

  test('by evening wait for the office to open', () => {
    const ticket = received({}, SATURDAY);
    expect(ticket.clock('dispatch')?.statutoryDue).toBe(at('2026-11-30 11:00'));
    expect(ticket.clock('firstContact')?.nominal).toBe('2026-11-30');
  });
});

describe('an urgent ticket', () => {
  test.each(['THREAT', 'SAFETY', 'LIVELIHOOD', 'COLLECTIVE'])(
    '%s is dispatched within 15 minutes and signed for within 30, by night and on Saturdays',
    (urgency) => {
      const ticket = received({ urgency }, SATURDAY);
      expect(ticket.clock('dispatch')).toMatchObject({
        limitKey: 'hotline.dispatch.URGENT',
        statutoryDue: at('2026-11-28 22:15'),
      });
      ticket.when('2026-11-28 22:10').does('dispatch', dispatcher, DISPATCH);
      expect(ticket.clock('acknowledge')).toMatchObject({
        limitKey: 'hotline.ack.URGENT',
        statutoryDue: at('2026-11-28 22:40'),
      });
    },
  );

  test('calls the supervisor an hour after it was due', () => {
    const levels = received({ urgency: 'SAFETY' }, SATURDAY).clock('dispatch')?.levels;
    expect(levels).toEqual([
      { level: 'L1', at: at('2026-11-28 22:12') },
      { level: 'L2', at: at('2026-11-28 22:15') },
      { level: 'L3', at: at('2026-11-28 23:15') },
      { level: 'L4', at: at('2026-11-29 01:15') },
      { level: 'L5', at: at('2026-11-29 03:15') },
    ]);
  });

  test('has the citizen’s ordinary limits for contact and handling', () => {
    const clocks = received({ urgency: 'SAFETY' }).state.clocks.slice(1);
    expect(clocks).toEqual(received().state.clocks.slice(1));
  });

  test('is one that is not of the ordinary class', () => {
    expect(received({ urgency: 'NORMAL' }).clock('dispatch')?.limitKey).toBe('hotline.dispatch');
    expect(received().clock('dispatch')?.limitKey).toBe('hotline.dispatch');
  });
});

describe('levels of a ticket', () => {
  test('rise on the clock that runs, each once', () => {
    const ticket = dispatched().when('2026-11-23 14:20').when('2026-11-23 15:00');
    expect(ticket.clock('acknowledge')?.fired).toEqual(['L1', 'L2']);
    expect(ticket.clock('firstContact')?.fired).toEqual([]);
    expect(ticket.when('2026-11-26').clock('firstContact')?.fired).toEqual([
      'L0',
      'L1',
      'L2',
      'L3',
    ]);
  });

  test('that fall due together are told in the order in which their clocks started', () => {
    const ticket = received({ matter: 'CONSULT' }).does('dispatch', dispatcher, DISPATCH);
    ticket.does('acknowledge', coordinator).when('2026-11-27');
    const told = ticket.events.flatMap(({ data, dueAt }) =>
      'level' in data ? [[data.clock, data.level, dueAt]] : [],
    );
    const instants = ['2026-11-24 14:00', '2026-11-24 15:00', '2026-11-24 23:59:59'].map(at);
    const levels = ['L0', 'L1', 'L2'].map((level, index) => [level, instants[index]]);
    expect(told.slice(0, 9)).toEqual(
      levels.flatMap((level) => [
        ['firstContact', ...level],
        ['handle', ...level],
        ['unitHandle', ...level],
      ]),
    );
  });

  test('no longer rise on a clock that has ended', () => {
    const ticket = dispatched()
      .does('acknowledge', coordinator)
      .does('recordContact', handler, CONTACT);
    ticket.when('2026-11-27');
    expect(ticket.clock('acknowledge')?.fired).toEqual([]);
    expect(ticket.clock('firstContact')?.fired).toEqual([]);
    expect(ticket.state.clocks.filter(isRunning).map(({ clock }) => clock)).toEqual([
      'handle',
      'unitHandle',
    ]);
  });

  test('are not a step: the version that people see as theirs stays', () => {
    const ticket = dispatched();
    const { stepVersion } = ticket.state;
    ticket.when('2026-11-25');
    expect(ticket.state.version).toBeGreaterThan(stepVersion);
    expect(ticket.state.stepVersion).toBe(stepVersion);
  });
});
