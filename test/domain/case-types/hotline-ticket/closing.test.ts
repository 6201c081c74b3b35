import { describe, expect, test } from '@jest/globals';
import { isRunning } from '../../../../domain/clocks/clock.ts';
import { CENTRE } from '../../../../domain/definition/parts.ts';
import { wakeAt } from '../../../../domain/timekeeping.ts';
import { at } from '../../../support/moments.ts';
import {
  also,
  approved,
  CALLBACK,
  callbackAgent,
  calledBack,
  closed,
  coordinator,
  dispatcher,
  handler,
  NOTE,
  REWORKED,
  supervisor,
  unitLead,
  UNREACHED,
  unreached,
} from './ticket.ts';

/** 30 days after Monday 2026-11-23. */
const LAPSE = at('2026-12-23 23:59:59');

describe('closing', () => {
  test('is refused to whoever handled the matter', () => {
    const both = { ...also(handler, 'dispatcher'), unit: CENTRE };
    expect(calledBack().try('close', both)?.code).toBe('HANDLER_CANNOT_CLOSE');
  });

  test('leaves only the window for reopening', () => {
    const ticket = closed();
    expect(ticket.clock('close')?.outcome).toBe('met');
    expect(ticket.state.clocks.filter(isRunning)).toMatchObject([
      { clock: 'reopenWindow', round: 1, statutoryDue: LAPSE },
    ]);
  });

  test('needs a call-back', () => {
    expect(approved().try('close', dispatcher)?.code).toBe('WRONG_STATE');
  });
});

describe('reopening', () => {
  test.each([
    ['at once', '2026-11-23 09:00'],
    ['on the thirtieth day', '2026-12-23 23:59:58'],
  ])('is possible %s, with three working days for it', (_, moment) => {
    const ticket = closed().when(moment).does('reopen', supervisor, NOTE);
    expect(ticket.state.stage).toBe('inProgress');
    expect(ticket.clock('reopenWindow')?.outcome).toBe('met');
    expect(ticket.state.clocks.filter(isRunning)).toMatchObject([
      { clock: 'rework', limit: { value: 3, unit: 'workingDays' }, startedAt: at(moment) },
    ]);
  });

  test('is refused when the window is over, for the ticket is archived by then', () => {
    const ticket = closed().when(LAPSE);
    expect(ticket.try('reopen', dispatcher, NOTE)).toMatchObject({
      code: 'WRONG_STATE',
      details: { state: '已归档' },
    });
  });

  test('is refused by its own rule too, should the archiving lag behind', () => {
    const ticket = closed();
    ticket.now = LAPSE + 1;
    expect(ticket.wouldRefuse('reopen', dispatcher, NOTE)).toMatchObject({
      code: 'REOPEN_WINDOW_OVER',
      details: { dueAt: '2026-12-23 23:59', limit: '30 日' },
    });
  });

  test('counts attempts to call back anew', () => {
    const ticket = unreached(approved(), 3)
      .does('recordCallback', callbackAgent, UNREACHED)
      .does('close', dispatcher)
      .does('reopen', dispatcher, NOTE)
      .does('submitRework', unitLead, REWORKED)
      .does('approveResult', coordinator);
    expect(ticket.try('recordCallback', callbackAgent, UNREACHED)).toMatchObject({
      code: 'ATTEMPTS_MISSING',
      details: { count: 0 },
    });
  });

  test('has a window of its own after the next closing', () => {
    const ticket = closed()
      .when('2026-12-01 10:00')
      .does('reopen', dispatcher, NOTE)
      .does('submitRework', unitLead, REWORKED)
      .does('approveResult', coordinator)
      .does('recordCallback', callbackAgent, CALLBACK)
      .does('close', dispatcher);
    expect(ticket.clock('reopenWindow')).toMatchObject({
      round: 2,
      statutoryDue: at('2026-12-31 23:59:59'),
    });
  });
});

describe('archiving', () => {
  test('has not happened a millisecond before the window lapses', () => {
    expect(closed().when(LAPSE - 1).state.stage).toBe('closed');
  });

  test('happens by itself at the exact instant', () => {
    const ticket = closed();
    expect(wakeAt(ticket.rules.type, ticket.state)).toBe(LAPSE);
    ticket.when(LAPSE);
    expect(ticket.state.stage).toBe('archived');
    expect(ticket.events.at(-1)).toMatchObject({
      type: 'TicketArchived',
      actorKind: 'system',
      at: LAPSE,
      dueAt: LAPSE,
      occurredAt: LAPSE,
    });
  });

  test('tells when it fell due, however late it is recorded', () => {
    const late = closed().when('2027-02-01 08:00').events.at(-1);
    expect(late).toMatchObject({ at: at('2027-02-01 08:00'), dueAt: LAPSE, occurredAt: LAPSE });
  });

  test('is nobody’s lateness and wakes nobody again', () => {
    const ticket = closed().when(LAPSE);
    expect(ticket.clock('reopenWindow')?.outcome).toBe('met');
    expect(ticket.state.clocks.filter(isRunning)).toEqual([]);
    expect(wakeAt(ticket.rules.type, ticket.state)).toBeUndefined();
  });
});
