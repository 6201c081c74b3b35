import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { NotYetKnown, settled } from '../../../engine/as-of/settled.ts';
import { query } from '../../../engine/database.ts';
import { startSystem, type System } from '../../support/system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem({ worker: false });
});
afterAll(() => system.stop());

/** One transaction that writes something and ends with the callback. */
async function meanwhile<T>(act: () => Promise<T>): Promise<T> {
  const client = await system.engine.pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_current_xact_id()');
    return await act();
  } finally {
    await client.query('COMMIT');
    client.release();
  }
}

test('waits for whoever was writing, also for those above the last that has ended', async () => {
  const order: string[] = [];
  const waiting = await meanwhile(async () => {
    const waits = settled(system.engine, Date.now()).then(() => order.push('settled'));
    // A later transaction that has ended already raises what snapshots call their upper end.
    await query(system.engine.pool, 'SELECT pg_current_xact_id()');
    for (let i = 0; i < 20; i += 1) await query(system.engine.pool, 'SELECT 1');
    order.push('written');
    return { waits };
  });
  await waiting.waits;
  expect(order).toEqual(['written', 'settled']);
});

test('does not wait for those that began after it, nor for readers', async () => {
  const instant = Date.now();
  const reader = await system.engine.pool.connect();
  try {
    await reader.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await reader.query('SELECT count(*) FROM case_event');
    await settled(system.engine, instant);
  } finally {
    await reader.query('COMMIT');
    reader.release();
  }
});

test('nobody knows what will be', async () => {
  await expect(settled(system.engine, Date.now() + 60_000)).rejects.toThrow(NotYetKnown);
});
