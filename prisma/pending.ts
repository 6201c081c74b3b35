import { readdirSync } from 'node:fs';
import type pg from 'pg';

/** Names of the migrations of this build; read once, relative to the working directory as Prisma does. */
const known = (): readonly string[] =>
  readdirSync('prisma/migrations', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);

/** How many migrations of this build the database lacks. Throws when it cannot be asked. */
export async function pendingMigrations(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Set(rows.map(({ name }) => name));
  return known().filter((name) => !applied.has(name)).length;
}
