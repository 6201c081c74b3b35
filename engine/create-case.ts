import { civilDate, dayOf } from '../domain/calendar/civil.ts';
import type { Actor, CaseType } from '../domain/define-case-type.ts';
import type { CaseLink } from '../domain/definition/links.ts';
import type { SealedRef } from '../domain/sealing.ts';
import { openingEvent } from '../domain/step-events.ts';
import { GENESIS } from './chain.ts';
import { Change } from './change.ts';
import type { Transaction } from './database.ts';
import type { Engine } from './engine.ts';
import { personDigest } from './person-digest.ts';
import { sealInput, storeKey, storeSealed } from './sealer.ts';

/** An opening that was decided. */
export interface Opening {
  readonly caseId: string;
  readonly actor: Actor;
  readonly role: string;
  readonly input: object;
  readonly receivedAt: number;
  readonly commandId: string;
  /** The case that was converted to this one. */
  readonly source?: CaseLink;
}

/** Makes a new case with its key, its number and its first event; the change is not stored yet. */
export async function createCase(
  tx: Transaction,
  engine: Engine,
  type: CaseType,
  opening: Opening,
  now: number,
): Promise<Change> {
  const { caseId, actor, role, receivedAt, source } = opening;
  const { key, wrapped } = engine.vault.newKey(caseId);
  const sealed = sealInput(type.opens.input, opening.input, key);
  const [number] = await Promise.all([
    nextNumber(tx, type, now),
    storeKey(tx, engine.vault, caseId, wrapped),
    storeSealed(tx, caseId, sealed.items),
    tx.query('INSERT INTO telling (case_id, told_version) VALUES ($1, 0)', [caseId]),
  ]);
  const rules = engine.rulesForNew(type, now);
  const asked = personDigest(engine.vault, callerOf(type, opening.input, sealed.input, receivedAt));
  const change = new Change(rules, number, GENESIS, undefined, asked);
  const event = openingEvent(change.rules, caseId, { actor, role }, sealed.input, {
    now,
    receivedAt,
    number,
    ...(source && { source }),
  });
  await change.record(tx, event, opening.commandId);
  await change.recordDue(tx, now);
  return change;
}

/** The identity of who asked, of those that the input holds. */
function callerOf(type: CaseType, input: object, sealed: object, at: number): unknown {
  const happened = { at, occurredAt: at, actor: '', unit: '', input: sealed };
  const { person } = type.summary(type.opens.begin(happened as never) as never);
  const field = Object.entries(sealed).find(
    ([, value]: [string, unknown]) => (value as Partial<SealedRef> | null)?.sealed === person,
  )?.[0];
  return field !== undefined && person !== undefined
    ? (input as Readonly<Record<string, unknown>>)[field]
    : undefined;
}

async function nextNumber(tx: Transaction, type: CaseType, now: number): Promise<string> {
  const { rows } = await tx.query<{ n: string }>(`SELECT nextval('case_number')::text AS n`);
  const year = civilDate(dayOf(now)).slice(0, 4);
  return `${type.prefix}${year}-${(rows[0]?.n ?? '').padStart(6, '0')}`;
}
