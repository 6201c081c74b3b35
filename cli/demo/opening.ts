import type { Instant } from '../../domain/calendar/civil.ts';
import type { Receipt } from './answers.ts';
import type { Client } from './client.ts';
import { openingInput, type Ticket } from './tickets.ts';
import { DISPATCHER } from './walks.ts';

/** All samples: the tickets, and the instant that their receipt times are counted back from. */
export interface OpenedAll {
  readonly base: Instant;
  readonly opened: readonly Opened[];
}

export interface Opened {
  readonly ticket: Ticket;
  readonly caseId: string;
  readonly number: string;
}

/**
 * Opens every ticket, or finds it again where an earlier run opened it.
 *
 * A repeated key must come with the same body, so receipt times may not move from run to run. They are counted back
 * from the instant at which the first ticket of the file was opened, and that instant is asked of the system itself:
 * the first ticket names no receipt time, so its body never changes, and the answer to its key is kept for ever with
 * the event's time in it. Nothing is remembered on this side: the base lives and dies with the cases, whatever
 * happens to Temporal's data, to this machine's files or to the port.
 */
export async function openAll(client: Client, tickets: readonly Ticket[]): Promise<OpenedAll> {
  const [first, ...others] = tickets;
  if (!first || first.receivedBefore !== 0) {
    throw new Error('examples/tickets.csv 的第一件须为 0m:其余各件的受理时间从它倒推');
  }
  const anchor = await open(client, first);
  const base = wholeSeconds(Date.parse(anchor.events[0]?.at ?? ''));
  const opened = [named(first, anchor)];
  for (const ticket of others) opened.push(named(ticket, await open(client, ticket, base)));
  return { base, opened };
}

const wholeSeconds = (at: Instant): Instant => at - (at % 1000);

const named = (ticket: Ticket, { caseId, number }: Receipt): Opened => ({ ticket, caseId, number });

async function open(client: Client, ticket: Ticket, base?: Instant): Promise<Receipt> {
  const outcome = await client.post({
    account: DISPATCHER,
    path: '/api/cases',
    key: `demo-${ticket.key}`,
    body: { type: 'hotline-ticket', input: openingInput(ticket, base) },
  });
  if (outcome.ok) return outcome.receipt;
  const { code, detail } = outcome.problem;
  const wayOut =
    code === 'COMMAND_ID_REUSED'
      ? '这一行在上次演示之后改过:请给它换一个新的 key,或运行 npm run reset 重新开始'
      : '请改正 examples/tickets.csv 中的这一行后再次运行';
  throw new Error(`受理 ${ticket.key} 被拒:${detail ?? code}(${code})。${wayOut}`);
}
