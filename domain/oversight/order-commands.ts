import { note } from '../case-types/inputs.ts';
import type { CaseType, Happened } from '../define-case-type.ts';
import { command } from './command.ts';
import * as guard from './guards.ts';
import * as form from './inputs.ts';
import {
  awaitingReply,
  issued,
  namedOrder,
  type Order,
  type Overseen,
  replied,
  withOrder,
  withOrderLast,
} from './orders.ts';

type Named = { readonly order?: string | undefined };

const replyOf = (facts: Overseen, { input }: Happened<Named>): Order | undefined =>
  namedOrder(replied(facts), input.order);

/** Urging and ordering: clocks of the case go on as they are. */
export function orderCommands(
  by: string,
  from: readonly string[],
  answers: readonly string[],
): CaseType['commands'] {
  return {
    urge: command({
      label: '催办',
      by,
      from,
      input: note,
      event: 'CaseUrged',
      notify: answers,
      sends: true,
    }),
    issueOrder: command({
      label: '督办',
      by,
      from,
      input: form.orderInput,
      event: 'OrderIssued',
      issues: 'supervisionOrder',
      refuse: [guard.orderNeedsDate],
      evolve: issued,
      object: ({ document }) => document ?? '',
      notify: answers,
      sends: true,
    }),
    replyOrder: command({
      label: '督办答复',
      by: answers,
      from,
      input: form.replyInput,
      event: 'OrderReplied',
      refuse: [guard.noOrderToReply],
      object: ({ input }: Happened<Named>, facts) =>
        namedOrder(awaitingReply(facts), input.order)?.number ?? '',
      evolve: (facts, { actor, input }: Happened<Named>) => {
        const order = namedOrder(awaitingReply(facts), input.order);
        return order ? withOrder(facts, { ...order, repliedBy: actor }) : facts;
      },
      notify: [by],
    }),
    acceptReply: command({
      label: '督办销号',
      by,
      from,
      input: form.decisionInput,
      event: 'OrderClosed',
      refuse: [guard.noReplyToDecide, guard.replierCannotDecide],
      evolve: (facts, event: Happened<Named>) => {
        const order = replyOf(facts, event);
        return order ? withOrder(facts, { ...order, closed: true }) : facts;
      },
    }),
    rejectReply: command({
      label: '督办答复退回',
      by,
      from,
      input: form.refusalInput,
      event: 'OrderReplyRejected',
      refuse: [guard.noReplyToDecide, guard.replierCannotDecide],
      object: (event: Happened<Named>, facts) => replyOf(facts, event)?.number ?? '',
      evolve: (facts, event: Happened<Named>) => {
        const order = replyOf(facts, event);
        if (!order) return facts;
        const { repliedBy: _replied, dueOn: _due, ...rest } = order;
        return withOrderLast(facts, { ...rest, level: order.level + 1 });
      },
      notify: answers,
    }),
  };
}
