import type { Telling } from '../domain/telling.ts';
import { type Pool, query } from './database.ts';

export interface StandingRow {
  readonly id: string;
  readonly number: string;
  readonly type_id: string;
  readonly version: number;
  readonly stage: string;
  readonly wake_at: Date | null;
  readonly ended: boolean;
  readonly effects: readonly string[] | null;
}

/** Columns of `case_row r` from which a telling is made. */
export const STANDING = `r.id, r.number, r.type_id, r.version, r.stage, r.wake_at, r.ended,
  (SELECT array_agg(o.id) FROM outbox o WHERE o.case_id = r.id AND o.delivered_at IS NULL
      AND (o.not_before IS NULL OR o.not_before <= clock_timestamp())) AS effects`;

/** Where a case stands, as its workflow is told it: with every effect that still waits. */
export const tellingOf = (row: StandingRow): Telling => ({
  caseId: row.id,
  number: row.number,
  type: row.type_id,
  version: row.version,
  events: [],
  stage: row.stage,
  wakeAt: row.wake_at?.getTime() ?? null,
  ended: row.ended,
  effects: row.effects ?? [],
});

/** Throws when there is no such case: a workflow for it must not exist. */
export async function standing(pool: Pool, caseId: string): Promise<Telling> {
  const [row] = await query<StandingRow>(
    pool,
    `SELECT ${STANDING} FROM case_row r WHERE r.id = $1`,
    [caseId],
  );
  if (!row) throw new Error(`no case ${caseId}`);
  return tellingOf(row);
}
