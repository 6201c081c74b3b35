import { type Pool, query } from '../database.ts';

/** Silence must mean that nothing is late: what would keep a clock from being heard. */
export interface ClockHealth {
  /** Cases whose timer could not fire when workflows were looked at last; null before any audit. */
  readonly timers: number | null;
  /** Workflows that failed their tasks then. */
  readonly failing: number | null;
  /** Levels of the last thirty days that nobody could be told. */
  readonly untold: number;
  /** Running clocks whose date lies beyond the last notice. */
  readonly provisional: number;
  /** Effects that have waited for over an hour. */
  readonly stuck: number;
  /** Cases whose next instant passed over two minutes ago. */
  readonly overdue: number;
}

/** Counts from the database, and from what an audit found of workflows: this one, or the last. */
export async function clockHealth(
  pool: Pool,
  workflows?: Pick<ClockHealth, 'timers' | 'failing'>,
): Promise<ClockHealth> {
  const [row] = await query<ClockHealth>(
    pool,
    `WITH last AS (SELECT report->'health' AS health FROM audit_report ORDER BY started_at DESC LIMIT 1)
     SELECT
       (SELECT (health->>'timers')::int FROM last) AS timers,
       (SELECT (health->>'failing')::int FROM last) AS failing,
       (SELECT count(*)::int FROM case_event e WHERE e.type = 'LevelReached' AND e.at > clock_timestamp() - interval '30 days'
          AND jsonb_array_length(COALESCE(e.data->'targets', '[]')) = 0) AS untold,
       (SELECT count(*)::int FROM clock WHERE provisional AND ended_at IS NULL) AS provisional,
       (SELECT count(*)::int FROM outbox WHERE delivered_at IS NULL
          AND COALESCE(not_before, created_at) < clock_timestamp() - interval '1 hour') AS stuck,
       (SELECT count(*)::int FROM case_row WHERE wake_at < clock_timestamp() - interval '2 minutes') AS overdue`,
  );
  if (!row) throw new Error('no answer');
  return { ...row, ...workflows };
}
