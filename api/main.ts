import { pino } from 'pino';
import { readConfig } from '../engine/config.ts';
import { createEngine } from '../engine/create-engine.ts';
import { startOpsServer } from '../engine/ops-server.ts';
import { learnRules } from '../engine/rules/known.ts';
import { lazyClient } from '../engine/temporal.ts';
import { createDatabase } from '../prisma/client.ts';
import { createApp } from './app.ts';

const DEFAULT_OPS_PORT = 9464;
/** How often published rules are looked for, in ms. */
const LEARN_EVERY = 2000;
/** Longest wait for requests under way when stopping, in ms. */
const GRACE = 10_000;

const config = readConfig(process.env);
const log = pino({ level: config.LOG_LEVEL, base: { process: 'api' } });
const client = lazyClient(config);
const engine = createEngine(config, client, log);
const database = createDatabase(config.DATABASE_URL);
const app = createApp({ config, engine, client, database, log });
const server = app.listen(config.PORT, config.HOST, (error?: Error) => {
  if (error) {
    log.fatal({ error: error.message }, 'cannot listen');
    process.exit(1);
  }
  log.info({ host: config.HOST, port: config.PORT }, 'API is up');
});
let healthy = true;
const ops = await startOpsServer({
  host: config.OPS_HOST,
  port: config.OPS_PORT ?? DEFAULT_OPS_PORT,
  metrics: engine.metrics,
  healthy: () => healthy,
});

const learning = setInterval(() => {
  learnRules(engine.pool).catch((error: unknown) =>
    log.warn({ error: String(error) }, 'could not look for published rules'),
  );
}, LEARN_EVERY);

async function stop(): Promise<void> {
  healthy = false;
  clearInterval(learning);
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(cut);
  await engine.close();
  await database.$disconnect();
  await client.connection.close();
  ops.close();
  log.info('API has stopped');
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().then(() => process.exit(0)));
}
