import { describe, expect, test } from '@jest/globals';
import { isCounting, isRunning } from '../../../domain/clocks/clock.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { at } from '../../support/moments.ts';
import {
  dispatched,
  dispatcher,
  handler,
  NOTE,
  received,
  supervisor,
  suspended,
} from '../case-types/hotline-ticket/ticket.ts';

const ORDER = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期签收' };
const TO_WATER = { leadUnit: 'water', note: '改由水务局主办' };

/** Not signed for by 15:00 on Monday: L3 comes a working day later, on Tuesday at 15:00. */
const escalated = (): CaseUnderTest => dispatched().when('2026-11-24 16:00');
const running = ({ state }: CaseUnderTest) =>
  state.clocks.filter(isRunning).map(({ clock, round }) => `${clock} ${round}`);
const levelsOf = (ticket: CaseUnderTest, clock: string) =>
  ticket.events.flatMap(({ data, dueAt }) =>
    'level' in data && data.clock === clock ? [[data.level, dueAt]] : [],
  );

const BEFORE = ['firstContact 1', 'handle 1', 'acknowledge 1', 'unitHandle 1'];

describe('an escalation', () => {
  test('starts the supervisor’s clock at L3, not before', () => {
    const ticket = dispatched().when(at('2026-11-24 15:00') - 1);
    expect(ticket.clock('escalation')).toBeUndefined();
    ticket.when('2026-11-24 15:00');
    expect(ticket.clock('escalation')).toMatchObject({
      round: 1,
      limitKey: 'sla.escalationAck',
      startedAt: at('2026-11-24 15:00'),
      statutoryDue: at('2026-11-25 23:59:59'),
    });
    expect(running(ticket)).toEqual([...BEFORE, 'escalation 1']);
  });

  test('is one for all lateness until it is answered, and then another', () => {
    const ticket = dispatched().when('2026-11-25 23:59:59');
    expect(ticket.clock('firstContact')?.fired).toContain('L3');
    expect(ticket.clock('escalation')?.round).toBe(1);
    ticket.does('urge', supervisor, NOTE).when('2026-11-26 15:00');
    expect(ticket.clock('acknowledge')?.fired).toContain('L4');
    expect(ticket.clock('escalation')).toMatchObject({
      round: 2,
      startedAt: at('2026-11-26 15:00'),
    });
  });

  test('unanswered comes to L4 at once, and to L5 a working day later', () => {
    const ticket = dispatched().when('2026-11-24 15:00').when('2026-11-27');
    expect(levelsOf(ticket, 'escalation')).toEqual([
      ['L4', at('2026-11-25 23:59:59')],
      ['L5', at('2026-11-26 23:59:59')],
    ]);
    ticket.does('urge', supervisor, NOTE);
    expect(ticket.clock('escalation')?.outcome).toBe('breached');
  });

  test('of an urgent ticket is to be answered in thirty minutes', () => {
    const ticket = received({ urgency: 'SAFETY' }).when('2026-11-23 10:15');
    expect(ticket.clock('escalation')).toMatchObject({
      limitKey: 'sla.escalationAck.URGENT',
      startedAt: at('2026-11-23 10:15'),
      statutoryDue: at('2026-11-23 10:45'),
    });
    ticket.when('2026-11-23 11:45');
    expect(levelsOf(ticket, 'escalation')).toEqual([
      ['L4', at('2026-11-23 10:45')],
      ['L5', at('2026-11-23 11:45')],
    ]);
  });

  test('is the supervisor’s to answer', () => {
    for (const command of ['urge', 'issueOrder', 'takeOver', 'changeLead']) {
      expect(escalated().try(command, dispatcher, NOTE)?.code).toBe('FORBIDDEN_ROLE');
    }
  });
});

describe('of the four answers', () => {
  test('urging ends it and nothing else', () => {
    const ticket = escalated().does('urge', supervisor, NOTE);
    expect(ticket.clock('escalation')?.outcome).toBe('met');
    expect(running(ticket)).toEqual(BEFORE);
    expect(ticket.state.stage).toBe('pendingAck');
  });

  test('an order ends it and starts the reply’s clock', () => {
    const ticket = escalated().does('issueOrder', supervisor, ORDER);
    expect(ticket.clock('escalation')?.outcome).toBe('met');
    expect(running(ticket)).toEqual([...BEFORE, 'orderReply 1']);
    expect(ticket.clock('orderReply')?.nominal).toBe('2026-11-27');
  });

  test('taking it over ends it with the clocks of the unit; the promise to the citizen stays', () => {
    const before = escalated();
    const ticket = escalated().does('takeOver', supervisor, NOTE);
    expect(ticket.state).toMatchObject({ stage: 'coordination' });
    expect(ticket.state.facts).not.toHaveProperty('leadUnit');
    expect(running(ticket)).toEqual(['firstContact 1', 'handle 1', 'coordination 1']);
    expect(ticket.clock('acknowledge')?.outcome).toBe('breached');
    expect(ticket.clock('unitHandle')?.outcome).toBe('met');
    expect(ticket.clock('handle')).toEqual(before.clock('handle'));
    expect(ticket.clock('coordination')?.nominal).toBe('2026-11-26');
    expect(ticket.try('acknowledge', handler)?.code).toBe('FOREIGN_UNIT');
  });

  test('another lead ends it, and the unit’s clocks start anew with the new unit', () => {
    const before = escalated();
    const ticket = escalated().does('changeLead', supervisor, TO_WATER);
    expect(ticket.state).toMatchObject({
      stage: 'pendingAck',
      facts: { leadUnit: 'water', directed: true, units: ['greening', 'water'] },
    });
    expect(running(ticket)).toEqual([
      'firstContact 1',
      'handle 1',
      'acknowledge 2',
      'unitHandle 2',
    ]);
    expect(ticket.clock('unitHandle')).toMatchObject({ nominal: '2026-12-01' });
    expect(ticket.clock('handle')).toEqual(before.clock('handle'));
    expect(ticket.try('acknowledge', handler)?.code).toBe('FOREIGN_UNIT');
    expect(ticket.try('acknowledge', { ...handler, unit: 'water' })).toBeUndefined();
  });
});

describe('the new lead', () => {
  test('is another unit, and none that assists', () => {
    const same = { ...TO_WATER, leadUnit: 'greening' };
    expect(escalated().try('changeLead', supervisor, same)).toMatchObject({
      code: 'SAME_LEAD',
      field: 'input.leadUnit',
    });
    const assisted = escalated().does('inviteAssistance', dispatcher, { unit: 'water', ...NOTE });
    expect(assisted.try('changeLead', supervisor, TO_WATER)).toMatchObject({
      code: 'HOLDS_ALREADY',
      field: 'input.leadUnit',
    });
  });

  test.each(['takeOver', 'changeLead'])('%s sets going what stood still', (command) => {
    const ticket = suspended().when('2026-11-25 18:00');
    expect(ticket.clock('handle')).toHaveProperty('pausedAt');
    ticket.does(command, supervisor, command === 'takeOver' ? NOTE : TO_WATER);
    const counting = ticket.state.clocks.filter(isCounting).map(({ clock }) => clock);
    expect(counting).toContain('handle');
    expect(ticket.clock('suspensionReview')).toHaveProperty('endedAt');
    expect(ticket.clock('handle')?.nominal).toBe('2026-12-02');
  });
});
