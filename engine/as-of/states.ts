import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import { fold } from '../../domain/evolve.ts';
import { NO_CASE, query } from '../database.ts';
import type { Engine } from '../engine.ts';
import { type EventRow, eventOf } from '../log.ts';
import { settled } from './settled.ts';

/** A case as it was known at some instant. */
export interface KnownCase {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
}

interface Row {
  readonly id: string;
  readonly number: string;
  /** Null where more has been recorded since. */
  readonly state: CaseState | null;
}

const BATCH = 500;

/**
 * One case as known at an instant (epoch ms): what its events recorded by then fold to. Undefined when it had not been opened.
 * @throws NotYetKnown, NotSettled
 */
export async function caseAsOf(
  engine: Engine,
  caseId: string,
  instant: number,
): Promise<CaseState | undefined> {
  await settled(engine, instant);
  return (await folded(engine, [caseId], instant)).get(caseId);
}

/**
 * Every case as known at an instant (epoch ms), in the order of their ids. Where nothing has been recorded since, the folded
 * state of the case's row is what the log gives, and is taken; the others are folded from the log, a batch at a time.
 * Since nothing can be added to what is settled, batches that are read at different moments fit together.
 * @throws NotYetKnown, NotSettled
 */
export async function* casesAsOf(engine: Engine, instant: number): AsyncGenerator<KnownCase> {
  await settled(engine, instant);
  for (let after = NO_CASE; ; ) {
    const rows = await batchAfter(engine, after, instant);
    const since = rows.filter(({ state }) => state === null).map(({ id }) => id);
    const states = await folded(engine, since, instant);
    for (const { id, number, state } of rows) {
      const known = state ?? states.get(id);
      if (known) yield { id, number, state: known };
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.id;
  }
}

const batchAfter = (engine: Engine, after: string, instant: number): Promise<Row[]> =>
  query<Row>(
    engine.pool,
    `SELECT id, number, CASE WHEN last_at <= $2 THEN state END AS state FROM case_row
      WHERE id > $1 AND opened_at <= $2 ORDER BY id LIMIT ${BATCH}`,
    [after, new Date(instant)],
  );

async function folded(
  engine: Engine,
  ids: readonly string[],
  instant: number,
): Promise<ReadonlyMap<string, CaseState>> {
  if (ids.length === 0) return new Map();
  const rows = await query<EventRow>(
    engine.pool,
    'SELECT * FROM case_event WHERE case_id = ANY($1::uuid[]) AND at <= $2 ORDER BY case_id, version',
    [ids, new Date(instant)],
  );
  const logs = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    const log = logs.get(row.case_id);
    if (log) log.push(eventOf(row));
    else logs.set(row.case_id, [eventOf(row)]);
  }
  return new Map([...logs].map(([id, log]) => [id, fold(log)]));
}
