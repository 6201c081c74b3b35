import { resolve } from 'node:path';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
} from '@temporalio/worker';
import pg from 'pg';
import type { Answer, Target } from '../load/job.ts';
import { BARE_TASK_QUEUE, type BareActivities } from './ports.ts';

// A worker for the bare workflow and nothing else, in a process of its own like ours.
const target = JSON.parse(process.argv[2] ?? '{}') as Target;
const pool = new pg.Pool({ connectionString: target.databaseUrl, max: 16 });
const logger = new DefaultLogger('WARN');
Runtime.install({ logger });

const activities: BareActivities = {
  async insertRow(id, version) {
    await pool.query('INSERT INTO bench.row (id, version) VALUES ($1, $2)', [id, version]);
  },
};
const connection = await NativeConnection.connect({ address: target.temporalAddress });
const worker = await Worker.create({
  connection,
  namespace: target.namespace,
  taskQueue: BARE_TASK_QUEUE,
  workflowBundle: await bundleWorkflowCode({
    workflowsPath: resolve('bench/bare/workflow.ts'),
    logger,
  }),
  activities,
});
process.on('disconnect', () => worker.shutdown());
const running = worker.run();
process.send?.({ ready: true } satisfies Answer);
await running;
await connection.close();
await pool.end();
process.exit(0);
