import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { SENTINEL_ID, SENTINEL_MEMO, SENTINEL_SIGNAL, SENTINEL_TYPE } from '../domain/telling.ts';
import { type Pool, query } from './database.ts';

export interface SentinelPorts {
  readonly client: Client;
  readonly taskQueue: string;
  readonly pool: Pool;
}

/**
 * One beat of the counter that PostgreSQL and Temporal share. Returns true when Temporal's is missing or lower
 * than it was already seen to be: its store was lost or restored from an older backup.
 */
export async function beat({ client, taskQueue, pool }: SentinelPorts): Promise<boolean> {
  const [row] = await query<{ counter: string; confirmed: string }>(
    pool,
    'UPDATE sentinel SET counter = counter + 1, checked_at = clock_timestamp() WHERE id = 1 RETURNING counter, confirmed',
  );
  if (!row) throw new Error('the sentinel row is missing: run the migrations');
  const seen = await seenByTemporal(client);
  const lost = Number(row.confirmed) > 0 && seen < Number(row.confirmed);
  await query(pool, 'UPDATE sentinel SET confirmed = $1 WHERE id = 1', [seen]);
  await client.workflow.signalWithStart(SENTINEL_TYPE, {
    taskQueue,
    workflowId: SENTINEL_ID,
    args: [Number(row.counter)],
    signal: SENTINEL_SIGNAL,
    signalArgs: [Number(row.counter)],
    memo: { [SENTINEL_MEMO]: Number(row.counter) },
  });
  return lost;
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
