import { randomUUID } from 'node:crypto';
import { isoInstant } from '../domain/calendar/civil.ts';
import { type Refusal, refuse } from '../domain/rejection.ts';
import canonicalize from 'canonicalize';
import type { Transaction } from './database.ts';
import type { Vault } from './vault.ts';

/** What an accepted command is answered; the same again for the same command. */
export interface Receipt {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly events: readonly {
    readonly version: number;
    readonly type: string;
    readonly at: string;
  }[];
}

/** Names a command: its id is unique per principal, a person or a service and not a session. */
export interface CommandId {
  readonly principal: string;
  readonly id: string;
  readonly digest: Buffer;
}

/** `body` is everything that makes two commands the same: target, type, input, expected version. */
export const commandId = (
  vault: Vault,
  principal: string,
  id: string,
  body: object,
): CommandId => ({ principal, id, digest: vault.digest(canonicalForm(body)) });

/**
 * RFC 8785 has no form for lone surrogates and for numbers beyond doubles. No command with them is ever
 * accepted, so such a body equals no other, and its refusal names the field.
 */
function canonicalForm(body: object): string {
  try {
    return canonicalize(body) ?? randomUUID();
  } catch {
    return randomUUID();
  }
}

interface CommandRow {
  readonly digest: Buffer;
  readonly case_id: string;
  readonly number: string;
  readonly events: readonly { version: number; type: string; at: number }[];
}

/** What a known command was answered; looked up before state and permission. */
export async function knownAnswer(
  tx: Transaction,
  { principal, id, digest }: CommandId,
): Promise<Receipt | Refusal | undefined> {
  const { rows } = await tx.query<CommandRow>(
    `SELECT c.digest, c.case_id, r.number, (
        SELECT json_agg(json_build_object('version', e.version, 'type', e.type, 'at', (extract(epoch FROM e.at) * 1000)::bigint) ORDER BY e.version)
          FROM case_event e WHERE e.case_id = c.case_id AND e.version BETWEEN c.first_version AND c.last_version) AS events
       FROM command c JOIN case_row r ON r.id = c.case_id WHERE c.principal = $1 AND c.id = $2`,
    [principal, id],
  );
  const row = rows[0];
  if (!row) return undefined;
  if (!row.digest.equals(digest)) return refuse('COMMAND_ID_REUSED', { field: 'Idempotency-Key' });
  return receiptOf(row.case_id, row.number, row.events);
}

/** The answer of a command whose id another transaction claimed first. */
export async function answerOf(tx: Transaction, id: CommandId): Promise<Receipt | Refusal> {
  const answer = await knownAnswer(tx, id);
  if (!answer) throw new Error('a claimed command has no answer');
  return answer;
}

export const receiptOf = (
  caseId: string,
  number: string,
  events: readonly { readonly version: number; readonly type: string; readonly at: number }[],
): Receipt => ({
  caseId,
  number,
  version: events.at(-1)?.version ?? 0,
  events: events.map(({ version, type, at }) => ({ version, type, at: isoInstant(at) })),
});

/**
 * Claims a command's id. False when another transaction has it: by the time this returns, that one is
 * committed, so its answer can be looked up.
 */
export async function claim(
  tx: Transaction,
  { principal, id, digest }: CommandId,
  caseId: string,
  version: number,
  at: number,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO command (principal, id, digest, case_id, first_version, last_version, at)
     VALUES ($1, $2, $3, $4, $5, $5, $6) ON CONFLICT DO NOTHING`,
    [principal, id, digest, caseId, version, new Date(at)],
  );
  return rowCount === 1;
}
