import { hotlineTicketV1 } from '../../domain/case-types/hotline-ticket.v1.ts';
import type { Problem } from './answers.ts';
import type { Client } from './client.ts';
import type { Opened } from './opening.ts';
import { type Act, DISPATCHER, walkOf } from './walks.ts';

/** A command was refused, and the case does not show that it was done before. */
export interface Stuck {
  readonly step: number;
  readonly label: string;
  readonly problem: Problem;
}

/**
 * Takes a ticket along its script. Steps of an earlier run answer again with what they stored then; where somebody
 * did a step by hand meanwhile, the timeline shows it and the walk goes on behind it.
 */
export async function walk(client: Client, opened: Opened): Promise<Stuck | undefined> {
  const acts = walkOf(opened.ticket);
  for (const [index, { account, command, input }] of acts.entries()) {
    const outcome = await client.post({
      account,
      path: `/api/cases/${opened.caseId}/commands`,
      key: `demo-${opened.ticket.key}-${index + 1}`,
      body: { command, input },
    });
    if (outcome.ok || (await isDone(client, opened.caseId, acts.slice(0, index + 1)))) continue;
    return { step: index + 1, label: labelOf(command), problem: outcome.problem };
  }
  return undefined;
}

/** Does the timeline hold the last of these acts as often as the walk has come to it? */
async function isDone(client: Client, caseId: string, acts: readonly Act[]): Promise<boolean> {
  const last = acts.at(-1);
  const event = last && hotlineTicketV1.commands[last.command]?.event;
  const times = acts.filter(({ command }) => command === last?.command).length;
  const { timeline } = await client.readCase(DISPATCHER, caseId);
  return timeline.filter(({ type }) => type === event).length >= times;
}

const labelOf = (command: string): string => hotlineTicketV1.commands[command]?.label ?? command;
