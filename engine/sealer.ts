import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type SealedRef, type SealKind, sealedFields } from '../domain/sealing.ts';
import type { Transaction } from './database.ts';
import { type DataKey, digestText, openText, sealText, type Vault } from './vault.ts';

/** What was taken out of an input, on its way to its table. */
interface SealedItem {
  readonly id: string;
  readonly kind: SealKind;
  readonly sealed: Buffer;
}

export interface SealedInput {
  /** The input with references instead of texts. */
  readonly input: object;
  readonly items: readonly SealedItem[];
}

/** Takes texts and identities out of an accepted input. */
export function sealInput(schema: z.ZodType, input: object, key: DataKey): SealedInput {
  const fields = sealedFields(schema);
  const items: SealedItem[] = [];
  const entries = Object.entries(input).map(([name, value]): [string, unknown] => {
    const kind = fields[name];
    if (!kind || value === undefined) return [name, value];
    const id = randomUUID();
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    items.push({ id, kind, sealed: sealText(key, text, id) });
    return [name, { sealed: id, digest: digestText(key, text) } satisfies SealedRef];
  });
  return { input: Object.fromEntries(entries), items };
}

export async function storeSealed(
  tx: Transaction,
  caseId: string,
  items: readonly SealedItem[],
): Promise<void> {
  await Promise.all(
    TABLES.map(async ([kind, table]) => {
      const rows = items.filter((item) => item.kind === kind);
      if (rows.length === 0) return;
      await tx.query(
        `INSERT INTO ${table} (id, case_id, sealed) SELECT id, $1, sealed FROM unnest($2::uuid[], $3::bytea[]) AS row(id, sealed)`,
        [caseId, rows.map((row) => row.id), rows.map((row) => row.sealed)],
      );
    }),
  );
}

const TABLES = [
  ['text', 'case_text'],
  ['identity', 'sealed_identity'],
] as const;

/** A text or an identity as it was written down. Throws when there is none of this id. */
export async function openSealed(tx: Transaction, id: string, key: DataKey): Promise<string> {
  const { rows } = await tx.query<{ sealed: Buffer }>(
    'SELECT sealed FROM case_text WHERE id = $1 UNION ALL SELECT sealed FROM sealed_identity WHERE id = $1',
    [id],
  );
  const sealed = rows[0]?.sealed;
  if (!sealed) throw new Error(`no sealed text ${id}`);
  return openText(key, sealed, id);
}

/** The wrapped key of a case that is being changed; undefined when there is no such case or its key was erased. */
export async function wrappedKeyOf(tx: Transaction, caseId: string): Promise<Buffer | undefined> {
  const { rows } = await tx.query<{ wrapped: Buffer }>(
    'SELECT wrapped FROM case_key WHERE case_id = $1',
    [caseId],
  );
  return rows[0]?.wrapped;
}

/** Throws when the key was erased: such a case takes no more text. */
export function openKey(vault: Vault, caseId: string, wrapped: Buffer | undefined): DataKey {
  if (!wrapped) throw new Error(`the key of case ${caseId} has been erased`);
  return vault.unwrap(caseId, wrapped);
}

/** Keeps the key of a new case. */
export async function storeKey(
  tx: Transaction,
  vault: Vault,
  caseId: string,
  wrapped: Buffer,
): Promise<void> {
  await tx.query('INSERT INTO case_key (case_id, key_id, wrapped) VALUES ($1, $2, $3)', [
    caseId,
    vault.keyId,
    wrapped,
  ]);
}
