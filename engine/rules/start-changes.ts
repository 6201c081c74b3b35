import type { Client } from '@temporalio/client';
import {
  RULE_CHANGE_RESUMED,
  RULE_CHANGE_TYPE,
  ruleChangeWorkflowId,
} from '../../domain/telling.ts';
import type { Pool } from '../database.ts';
import { runnableChanges } from './changes.ts';

interface Ports {
  readonly client: Client;
  readonly taskQueue: string;
  readonly pool: Pool;
}

/** Has a workflow run for each change that is to be carried out. Nothing happens where one runs already. Returns how many changes there are. */
export async function startChanges({ client, taskQueue, pool }: Ports): Promise<number> {
  const changes = await runnableChanges(pool);
  for (const { id } of changes) {
    await client.workflow.start(RULE_CHANGE_TYPE, {
      taskQueue,
      workflowId: ruleChangeWorkflowId(id),
      args: [id],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
  }
  return changes.length;
}

/** Tells a waiting workflow at once that its change goes on; it would look by itself after a while. */
export const tellResumed = (client: Client, id: string): Promise<void> =>
  client.workflow.getHandle(ruleChangeWorkflowId(id)).signal(RULE_CHANGE_RESUMED);
