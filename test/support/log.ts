import type { CaseEvent, LevelData } from '../../domain/case-state.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { query } from '../../engine/database.ts';
import { type EventRow, eventOf } from '../../engine/log.ts';
import type { System } from './system.ts';

/** A case's whole log. */
export async function logOf({ engine }: System, caseId: string): Promise<readonly CaseEvent[]> {
  const rows = await query<EventRow>(
    engine.pool,
    'SELECT * FROM case_event WHERE case_id = $1 ORDER BY version',
    [caseId],
  );
  return rows.map(eventOf);
}

/** Recorded levels as `clock level dueAt`, in the order of the log. */
export async function levelsOf(system: System, caseId: string): Promise<readonly string[]> {
  const log = await logOf(system, caseId);
  return log
    .filter(({ type }) => type === 'LevelReached')
    .map(({ data, dueAt }) => {
      const { clock, level } = data as LevelData;
      return `${clock} ${level} ${isoInstant(dueAt ?? 0).slice(0, 19)}`;
    });
}

export interface Row {
  readonly version: number;
  readonly stage: string;
  readonly wake_at: Date | null;
  readonly told_version: number;
}

/** Where a case stands in the database. */
export async function rowOf({ engine }: System, caseId: string): Promise<Row> {
  const [row] = await query<Row>(
    engine.pool,
    'SELECT r.version, r.stage, r.wake_at, t.told_version FROM case_row r JOIN telling t ON t.case_id = r.id WHERE r.id = $1',
    [caseId],
  );
  if (!row) throw new Error(`no case ${caseId}`);
  return row;
}
