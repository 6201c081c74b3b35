import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import type { Target } from '../load/job.ts';
import type { Operation } from '../load/pace.ts';
import { BARE_TASK_QUEUE } from './ports.ts';

/** Starts and updates of the bare workflow. Each lane updates a workflow of its own, as people work on cases of their own. */
export async function bareTemporal(
  { temporalAddress, namespace }: Target,
  operation: 'bare-start' | 'bare-update',
  lanes: number,
): Promise<{ run: Operation; close: () => Promise<void> }> {
  const connection = await Connection.connect({ address: temporalAddress });
  const client = new Client({ connection, namespace });
  const start = (): Promise<WorkflowHandle> => {
    const id = randomUUID();
    const args = [id];
    return client.workflow.start('bareCase', { taskQueue: BARE_TASK_QUEUE, workflowId: id, args });
  };
  const close = (): Promise<void> => connection.close();
  if (operation === 'bare-start') return { run: async () => void (await start()), close };
  const idle = await Promise.all(Array.from({ length: lanes }, start));
  const run = async (): Promise<void> => {
    const handle = idle.pop();
    if (!handle) throw new Error('more updates at a time than workflows');
    await handle.executeUpdate('insert');
    idle.push(handle);
  };
  // The first update of a workflow also waits for its start.
  await Promise.all(idle.map((handle) => handle.executeUpdate('insert')));
  return { run, close };
}
