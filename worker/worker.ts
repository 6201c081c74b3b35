import type { Client } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createAuditActivities } from '../activities/audit.ts';
import { createCaseActivities } from '../activities/case.ts';
import { createRuleChangeActivities } from '../activities/rule-change.ts';
import type { Config } from '../engine/config.ts';
import type { Engine } from '../engine/engine.ts';
import { connectionOptions } from '../engine/temporal.ts';

/**
 * How long one step of workflow code may take by the clock on the wall, in ms. It is not a measure of its work: a
 * machine that is suspended or moved counts as well, and Node does not survive running out of it while a promise is
 * being settled (nodejs/node#38503: "async hook stack has become corrupted"). The SDK's 5 s would end a worker that
 * was merely stopped; ten minutes outlast what a machine is stopped for, and still end a step that never returns.
 * The SDK reads this option and does not declare it; test/workflows/held-step.test.ts sees that it still does.
 */
const STEP = { isolateExecutionTimeout: 600_000 };

/** Where workflow code comes from: a built bundle, or its source while testing. */
export type WorkflowSource =
  | Pick<WorkerOptions, 'workflowBundle'>
  | Pick<WorkerOptions, 'workflowsPath'>;

export interface CaseWorker {
  readonly worker: Worker;
  /** To be closed only after the worker's run has ended. */
  readonly connection: NativeConnection;
}

/** A worker for all case types. Throws when Temporal cannot be reached or the namespace does not exist. */
export async function createWorker(
  config: Config,
  engine: Engine,
  client: Client,
  source: WorkflowSource,
): Promise<CaseWorker> {
  const { address, tls, apiKey, metadata } = connectionOptions(config);
  const connection = await NativeConnection.connect({
    ...(address && { address }),
    ...(tls !== undefined && tls !== null && { tls }),
    ...(typeof apiKey === 'string' && { apiKey }),
    ...(metadata && { metadata }),
  });
  const worker = await Worker.create({
    ...source,
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    activities: {
      ...createCaseActivities(engine, { webhookUrl: config.WEBHOOK_URL }),
      ...createRuleChangeActivities(engine),
      ...createAuditActivities(engine, client, config.TEMPORAL_TASK_QUEUE),
    },
    ...STEP,
    shutdownGraceTime: '10s',
    shutdownForceTime: '14s',
  });
  return { worker, connection };
}
