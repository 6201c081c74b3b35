import type { z } from 'zod';
import { dayNumber, dayOf } from '../calendar/civil.ts';
import type { Guard } from '../define-case-type.ts';
import { refuse } from '../rejection.ts';
import type { orderInput, replyInput } from './inputs.ts';
import { awaitingReply, namedOrder, openOrders, type Overseen, replied } from './orders.ts';

type Named = Pick<z.output<typeof replyInput>, 'order'>;

/** Nothing closes while an order is open (docs/rules.md 16). */
export const supervisionOrderOpen: Guard<Overseen> = ({ facts }) => {
  const open = openOrders(facts);
  return open.length > 0
    ? refuse('SUPERVISION_ORDER_OPEN', { details: { orders: open.map(({ number }) => number) } })
    : undefined;
};

export const noOrderToReply: Guard<Overseen, Named> = ({ facts, input }) =>
  namedOrder(awaitingReply(facts), input?.order)
    ? undefined
    : refuse('NO_ORDER_TO_REPLY', input?.order === undefined ? {} : { field: 'input.order' });

export const noReplyToDecide: Guard<Overseen, Named> = ({ facts, input }) =>
  namedOrder(replied(facts), input?.order)
    ? undefined
    : refuse('NO_REPLY_TO_DECIDE', input?.order === undefined ? {} : { field: 'input.order' });

/** Without an input: there is none among the replies that somebody else gave. */
export const replierCannotDecide: Guard<Overseen, Named> = ({ facts, input, actor }) => {
  const answers = replied(facts);
  const meant = input ? [namedOrder(answers, input.order)] : answers;
  return meant.every((order) => order?.repliedBy === actor.id)
    ? refuse('REPLIER_CANNOT_DECIDE')
    : undefined;
};

/** Orders of others set their day, and no order one that is over. */
export const orderNeedsDate: Guard<Overseen, z.output<typeof orderInput>> = ({ input, now }) => {
  if (!input) return undefined;
  if (input.source !== 'INTERNAL' && input.dueOn === undefined) {
    return refuse('ORDER_NEEDS_DATE', { field: 'input.dueOn' });
  }
  return input.dueOn !== undefined && dayNumber(input.dueOn) <= dayOf(now)
    ? refuse('DATE_NOT_AHEAD', { field: 'input.dueOn', details: { title: '答复期限' } })
    : undefined;
};

/** The new unit is another one. */
export const sameLead =
  <Facts>(leadOf: (facts: Facts) => string | undefined): Guard<Facts, { leadUnit: string }> =>
  ({ facts, input }) =>
    input && input.leadUnit === leadOf(facts)
      ? refuse('SAME_LEAD', { field: 'input.leadUnit' })
      : undefined;
