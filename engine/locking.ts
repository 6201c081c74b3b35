import type { CaseState } from '../domain/case-state.ts';
import { rulesOf } from '../domain/registry.ts';
import { Change } from './change.ts';
import type { Transaction } from './database.ts';
import type { Engine } from './engine.ts';

/** Takes the lock of a case and reads where it stands. */
export async function lock(tx: Transaction, caseId: string): Promise<Change | undefined> {
  const { rows } = await tx.query<{ number: string; state: CaseState; head_hash: Buffer }>(
    'SELECT number, state, head_hash FROM case_row WHERE id = $1 FOR UPDATE',
    [caseId],
  );
  const row = rows[0];
  return row && new Change(rulesOf(row.state.rules), row.number, row.head_hash, row.state);
}

/** Takes the locks of several cases in the order of their ids, so that no two transactions wait for each other. */
export async function lockAll(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Change>> {
  const { rows } = await tx.query<{
    id: string;
    number: string;
    state: CaseState;
    head_hash: Buffer;
  }>(
    'SELECT id, number, state, head_hash FROM case_row WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE',
    [ids],
  );
  return new Map(
    rows.map(({ id, number, state, head_hash }) => [
      id,
      new Change(rulesOf(state.rules), number, head_hash, state),
    ]),
  );
}

/**
 * The one clock: PostgreSQL's, read by a statement behind the one that took the lock, so that hosts may disagree. The
 * transaction has its number before it has its time: what is "known at T" rests on it (engine/as-of/settled.ts).
 */
export async function readClock(tx: Transaction, engine: Engine): Promise<number> {
  const { rows } = await tx.query<{ now: Date }>(
    `WITH numbered AS MATERIALIZED (SELECT pg_current_xact_id() AS id)
     SELECT clock_timestamp() AS now FROM numbered WHERE id IS NOT NULL`,
  );
  return engine.now(rows[0]?.now.getTime() ?? Number.NaN);
}
