import { randomInt, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Operation } from '../load/pace.ts';

const ROWS = 1000;

/** Tables of the bench's own, beside the product's. */
export const BARE_TABLES = `
  CREATE SCHEMA IF NOT EXISTS bench;
  CREATE TABLE IF NOT EXISTS bench.row (id uuid, version int, PRIMARY KEY (id, version));
  CREATE TABLE IF NOT EXISTS bench.case_row (id int PRIMARY KEY, version int, state jsonb);
  CREATE TABLE IF NOT EXISTS bench.event (id int, version int, command uuid UNIQUE, data jsonb, PRIMARY KEY (id, version));
  INSERT INTO bench.case_row SELECT i, 0, '{}' FROM generate_series(0, ${ROWS - 1}) AS i ON CONFLICT DO NOTHING`;

/** What storing one event costs without any rules: lock a row, insert the event, update the row, commit. */
export function bareTransaction(databaseUrl: string): {
  run: Operation;
  close: () => Promise<void>;
} {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 32 });
  const run = async (): Promise<void> => {
    const tx = await pool.connect();
    try {
      await store(tx, randomInt(ROWS));
    } finally {
      tx.release();
    }
  };
  return { run, close: () => pool.end() };
}

async function store(tx: pg.PoolClient, id: number): Promise<void> {
  const data = { note: 'x'.repeat(200) };
  await tx.query('BEGIN');
  const { rows } = await tx.query<{ version: number }>(
    'SELECT version FROM bench.case_row WHERE id = $1 FOR UPDATE',
    [id],
  );
  const version = (rows[0]?.version ?? 0) + 1;
  await tx.query('INSERT INTO bench.event (id, version, command, data) VALUES ($1, $2, $3, $4)', [
    id,
    version,
    randomUUID(),
    data,
  ]);
  await tx.query('UPDATE bench.case_row SET version = $2, state = $3 WHERE id = $1', [
    id,
    version,
    data,
  ]);
  await tx.query('COMMIT');
}
