import { randomUUID } from 'node:crypto';
import { civilDate, dayOf } from '../domain/calendar/civil.ts';
import { decideOpening, openingEvent } from '../domain/decider.ts';
import type { Actor, CaseType } from '../domain/define-case-type.ts';
import { CASE_TYPES, currentCaseType } from '../domain/registry.ts';
import { quotable, refuse } from '../domain/rejection.ts';
import { answerOf, claim, type CommandId, commandId, receiptOf } from './answers.ts';
import { GENESIS } from './chain.ts';
import { Change } from './change.ts';
import type { Transaction } from './database.ts';
import type { Engine } from './engine.ts';
import { readClock } from './locking.ts';
import { answered, no, type Outcome, perform, type Result } from './perform.ts';
import { sealInput, storeKey, storeSealed } from './sealer.ts';
import { unknownUnit } from './units.ts';

export interface OpenRequest {
  readonly actor: Actor;
  readonly commandId: string;
  readonly type: string;
  readonly input: unknown;
}

/** Opens a case. An answer with `ok` means: stored, exactly once. */
export async function open(engine: Engine, request: OpenRequest): Promise<Outcome> {
  const type = currentCaseType(request.type);
  if (!type)
    return {
      ok: false,
      refusal: refuse('UNKNOWN_CASE_TYPE', {
        field: 'type',
        details: { type: quotable(request.type), allowed: CASE_TYPES.map(({ id }) => id) },
      }),
    };
  const { actor, input } = request;
  const id = commandId(engine.vault, actor.id, request.commandId, { type: request.type, input });
  return perform(engine, 'open', (tx) => openIn(tx, engine, type, { ...request, id }));
}

async function openIn(
  tx: Transaction,
  engine: Engine,
  type: CaseType,
  request: OpenRequest & { readonly id: CommandId },
): Promise<Result> {
  const caseId = randomUUID();
  const now = await readClock(tx, engine);
  if (!(await claim(tx, request.id, caseId, 1, now))) {
    return answered(await answerOf(tx, request.id));
  }
  const decision = decideOpening(type, request, now);
  if (!decision.ok) return no(decision.refusal);
  const refusal = await unknownUnit(tx, type.opens.input, decision.input);
  if (refusal) return no(refusal);
  const { key, wrapped } = engine.vault.newKey(caseId);
  const sealed = sealInput(type.opens.input, decision.input, key);
  const [number] = await Promise.all([
    nextNumber(tx, type, now),
    storeKey(tx, engine.vault, caseId, wrapped),
    storeSealed(tx, caseId, sealed.items),
    tx.query('INSERT INTO telling (case_id, told_version) VALUES ($1, 0)', [caseId]),
  ]);
  const change = new Change(engine.rulesForNew(type, now), number, GENESIS);
  const { role, receivedAt } = decision;
  const event = openingEvent(change.rules, caseId, { actor: request.actor, role }, sealed.input, {
    now,
    receivedAt,
  });
  await change.record(tx, event, request.commandId);
  await change.recordDue(tx, now);
  const telling = await change.store(tx, engine.metrics);
  return {
    outcome: { ok: true, receipt: receiptOf(caseId, number, [event]), repeated: false },
    telling,
  };
}

async function nextNumber(tx: Transaction, type: CaseType, now: number): Promise<string> {
  const { rows } = await tx.query<{ n: string }>(`SELECT nextval('case_number')::text AS n`);
  const year = civilDate(dayOf(now)).slice(0, 4);
  return `${type.prefix}${year}-${(rows[0]?.n ?? '').padStart(6, '0')}`;
}
