import { query } from '../../engine/database.ts';
import type { System } from '../support/system.ts';

/** Tables that a refused request may write: sessions come and go, migrations are the house's. */
const NOT_COUNTED = ['session', '_prisma_migrations'];

/** How many rows every table has, so that a refused request can be shown to have left nothing. */
export async function rowCounts({ engine }: System): Promise<Readonly<Record<string, number>>> {
  const tables = await query<{ name: string }>(
    engine.pool,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL($1) ORDER BY 1`,
    [NOT_COUNTED],
  );
  const parts = tables.map(
    ({ name }) => `SELECT '${name}' AS name, count(*)::int AS n FROM ${name}`,
  );
  const rows = await query<{ name: string; n: number }>(engine.pool, parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
}
