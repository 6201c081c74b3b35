import { z } from 'zod';
import { freeText } from '../domain/sealing.ts';
import { inTransaction } from './database.ts';
import type { Engine } from './engine.ts';
import { openKey, sealInput, storeSealed, wrappedKeyOf } from './sealer.ts';

/** Why somebody looks at sealed data; a person's words, so sealed themselves. */
export const readingReason = z.strictObject({ reason: freeText('查看原因', 200) });

export interface Reading {
  readonly caseId: string;
  readonly person: string;
  /** What was looked at, e.g. `identity`. */
  readonly what: string;
  readonly reason: string;
}

/** Records that somebody looked at sealed data. To be awaited before the data are shown. */
export async function recordReading(engine: Engine, reading: Reading): Promise<void> {
  const { caseId, person, what, reason } = reading;
  await inTransaction(engine.pool, async (tx) => {
    const key = openKey(engine.vault, caseId, await wrappedKeyOf(tx, caseId));
    const { items } = sealInput(readingReason, { reason }, key);
    await storeSealed(tx, caseId, items);
    await tx.query(
      'INSERT INTO audit_read (at, person, case_id, what, reason_id) VALUES (clock_timestamp(), $1, $2, $3, $4)',
      [person, caseId, what, items[0]?.id],
    );
  });
}
