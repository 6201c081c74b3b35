import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { DISPATCHER, walkOf } from '../../cli/demo/walks.ts';
import { openingInput, readTickets, type Ticket } from '../../cli/demo/tickets.ts';
import { DAY, HOUR } from '../../domain/calendar/civil.ts';
import { rulesForNew } from '../../domain/registry.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { createPool } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { createMetrics } from '../../engine/metrics.ts';
import { open } from '../../engine/open.ts';
import type { Outcome } from '../../engine/perform.ts';
import { submit } from '../../engine/submit.ts';
import { Vault } from '../../engine/vault.ts';

const SCRIPTED: readonly Ticket['script'][] = ['full', 'rework', 'returnTwice', 'submitted'];

/**
 * Lives so many tickets through the engine in this process, under a clock of its own, spread over the 300 days before now.
 * Hours to days lie between steps, so that some are late. No workflow is told.
 */
export async function liveTickets(databaseUrl: string, count: number): Promise<void> {
  const clock = { now: 0 };
  const engine = engineWith(databaseUrl, clock);
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

function must(outcome: Outcome) {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.receipt;
}

const engineWith = (databaseUrl: string, clock: { now: number }): Engine => ({
  pool: createPool(databaseUrl, 2, () => undefined),
  vault: new Vault(randomBytes(32).toString('base64')),
  metrics: createMetrics(),
  tell: () => undefined,
  now: () => clock.now,
  rulesForNew,
  failpoint: () => undefined,
});

async function readActors(pool: pg.Pool): Promise<ReadonlyMap<string, Actor>> {
  const { rows } = await pool.query<{ account: string; id: string; unit: string; roles: string[] }>(
    `SELECT p.account, p.id, p.unit, array_agg(g.role) AS roles FROM person p JOIN role_grant g ON g.person = p.id GROUP BY p.id`,
  );
  return new Map(
    rows.map(({ account, id, unit, roles }) => [account, { id, kind: 'person', unit, roles }]),
  );
}
