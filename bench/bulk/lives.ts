import { randomUUID } from 'node:crypto';
import { DISPATCHER, walkOf } from '../../cli/demo/walks.ts';
import { openingInput, readTickets, type Ticket } from '../../cli/demo/tickets.ts';
import { DAY, HOUR } from '../../domain/calendar/civil.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import type { Engine } from '../../engine/engine.ts';
import { open } from '../../engine/open.ts';
import { submit } from '../../engine/submit.ts';
import { engineWith, must, type Place, readActors } from './in-process.ts';

const SCRIPTED: readonly Ticket['script'][] = ['full', 'rework', 'returnTwice', 'submitted'];

/**
 * Lives so many tickets through the engine in this process, under a clock of its own, spread over the 300 days before now.
 * Hours to days lie between steps, so that some are late. No workflow is told.
 */
export async function liveTickets(place: Place, count: number): Promise<void> {
  const clock = { now: 0 };
  const engine = engineWith(place, clock);
  const actors = await readActors(engine.pool);
  const tickets = readTickets('examples/tickets.csv').filter(({ script }) =>
    SCRIPTED.includes(script),
  );
  const start = Date.now() - 300 * DAY;
  for (let n = 0; n < count; n += 1) {
    const ticket = tickets[n % tickets.length];
    if (!ticket) throw new Error('no ticket has a script');
    clock.now = start + Math.floor((n * 280 * DAY) / count);
    await liveOne(engine, actors, ticket, clock, n);
  }
  await engine.pool.end();
}

async function liveOne(
  engine: Engine,
  actors: ReadonlyMap<string, Actor>,
  ticket: Ticket,
  clock: { now: number },
  n: number,
): Promise<void> {
  const actorOf = (account: string): Actor => {
    const actor = actors.get(account);
    if (!actor) throw new Error(`nobody is called ${account}`);
    return actor;
  };
  const input = { ...openingInput(ticket), urgency: 'NORMAL' };
  const request = {
    actor: actorOf(DISPATCHER),
    commandId: randomUUID(),
    type: 'hotline-ticket',
    input,
  };
  const opened = must(await open(engine, request));
  const acts = walkOf(ticket);
  for (const [i, { account, command, input: given }] of acts.entries()) {
    clock.now += 2 * HOUR + ((n * 7 + i * 5) % 23) * HOUR;
    const { caseId } = opened;
    const outcome = await submit(engine, {
      actor: actorOf(account),
      commandId: randomUUID(),
      caseId,
      command,
      input: given,
    });
    if (!outcome.ok) return;
  }
}
