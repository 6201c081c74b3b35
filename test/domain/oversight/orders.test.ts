import { describe, expect, test } from '@jest/globals';
import type { Order } from '../../../domain/oversight/orders.ts';
import { availableCommands } from '../../../domain/views.ts';
import type { CaseUnderTest } from '../../support/given.ts';
import { at } from '../../support/moments.ts';
import {
  calledBack,
  coordinator,
  dispatched,
  dispatcher,
  handler,
  MERGE,
  NOTE,
  received,
  REJECTION,
  supervisor,
  unitLead,
  VOID,
  otherDispatcher,
} from '../case-types/hotline-ticket/ticket.ts';

const ORDER = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '限期办理并答复' };
const CITY = { ...ORDER, source: 'CITY', grounds: 'INSTRUCTED', dueOn: '2026-12-04' };
const otherSupervisor = { ...supervisor, id: 'supervisor-2' };

const ordered = (input: object = {}, given = dispatched): CaseUnderTest =>
  given().does('issueOrder', supervisor, { ...ORDER, ...input });
const answered = (): CaseUnderTest => ordered().does('replyOrder', unitLead, NOTE);
const ordersOf = (ticket: CaseUnderTest): readonly Order[] =>
  (ticket.state.facts as { readonly orders?: readonly Order[] }).orders ?? [];
const numberOf = (ticket: CaseUnderTest): string => ordersOf(ticket).at(-1)?.number ?? '';

describe('a supervision order', () => {
  test('is a document with a number, and its reply is due in three working days', () => {
    const ticket = ordered();
    expect(ticket.state.documents).toMatchObject([
      { kind: 'supervisionOrder', number: '青督〔2026〕1号' },
    ]);
    expect(ticket.clock('orderReply')).toMatchObject({
      object: '青督〔2026〕1号',
      nominal: '2026-11-26',
      limitKey: 'supervision.reply',
    });
  });

  test('is an overlay: the case stays where it is and its clocks go on', () => {
    const before = dispatched();
    const ticket = ordered();
    expect(ticket.state.stage).toBe(before.state.stage);
    expect(ticket.state.clocks.slice(0, before.state.clocks.length)).toEqual(before.state.clocks);
  });

  test('counts across the National Day', () => {
    const ticket = received({}, '2025-09-29 10:00').does('issueOrder', supervisor, ORDER);
    expect(ticket.clock('orderReply')?.nominal).toBe('2025-10-10');
  });

  test('of a city or a leader sets its own day, which prevails', () => {
    for (const source of ['CITY', 'LEADER']) {
      expect(dispatched().try('issueOrder', supervisor, { ...ORDER, source })).toMatchObject({
        code: 'ORDER_NEEDS_DATE',
        field: 'input.dueOn',
      });
      const ticket = ordered({ ...CITY, source });
      expect(ticket.clock('orderReply')).toMatchObject({
        nominal: '2026-12-04',
        statutoryDue: at('2026-12-04 23:59:59'),
      });
    }
  });

  test('of the supervisor may set one too, but not one that is over', () => {
    expect(ordered({ dueOn: '2026-11-24' }).clock('orderReply')?.nominal).toBe('2026-11-24');
    const ticket = dispatched();
    expect(ticket.try('issueOrder', supervisor, { ...ORDER, dueOn: '2026-11-23' })).toMatchObject({
      code: 'DATE_NOT_AHEAD',
      field: 'input.dueOn',
    });
    expect(ordersOf(ticket)).toEqual([]);
  });

  test('is the supervisor’s, and answered by the unit that leads', () => {
    expect(dispatched().try('issueOrder', dispatcher, ORDER)?.code).toBe('FORBIDDEN_ROLE');
    expect(ordered().try('replyOrder', handler, NOTE)?.code).toBe('FORBIDDEN_ROLE');
    expect(ordered().try('replyOrder', { ...unitLead, unit: 'water' }, NOTE)?.code).toBe(
      'FOREIGN_UNIT',
    );
    expect(dispatched().try('replyOrder', unitLead, NOTE)?.code).toBe('NO_ORDER_TO_REPLY');
  });
});

