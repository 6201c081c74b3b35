import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import {
  acknowledged,
  approved,
  also,
  dispatched,
  dispatcher,
  handler,
  inProgress,
  NOTE,
  otherDispatcher,
  received,
  supervisor,
  VOID,
  voidAsked,
} from './ticket.ts';

describe('voiding a ticket', () => {
  test.each([
    ['another dispatcher', otherDispatcher],
    ['a supervisor', supervisor],
  ])('is confirmed by %s', (_, second) => {
    expect(voidAsked().does('confirmVoid', second).state.stage).toBe('voided');
  });

  test('is neither confirmed nor refused by whoever asked for it, in whatever role', () => {
    const asker = also(dispatcher, 'supervisor');
    expect(voidAsked().try('confirmVoid', asker)?.code).toBe('SAME_PERSON');
    expect(voidAsked().try('rejectVoid', asker, NOTE)?.code).toBe('SAME_PERSON');
  });

  test.each([
    ['pendingDispatch', received],
    ['pendingAck', dispatched],
    ['acknowledged', acknowledged],
    ['inProgress', inProgress],
  ])('when refused leads back to %s and may be asked for again', (stage, given) => {
    const ticket = given()
      .does('requestVoid', dispatcher, VOID)
      .does('rejectVoid', otherDispatcher, NOTE);
    expect(ticket.state.stage).toBe(stage);
    expect(ticket.state.facts).not.toHaveProperty('voidRequestedBy');
    ticket.does('requestVoid', otherDispatcher, VOID).does('confirmVoid', dispatcher);
    expect(ticket.state.stage).toBe('voided');
  });

  test('when asked for stops no clock of the citizen', () => {
    const ticket = voidAsked();
    const running = ticket.state.clocks.filter(isRunning).map(({ clock }) => clock);
    expect(running).toEqual(['firstContact', 'handle', 'acknowledge', 'unitHandle', 'voidConfirm']);
  });

  test('ends every clock: what was in time is superseded, what was late stays breached', () => {
    const ticket = voidAsked().when('2026-11-25 10:00').does('confirmVoid', supervisor);
    expect(ticket.state.clocks.filter(isRunning)).toEqual([]);
    const outcomes = ticket.state.clocks.map(({ clock, outcome }) => [clock, outcome]);
    expect(Object.fromEntries(outcomes)).toEqual({
      dispatch: 'met',
      firstContact: 'breached',
      handle: 'superseded',
      acknowledge: 'breached',
      unitHandle: 'superseded',
      escalation: 'superseded',
      voidConfirm: 'breached',
    });
  });

  test('is confirmed in time within a working day', () => {
    const ticket = voidAsked().when('2026-11-24 23:59:58').does('confirmVoid', supervisor);
    expect(ticket.clock('voidConfirm')?.outcome).toBe('met');
  });

  test('is too late once the result has been approved', () => {
    expect(approved().try('requestVoid', dispatcher, VOID)?.code).toBe('WRONG_STATE');
  });

  test('is not the unit’s to ask for', () => {
    expect(inProgress().try('requestVoid', handler, VOID)?.code).toBe('FORBIDDEN_ROLE');
  });
});
