import { pino } from 'pino';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { readConfig } from '../engine/config.ts';
import { createEngine } from '../engine/create-engine.ts';
import { startOpsServer } from '../engine/ops-server.ts';
import { lazyClient } from '../engine/temporal.ts';
import { keepRounds } from './rounds.ts';
import { sdkMetrics } from './sdk-metrics.ts';
import { createWorker } from './worker.ts';

const DEFAULT_OPS_PORT = 9465;

const config = readConfig(process.env);
const log = pino({ level: config.LOG_LEVEL, base: { process: 'worker' } });
const { bindAddress, read } = await sdkMetrics();
Runtime.install({
  logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
    log.warn({ level, ...meta }, message),
  ),
  telemetryOptions: { metrics: { prometheus: { bindAddress } } },
});

const client = lazyClient(config);
const engine = createEngine(config, client, log);
const { worker, connection } = await createWorker(config, engine, client, {
  workflowBundle: { codePath: config.WORKFLOW_BUNDLE },
});
let healthy = true;
const ops = await startOpsServer({
  host: config.OPS_HOST,
  port: config.OPS_PORT ?? DEFAULT_OPS_PORT,
  metrics: engine.metrics,
  more: read,
  healthy: () => healthy && worker.getState() === 'RUNNING',
});
log.info({ namespace: config.TEMPORAL_NAMESPACE }, 'worker is up');

const stop = new AbortController();
const rounds = keepRounds(engine, client, config, log, stop.signal);
try {
  await worker.run();
} finally {
  healthy = false;
  stop.abort();
  await rounds;
  await engine.close();
  await connection.close();
  ops.close();
  log.info('worker has stopped');
}
