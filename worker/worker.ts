import type { Client } from '@temporalio/client';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { createAuditActivities } from '../activities/audit.ts';
import { createCaseActivities } from '../activities/case.ts';
import { createRuleChangeActivities } from '../activities/rule-change.ts';
import type { Config } from '../engine/config.ts';
import type { Engine } from '../engine/engine.ts';
import { connectionOptions } from '../engine/temporal.ts';

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
    shutdownGraceTime: '10s',
    shutdownForceTime: '14s',
  });
  return { worker, connection };
}
