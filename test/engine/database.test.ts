import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createPool, inTransaction, type Pool, query } from '../../engine/database.ts';
import { createDatabase, type TestDatabase } from '../support/services.ts';
import { eventually } from '../support/waiting.ts';

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createDatabase();
  pool = createPool(database.url, 4, () => undefined);
  await query(pool, 'CREATE TABLE step (name text)');
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const LOCK = 'SELECT FROM sentinel WHERE id = 1 FOR UPDATE';
const CLOCK = 'SELECT clock_timestamp() AS now';

test('statements sent together are taken in their order: the clock is read under the lock', async () => {
  const letGo: (() => void)[] = [];
  const holder = inTransaction(pool, async (tx) => {
    await tx.query(LOCK);
    await new Promise<void>((release) => letGo.push(release));
    return (await tx.query<{ now: Date }>(CLOCK)).rows[0]?.now;
  });
  await eventually('the lock to be held', () => Promise.resolve(letGo.length > 0));
  const waiter = inTransaction(pool, async (tx) => {
    const [, clock] = await Promise.all([tx.query(LOCK), tx.query<{ now: Date }>(CLOCK)]);
    return clock.rows[0]?.now;
  });
  await eventually('the second transaction to wait', async () => {
    const rows = await query(pool, `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`);
    return rows.length > 0;
  });
  letGo[0]?.();
  const [released, read] = await Promise.all([holder, waiter]);
  expect(read?.getTime()).toBeGreaterThanOrEqual(released?.getTime() ?? Number.NaN);
});

test('a step that goes on after another one failed stores nothing', async () => {
  const goOn: (() => void)[] = [];
  const steps: Promise<unknown>[] = [];
  const failing = inTransaction(pool, (tx) => {
    const late = new Promise<void>((go) => goOn.push(go)).then(() =>
      tx.query(`INSERT INTO step VALUES ('late')`),
    );
    steps.push(late);
    return Promise.all([
      tx.query(`INSERT INTO step VALUES ('early')`),
      tx.query('SELECT 1 / 0'),
      late,
    ]);
  });
  await expect(failing).rejects.toThrow('division by zero');
  goOn[0]?.();
  await expect(steps[0]).rejects.toThrow('the transaction has ended');
  expect(await query(pool, 'SELECT name FROM step')).toEqual([]);
});
