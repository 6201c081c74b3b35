import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { SENTINEL_ID, SENTINEL_MEMO, SENTINEL_SIGNAL, SENTINEL_TYPE } from '../domain/telling.ts';
import { type Pool, query } from './database.ts';
import { forgetTellings } from './sweeper.ts';

export interface SentinelPorts {
  readonly client: Client;
  readonly taskQueue: string;
  readonly pool: Pool;
}

/**
 * One beat of the counter that PostgreSQL and Temporal share. When Temporal's is missing or lower than it was already
 * seen to be, its store was lost or restored from an older backup, and every case is marked as never told.
 * That is done before the loss is noted, and noted before Temporal is given a new counter, so that a beat which is
 * cut off anywhere is made good by the next. Returns how many cases were marked, undefined when nothing was lost.
 */
export async function beat({
  client,
  taskQueue,
  pool,
}: SentinelPorts): Promise<number | undefined> {
  const [row] = await query<{ counter: string; confirmed: string }>(
    pool,
    'UPDATE sentinel SET counter = counter + 1, checked_at = clock_timestamp() WHERE id = 1 RETURNING counter, confirmed',
  );
  if (!row) throw new Error('the sentinel row is missing: run the migrations');
  const seen = await seenByTemporal(client);
  const lost = Number(row.confirmed) > 0 && seen < Number(row.confirmed);
  const forgotten = lost ? await forgetTellings(pool) : undefined;
  await query(pool, 'UPDATE sentinel SET confirmed = $1 WHERE id = 1', [seen]);
  await client.workflow.signalWithStart(SENTINEL_TYPE, {
    taskQueue,
    workflowId: SENTINEL_ID,
    args: [Number(row.counter)],
    signal: SENTINEL_SIGNAL,
    signalArgs: [Number(row.counter)],
    memo: { [SENTINEL_MEMO]: Number(row.counter) },
  });
  return forgotten;
}

/** 0 when there is no sentinel. Read from the memo, which needs no worker. */
async function seenByTemporal(client: Client): Promise<number> {
  try {
    const { memo } = await client.workflow.getHandle(SENTINEL_ID).describe();
    return Number(memo?.[SENTINEL_MEMO] ?? 0);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 0;
    throw error;
  }
}
