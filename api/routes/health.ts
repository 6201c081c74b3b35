import { Router } from 'express';
import { query } from '../../engine/database.ts';
import { isTemporalUp } from '../../engine/temporal.ts';
import type { AppContext } from '../app-context.ts';
import { pendingMigrations } from '../../prisma/pending.ts';

/** A worker beats every 10 s; three missed beats mean that it is away. */
const BEAT_MISSED = 35;

export function healthRoutes(context: AppContext): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'up' });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await readiness(context);
    response.status(ready.status === 'unavailable' ? 503 : 200).json(ready);
  });
  return router;
}

async function readiness({ engine, client }: AppContext) {
  const [temporal, database] = await Promise.all([
    isTemporalUp(client),
    databaseState(engine.pool),
  ]);
  engine.metrics.temporalUp.set(temporal ? 1 : 0);
  engine.metrics.workersUp.set(database.worker ? 1 : 0);
  const parts = {
    database: database.up ? 'up' : 'down',
    migrations: database.pending === 0 ? 'current' : 'pending',
    temporal: temporal ? 'up' : 'down',
    worker: database.worker ? 'up' : 'down',
  };
  if (!database.up || database.pending > 0) return { status: 'unavailable', ...parts };
  if (temporal && database.worker) return { status: 'ready', ...parts };
  const missing = temporal ? '后台服务' : '流程引擎';
  return {
    status: 'degraded',
    ...parts,
    notice: `${missing}未运行:定时提醒与升级暂停,恢复后自动补上;案件照常办理,已保存的内容不受影响`,
  };
}

async function databaseState(pool: AppContext['engine']['pool']) {
  try {
    const [row] = await query<{ worker: boolean | null }>(
      pool,
      `SELECT checked_at > clock_timestamp() - make_interval(secs => ${BEAT_MISSED}) AS worker FROM sentinel WHERE id = 1`,
    );
    return { up: true, pending: await pendingMigrations(pool), worker: row?.worker === true };
  } catch (error) {
    const reachable =
      typeof error === 'object' &&
      error !== null &&
      'code' in error &&
      error.code === UNDEFINED_TABLE;
    return { up: reachable, pending: 1, worker: false };
  }
}

const UNDEFINED_TABLE = '42P01';