describe('the reply to an order', () => {
  test('ends its clock, once', () => {
    const ticket = answered();
    expect(ticket.clock('orderReply')?.outcome).toBe('met');
    expect(ticket.try('replyOrder', unitLead, NOTE)?.code).toBe('NO_ORDER_TO_REPLY');
  });

  test('closes it when it is accepted', () => {
    expect(ordered().try('acceptReply', supervisor)?.code).toBe('NO_REPLY_TO_DECIDE');
    const ticket = answered().does('acceptReply', supervisor);
    expect(ordersOf(ticket)).toMatchObject([{ closed: true, level: 1 }]);
    expect(ticket.try('acceptReply', supervisor)?.code).toBe('NO_REPLY_TO_DECIDE');
  });

  test('raises its level and starts its clock anew when it is not', () => {
    const ticket = answered().when('2026-11-25 10:00').does('rejectReply', supervisor, NOTE);
    expect(ordersOf(ticket)).toMatchObject([{ closed: false, level: 2 }]);
    expect(ordersOf(ticket)[0]).not.toHaveProperty('repliedBy');
    expect(ticket.clock('orderReply')).toMatchObject({ round: 2, nominal: '2026-11-30' });
    expect(ticket.try('replyOrder', coordinator, NOTE)).toBeUndefined();
  });

  test('has the rule’s three days then, even where the order had set a day', () => {
    const ticket = ordered(CITY).does('replyOrder', unitLead, NOTE);
    ticket.does('rejectReply', supervisor, NOTE);
    expect(ticket.clock('orderReply')).toMatchObject({ round: 2, nominal: '2026-11-26' });
  });

  test('is not decided by whoever gave it', () => {
    const both = { ...unitLead, id: supervisor.id };
    const ticket = ordered().does('replyOrder', both, NOTE);
    for (const command of ['acceptReply', 'rejectReply']) {
      const input = command === 'rejectReply' ? NOTE : {};
      expect(ticket.try(command, supervisor, input)?.code).toBe('REPLIER_CANNOT_DECIDE');
      expect(ticket.wouldRefuse(command, otherSupervisor, input)).toBeUndefined();
    }
  });

  test('is offered to whoever gave it once there is another one to decide', () => {
    const both = { ...unitLead, id: supervisor.id };
    const ticket = ordered().does('replyOrder', both, NOTE);
    const offered = () =>
      availableCommands(ticket.rules, ticket.state, supervisor, ticket.now).find(
        ({ command }) => command === 'acceptReply',
      )?.allowed;
    expect(offered()).toBe(false);
    ticket.does('issueOrder', supervisor, CITY);
    const second = { order: numberOf(ticket) };
    ticket.does('replyOrder', unitLead, { ...NOTE, ...second });
    expect(offered()).toBe(true);
    expect(ticket.try('acceptReply', supervisor, {})?.code).toBe('REPLIER_CANNOT_DECIDE');
    expect(ticket.try('acceptReply', supervisor, second)).toBeUndefined();
  });

  test('names its order where several are open', () => {
    const ticket = ordered();
    const first = numberOf(ticket);
    ticket.does('issueOrder', supervisor, CITY);
    const second = numberOf(ticket);
    expect(second).not.toBe(first);
    ticket.does('replyOrder', unitLead, { ...NOTE, order: second });
    expect(ticket.try('acceptReply', supervisor, { order: first })).toMatchObject({
      code: 'NO_REPLY_TO_DECIDE',
      field: 'input.order',
    });
    ticket.does('acceptReply', supervisor, { order: second });
    expect(ordersOf(ticket)).toMatchObject([
      { number: first, closed: false },
      { number: second, closed: true },
    ]);
  });
});

describe('while an order is open', () => {
  const REFUSED: readonly (readonly [string, () => CaseUnderTest, object])[] = [
    ['close', calledBack, {}],
    ['merge', dispatched, MERGE],
    ['rejectAcceptance', received, REJECTION],
    ['transferOut', received, { reply: '已转' }],
  ];

  test.each(REFUSED)('%s is refused, with its number', (command, given, input) => {
    const ticket = ordered({}, given);
    const { version } = ticket.state;
    expect(ticket.try(command, dispatcher, input)).toMatchObject({
      code: 'SUPERVISION_ORDER_OPEN',
      details: { orders: [numberOf(ticket)] },
    });
    expect(ticket.state.version).toBe(version);
  });

  test('a voiding is not confirmed', () => {
    const ticket = ordered({}, () => dispatched().does('requestVoid', dispatcher, VOID));
    expect(ticket.try('confirmVoid', otherDispatcher)?.code).toBe('SUPERVISION_ORDER_OPEN');
  });

  test('nothing else is held up, and closing goes on once it is closed', () => {
    const ticket = ordered({}, calledBack).does('replyOrder', unitLead, NOTE);
    expect(ticket.try('close', dispatcher)?.code).toBe('SUPERVISION_ORDER_OPEN');
    ticket.does('acceptReply', supervisor).does('close', dispatcher);
    expect(ticket.state.stage).toBe('closed');
    expect(ordered().try('acknowledge', coordinator)).toBeUndefined();
  });
});
