import { type Client, isGrpcServiceError } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import { SENTINEL_ID, SENTINEL_MEMO, SENTINEL_SIGNAL, SENTINEL_TYPE } from '../domain/telling.ts';
import { type Pool, query } from './database.ts';
import { forgetTellings } from './sweeper.ts';

export interface SentinelPorts {
  readonly client: Client;
  readonly taskQueue: string;
  readonly pool: Pool;
}

/**
 * One beat of the counter that PostgreSQL and Temporal share. When Temporal holds none, or a lower one than it has acknowledged
 * before, its store was lost or restored from an older backup, and every case is marked as never told.
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
  const counter = Number(row.counter);
  const held = await heldByTemporal(client);
  const lost = held < Number(row.confirmed);
  const forgotten = lost ? await forgetTellings(pool) : undefined;
  await confirm(pool, held);
  await client.workflow.signalWithStart(SENTINEL_TYPE, {
    taskQueue,
    workflowId: SENTINEL_ID,
    args: [counter],
    signal: SENTINEL_SIGNAL,
    signalArgs: [counter],
    memo: { [SENTINEL_MEMO]: counter },
  });
  await confirm(pool, counter);
  return forgotten;
}

const confirm = (pool: Pool, counter: number): Promise<unknown> =>
  query(pool, 'UPDATE sentinel SET confirmed = $1 WHERE id = 1', [counter]);

/** The gRPC status of an unknown workflow, and of an unknown namespace. */
const NOT_FOUND = 5;
/** Beats of several workers may overtake one another by so many events. */
const LATEST = 20;

/**
 * The highest counter that Temporal has written down, 0 when there is no sentinel. Read from the end of its history, which has
 * a signal as soon as it is acknowledged: a store that goes back by a single beat is known as another, and no worker is needed.
 */
async function heldByTemporal(client: Client): Promise<number> {
  try {
    const { history } = await client.workflowService.getWorkflowExecutionHistoryReverse({
      namespace: client.options.namespace,
      execution: { workflowId: SENTINEL_ID },
      maximumPageSize: LATEST,
    });
    return Math.max(0, ...(history?.events ?? []).map(counterIn));
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return 0;
    throw error;
  }
}

/** The counter that a signal, or the start of a run, came with; 0 of other events. */
function counterIn({
  workflowExecutionSignaledEventAttributes: signal,
  workflowExecutionStartedEventAttributes: start,
}: temporal.api.history.v1.IHistoryEvent): number {
  const [payload] = (signal ?? start)?.input?.payloads ?? [];
  return payload ? Number(defaultPayloadConverter.fromPayload(payload)) : 0;
}
