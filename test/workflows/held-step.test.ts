import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readConfig } from '../../engine/config.ts';
import { createWorker } from '../../worker/worker.ts';
import { masterKeyForTests, temporalAddress } from '../support/services.ts';
import { startSystem, type System } from '../support/system.ts';

/** The SDK gives a step 5 s by itself; Temporal waits 10 s for it. */
const HELD = 6500;

let system: System;

beforeAll(async () => {
  system = await startSystem({ worker: false });
});
afterAll(() => system.stop());

test('a worker outlives a step that takes longer than the SDK expects, as on a suspended machine', async () => {
  const taskQueue = 'held-steps';
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: system.databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: system.namespace,
    TEMPORAL_TASK_QUEUE: taskQueue,
    MASTER_KEY: masterKeyForTests,
  });
  const { worker, connection } = await createWorker(config, system.engine, system.client, {
    workflowsPath: resolve('test/support/held-step.ts'),
  });
  const held = worker.runUntil(
    system.client.workflow.execute('heldStep', {
      workflowId: 'held',
      taskQueue,
      args: [HELD],
      workflowExecutionTimeout: '60s',
    }),
  );
  await expect(held).resolves.toBe('done');
  await connection.close();
}, 120_000);
