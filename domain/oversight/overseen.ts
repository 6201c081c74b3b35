import type { AnyCommandSpec, CaseType, Guard } from '../define-case-type.ts';
import { levelEvent } from '../clocks/level-event.ts';
import { eitherKey } from '../definition/limit-choice.ts';
import { ANSWERING, ESCALATION } from './answers.ts';
import * as guard from './guards.ts';
import { orderCommands } from './order-commands.ts';
import type { Order, Overseen } from './orders.ts';
import type { Oversight } from './oversight.ts';
import { transferCommands } from './transfer-commands.ts';

/** Levels from which a supervisor owes an answer (docs/rules.md 17). */
const ANSWERED = [levelEvent('L3'), levelEvent('L4')];

/**
 * A case type under supervision (督办): orders with a clock and a life of their own, and an answer that the supervisor
 * owes to every escalation by one of four commands: urge, order, take over, change the lead unit. While an order is open no
 * command leads into an ended state.
 */
export function overseen<Facts extends object>(
  type: CaseType,
  oversight: Oversight<Facts>,
): CaseType {
  const { supervisor } = type.escalatesTo;
  const { during, answers } = oversight;
  const commands = { ...guarded(type), ...orderCommands(supervisor, during, answers) };
  const transfers = transferCommands(supervisor, oversight as never);
  const all: CaseType['commands'] = { ...commands, ...transfers };
  return {
    ...type,
    commands: all,
    clocks: {
      ...type.clocks,
      orderReply: {
        label: '督办答复时限',
        limit: 'supervision.reply',
        until: ((facts: Overseen) => facts.orders?.findLast(isAwaiting)?.dueOn) as never,
        starts: ['OrderIssued', 'OrderReplyRejected'],
        ends: ['OrderReplied'],
        perObject: true,
        duty: answers[0],
      },
      [ESCALATION]: {
        label: '升级处置时限',
        limit: answerLimit(oversight) as never,
        starts: ANSWERED,
        ends: ANSWERING.flatMap((command) => all[command]?.event ?? []),
        continues: true,
        duty: supervisor,
      },
    },
    documents: {
      ...type.documents,
      supervisionOrder: { label: '督办单', series: '青督', signer: supervisor },
    },
  };
}

const answerLimit = <Facts>({ isUrgent }: Oversight<Facts>) =>
  isUrgent
    ? eitherKey(isUrgent, 'sla.escalationAck.URGENT', 'sla.escalationAck')
    : 'sla.escalationAck';

const isAwaiting = ({ closed, repliedBy }: Order): boolean => !closed && repliedBy === undefined;

/** Every command into an ended state refuses while an order is open. */
function guarded(type: CaseType): CaseType['commands'] {
  const closes = ({ to, by }: AnyCommandSpec): boolean =>
    to !== undefined && type.states[to]?.ended === true && by !== 'system';
  return Object.fromEntries(
    Object.entries(type.commands).map(([name, spec]) => [
      name,
      closes(spec)
        ? { ...spec, refuse: [guard.supervisionOrderOpen as Guard<object>, ...(spec.refuse ?? [])] }
        : spec,
    ]),
  );
}
