import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { workflowId } from '../../domain/telling.ts';
import type { System } from './system.ts';

const COMPLETED = 2;
const FAILED = 3;

/**
 * Moves one workflow's time forward, firing every timer on the way. Experimental in server 1.32:
 * only this file knows of it.
 */
async function fastForward(client: Client, id: string, ms: number, wait: boolean): Promise<void> {
  const fastForwardId = randomUUID();
  const { namespace } = client.options;
  const workflowExecution = { workflowId: id };
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    updateMask: { paths: ['time_skipping_config'] },
    workflowExecutionOptions: {
      timeSkippingConfig: {
        enabled: true,
        fastForwardConfig: { id: fastForwardId, duration: msToTs(ms) },
      },
    },
  });
  while (wait) {
    const { fastForwardPollingResult, failedReason } =
      await client.workflowService.pollWorkflowExecutionTimeSkipping({
        namespace,
        workflowExecution,
        fastForwardId,
      });
    if (fastForwardPollingResult === COMPLETED) return;
    if (fastForwardPollingResult === FAILED) throw new Error(failedReason ?? 'not fast-forwarded');
  }
}

/** How far each workflow of a test was moved already, in ms. */
const moved = new Map<string, number>();

/**
 * Moves the engine's clock and one case's workflow together to `instant`; left out, brings the workflow
 * to the engine's clock. Without a worker nothing answers a timer, so `wait: false` only sets it going.
 */
export async function moveTo(
  system: System,
  caseId: string,
  instant = 0,
  { wait = true } = {},
): Promise<void> {
  const id = workflowId(caseId);
  system.clock.offset = Math.max(system.clock.offset, instant - Date.now());
  const behind = system.clock.offset - (moved.get(id) ?? 0);
  if (behind <= 0) return;
  moved.set(id, system.clock.offset);
  await fastForward(system.client, id, behind, wait);
}
