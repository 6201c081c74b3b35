import { describe, expect, test } from '@jest/globals';
import type { StepData } from '../../../../domain/case-state.ts';
import { dueLevels, lightOf } from '../../../../domain/clocks/clock.ts';
import { ledgerOf } from '../../../../domain/clocks/ledger.ts';
import { deadlineOf } from '../../../../domain/policy/policy.ts';
import { wakeAt } from '../../../../domain/timekeeping.ts';
import { worklistInstants } from '../../../../domain/views.ts';
import type { CaseUnderTest } from '../../../support/given.ts';
import { at } from '../../../support/moments.ts';
import {
  coordinator,
  dispatcher,
  handler,
  inProgress,
  RESULT,
  SUSPENSION,
  suspended,
  VOID,
  otherDispatcher,
} from './ticket.ts';

const from = (moment: string): CaseUnderTest =>
  inProgress().when(moment).does('suspend', dispatcher, SUSPENSION);

const handleLedger = (ticket: CaseUnderTest) => {
  const handle = ticket.clock('handle');
  if (!handle) throw new Error('no clock');
  const { policy, calendar } = ticket.rules;
  const { counting } = deadlineOf(policy, handle.limitKey);
  return ledgerOf(counting, handle.startedAt, calendar, handle.facts);
};

describe('a suspended ticket', () => {
  test('has a handling clock that stands still, and one that limits the suspension', () => {
    const ticket = suspended();
    expect(ticket.state.stage).toBe('suspended');
    expect(ticket.clock('handle')).toMatchObject({ pausedAt: at('2026-11-23 09:00'), revision: 0 });
    expect(ticket.clock('suspensionReview')).toMatchObject({ nominal: '2026-12-23' });
    expect(wakeAt(ticket.rules.type, ticket.state)).toBe(at('2026-12-23 23:59:59'));
  });

  test('is told of no level, however long it takes, and its light stays', () => {
    const ticket = from('2026-11-27 18:00').when('2026-12-10');
    const handle = ticket.clock('handle');
    if (!handle) throw new Error('no clock');
    expect(handle.fired).toEqual(['L0', 'L1']);
    expect(dueLevels(handle, at('2026-12-10'))).toEqual([]);
    expect(lightOf(handle, at('2026-12-10'))).toBe('yellow');
    expect(worklistInstants(ticket.rules, ticket.state)).toMatchObject({
      provisional: false,
    });
  });

  test('goes on by itself after thirty days', () => {
    const ticket = suspended().when('2026-12-24 00:00');
    expect(ticket.state.stage).toBe('inProgress');
    expect(ticket.events.at(-1)).toMatchObject({
      type: 'TicketResumed',
      actorKind: 'system',
      dueAt: at('2026-12-23 23:59:59'),
    });
  });

  test('can be voided only after it goes on', () => {
    expect(suspended().try('requestVoid', dispatcher, VOID)?.code).toBe('WRONG_STATE');
  });
});

describe('a ticket that goes on', () => {
  test('has the days back on which it stood still, and its ledger names them', () => {
    const ticket = from('2026-11-24 08:50').when('2026-11-26 09:30').does('resume', coordinator);
    expect(ticket.clock('handle')).toMatchObject({
      nominal: '2026-12-02',
      statutoryDue: at('2026-12-02 23:59:59'),
      revision: 1,
      facts: {
        pauses: [
          { from: at('2026-11-24 08:50'), to: at('2026-11-26 09:30'), ground: '等待第三方' },
        ],
        extensions: [],
      },
    });
    expect(ticket.clock('handle')).not.toHaveProperty('pausedAt');
    const paused = handleLedger(ticket).filter(({ kind }) => kind === 'paused');
    expect(paused.map(({ date, reason }) => [date, reason])).toEqual([
      ['2026-11-24', '挂起:等待第三方'],
      ['2026-11-25', '挂起:等待第三方'],
    ]);
  });

  test('says by its events why the date moved', () => {
    const ticket = from('2026-11-24 08:50').when('2026-11-26 09:30').does('resume', coordinator);
    const moves = ticket.events
      .flatMap(({ data }) => (data as StepData).moved ?? [])
      .filter(({ clock }) => clock === 'handle');
    expect(moves).toMatchObject([
      { clock: 'handle', cause: 'paused', nominal: '2026-11-30', pausedAt: at('2026-11-24 08:50') },
      { clock: 'handle', cause: 'resumed', nominal: '2026-12-02' },
    ]);
  });

  test('wins nothing by minutes around midnight, nor by going on at once', () => {
    const minutes = from('2026-11-24 23:50').when('2026-11-25 00:10').does('resume', coordinator);
    expect(minutes.clock('handle')?.nominal).toBe('2026-11-30');
    const once = suspended().does('resume', coordinator);
    expect(once.clock('handle')?.nominal).toBe('2026-11-30');
  });

  test('may stand still again: pauses add up', () => {
    const ticket = from('2026-11-24 08:50')
      .when('2026-11-25 09:30')
      .does('resume', coordinator)
      .when('2026-11-26 08:00')
      .does('suspend', dispatcher, { ...SUSPENSION, ground: 'WEATHER' })
      .when('2026-11-27 10:00')
      .does('resume', dispatcher);
    expect(ticket.clock('handle')).toMatchObject({ nominal: '2026-12-02', revision: 2 });
    expect(ticket.clock('suspensionReview')?.round).toBe(2);
  });

  test('meets its date when it is handled before the moved one', () => {
    const ticket = from('2026-11-24 08:50')
      .when('2026-11-26 09:30')
      .does('resume', coordinator)
      .when('2026-12-01 10:00')
      .does('submitResult', handler, RESULT)
      .does('approveResult', { ...coordinator, id: 'c2' });
    expect(ticket.clock('handle')?.outcome).toBe('met');
  });
});

describe('a suspension is refused', () => {
  test('at the due instant and after it', () => {
    const code = (moment: number) =>
      inProgress().when(moment).try('suspend', otherDispatcher, SUSPENSION)?.code;
    expect(code(at('2026-11-30 23:59:59'))).toBe('SUSPENSION_TOO_LATE');
    expect(code(at('2026-11-30 23:59:59') - 1)).toBeUndefined();
  });

  test.each([
    ['no ground', { reply: '已告知' }, 'input.ground'],
    ['a ground that is not on the list', { ...SUSPENSION, ground: 'BUSY' }, 'input.ground'],
    ['no reply to the citizen', { ground: 'WEATHER' }, 'input.reply'],
  ])('with %s', (_, input, field) => {
    expect(inProgress().try('suspend', dispatcher, input)).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });
});
