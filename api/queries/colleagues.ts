import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
}

/** The active people of a unit who hold a role now. */
export const colleaguesOf = (
  { pool }: Engine,
  unit: string,
  role: string,
): Promise<readonly Colleague[]> =>
  query<{ id: string; name: string }>(
    pool,
    `SELECT p.id, p.name FROM person p JOIN role_grant g ON g.person = p.id
      WHERE p.unit = $1 AND p.active AND g.role = $2 AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())
      ORDER BY p.account`,
    [unit, role],
  );
