import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { createPool } from './database.ts';
import type { Engine, Failpoint } from './engine.ts';
import { createMetrics } from './metrics.ts';
import { Teller } from './teller.ts';
import { Vault } from './vault.ts';

export interface RunningEngine extends Engine {
  /** Resolves when everything told so far has been handed on or given up. */
  readonly drained: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Puts an engine together from its configuration. Nothing is connected yet. */
export function createEngine(
  config: Config,
  client: Client,
  log: Logger,
  now: Engine['now'] = (databaseClock) => databaseClock,
): RunningEngine {
  const metrics = createMetrics();
  const pool = createPool(config.DATABASE_URL, config.DATABASE_POOL, (error) =>
    log.warn({ error: error.message }, 'an idle database connection was lost'),
  );
  const teller = new Teller({ client, taskQueue: config.TEMPORAL_TASK_QUEUE, pool, metrics });
  return {
    pool,
    metrics,
    vault: new Vault(config.MASTER_KEY),
    tell: teller.tell,
    now,
    failpoint: failpointOf(config.FAILPOINT),
    drained: () => teller.drained(),
    close: async () => {
      await teller.drained();
      await pool.end();
    },
  };
}

/** `name:n` kills this process without any cleaning up when it passes the named point for the n-th time. */
function failpointOf(setting: string | undefined): (name: Failpoint) => void {
  if (!setting) return () => undefined;
  const [armed, times = '1'] = setting.split(':');
  let left = Number(times);
  return (name) => {
    if (name !== armed) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
}
