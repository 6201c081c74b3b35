import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../domain/define-case-type.ts';
import { query } from '../../../engine/database.ts';
import type { Engine } from '../../../engine/engine.ts';
import { open } from '../../../engine/open.ts';
import { submit } from '../../../engine/submit.ts';
import { ordinaryTicket } from '../../support/people.ts';

/** A demo person as the engine knows it. */
async function actorOf({ pool }: Engine, account: string): Promise<Actor> {
  const [person] = await query<{ id: string; unit: string }>(
    pool,
    'SELECT id, unit FROM person WHERE account = $1',
    [account],
  );
  if (!person) throw new Error(`nobody is called ${account}`);
  const roles = await query<{ role: string }>(
    pool,
    'SELECT role FROM role_grant WHERE person = $1',
    [person.id],
  );
  return { id: person.id, kind: 'person', unit: person.unit, roles: roles.map(({ role }) => role) };
}

export interface Writers {
  readonly dispatcher: Actor;
  readonly second: Actor;
  readonly liaison: Actor;
  readonly handler: Actor;
}

export async function writersOf(engine: Engine): Promise<Writers> {
  const [dispatcher, second, liaison, handler] = await Promise.all([
    actorOf(engine, 'paidan1'),
    actorOf(engine, 'paidan2'),
    actorOf(engine, 'xiayang-lianluo'),
    actorOf(engine, 'xiayang-chengban'),
  ]);
  return { dispatcher, second, liaison, handler };
}

/** Opens a ticket that was received so many ms ago: a late import where that is long. */
export async function opened(
  engine: Engine,
  { dispatcher }: Writers,
  input: object = {},
): Promise<string> {
  const request = {
    actor: dispatcher,
    commandId: randomUUID(),
    type: 'hotline-ticket',
    input: { ...ordinaryTicket, ...input },
  };
  const outcome = await open(engine, request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.receipt.caseId;
}

/** What is done to a ticket, in this order. */
export const STEPS: readonly ((
  writers: Writers,
) => readonly [actor: Actor, command: string, input: object])[] = [
  ({ dispatcher }) => [dispatcher, 'dispatch', { leadUnit: 'xiayang' }],
  ({ liaison }) => [liaison, 'acknowledge', {}],
  ({ handler }) => [handler, 'recordContact', { channel: 'PHONE', note: '已联系' }],
  ({ dispatcher }) => [dispatcher, 'suspend', { ground: 'THIRD_PARTY', reply: '已告知' }],
  ({ dispatcher }) => [dispatcher, 'resume', {}],
  ({ dispatcher }) => [dispatcher, 'requestVoid', { reason: 'TEST', note: '申请' }],
  ({ second }) => [second, 'confirmVoid', {}],
];

/** Gives a ticket its next step; a refusal leaves it as it is. */
export async function step(
  engine: Engine,
  writers: Writers,
  caseId: string,
  n: number,
): Promise<void> {
  const next = STEPS[n]?.(writers);
  if (!next) return;
  const [actor, command, input] = next;
  await submit(engine, { actor, commandId: randomUUID(), caseId, command, input });
}
