import type { Client } from '@temporalio/client';
import type { Telling } from '../domain/telling.ts';
import { type Pool, query } from './database.ts';
import type { Metrics } from './metrics.ts';
import { STANDING, type StandingRow, standing, tellingOf } from './standing.ts';
import { signalCase } from './teller.ts';

export interface SweeperPorts {
  readonly client: Client;
  readonly taskQueue: string;
  readonly pool: Pool;
  readonly metrics: Metrics;
  /** Records what is due in a case; gives its telling when there was anything. */
  readonly record: (caseId: string) => Promise<Telling | undefined>;
  /** How long a case may stay untold, and an instant or an effect overdue, before it is told again, in seconds. */
  readonly patience: { readonly untold: number; readonly overdue: number };
}

const BATCH = 200;
const AT_ONCE = 10;

/**
 * One round: tells every case again that was not told its newest version, whose next instant has passed (what is due is
 * recorded first), whose effects wait, or that was not told for a day. One sweeper at a time (advisory lock); returns how
 * many it told.
 */
export async function sweep(ports: SweeperPorts): Promise<number> {
  const lock = await ports.pool.connect();
  try {
    const { rows } = await lock.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock($1) AS mine',
      [SWEEPER],
    );
    if (!rows[0]?.mine) return 0;
    try {
      return await sweepAll(ports);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [SWEEPER]);
    }
  } finally {
    lock.release();
  }
}

/** The advisory lock's number; any constant that nothing else in this database uses. */
const SWEEPER = 20_241_015;

async function sweepAll(ports: SweeperPorts): Promise<number> {
  let told = 0;
  for (;;) {
    const batch = await untold(ports);
    for (let i = 0; i < batch.length; i += AT_ONCE) {
      await Promise.all(batch.slice(i, i + AT_ONCE).map((row) => tellAgain(ports, row)));
    }
    told += batch.length;
    if (batch.length < BATCH) return told;
  }
}

/** Cases that need telling, those never told first. A case that was just tried waits for its back-off. */
async function untold({ pool, patience }: SweeperPorts): Promise<readonly StandingRow[]> {
  return query<StandingRow>(
    pool,
    `SELECT ${STANDING}
       FROM case_row r JOIN telling t ON t.case_id = r.id
      WHERE (t.next_try_at IS NULL OR t.next_try_at <= clock_timestamp())
        AND ((t.told_version < r.version AND r.last_at < clock_timestamp() - make_interval(secs => $1))
          OR (t.told_version < r.version AND t.told_version < 0)
          OR r.wake_at < clock_timestamp() - make_interval(secs => $2)
          OR EXISTS (SELECT FROM outbox o WHERE o.case_id = r.id AND o.delivered_at IS NULL AND GREATEST(o.created_at, o.not_before) < clock_timestamp() - make_interval(secs => $2))
          OR (r.wake_at IS NOT NULL AND t.told_at < clock_timestamp() - interval '1 day'))
      ORDER BY t.told_version, r.wake_at NULLS LAST LIMIT ${BATCH}`,
    [patience.untold, patience.overdue],
  );
}

/** What is overdue is recorded at once: where thousands fall due together, their workflows take minutes to come to it. */
async function tellAgain(
  { client, taskQueue, pool, metrics, record }: SweeperPorts,
  row: StandingRow,
): Promise<void> {
  await backOff(pool, row.id);
  try {
    const isDue = row.wake_at !== null && row.wake_at.getTime() <= Date.now();
    const recorded = isDue ? await record(row.id) : undefined;
    const telling = recorded ? await standing(pool, row.id) : tellingOf(row);
    await signalCase(client, taskQueue, telling);
    metrics.swept.inc();
    await noteSwept(pool, telling);
  } catch {
    metrics.tellings.inc({ outcome: 'failed' });
  }
}

/** 10 s, 20 s, 40 s … up to 10 minutes, so that one bad case does not starve the others. */
const backOff = (pool: Pool, caseId: string): Promise<unknown> =>
  query(
    pool,
    `UPDATE telling SET attempts = attempts + 1,
        next_try_at = clock_timestamp() + LEAST(interval '10 s' * 2 ^ LEAST(attempts, 6), interval '10 min') WHERE case_id = $1`,
    [caseId],
  );

/** Told, but with the back-off kept: what is still overdue next time was not healed by telling alone. */
const noteSwept = (pool: Pool, { caseId, version }: Telling): Promise<unknown> =>
  query(
    pool,
    'UPDATE telling SET told_version = GREATEST(told_version, $2), told_at = clock_timestamp() WHERE case_id = $1',
    [caseId, version],
  );

/** Marks every case that may still wake up, or has effects waiting, as never told: Temporal's store was lost. Returns how many. */
export async function forgetTellings(pool: Pool): Promise<number> {
  const rows = await query(
    pool,
    `UPDATE telling t SET told_version = -1, attempts = 0, next_try_at = NULL FROM case_row r
      WHERE r.id = t.case_id AND (r.wake_at IS NOT NULL OR NOT r.ended
         OR EXISTS (SELECT FROM outbox o WHERE o.case_id = r.id AND o.delivered_at IS NULL))
      RETURNING 1`,
  );
  return rows.length;
}
