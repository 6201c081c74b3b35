import { CASE_TYPES } from '../domain/registry.ts';
import type { Transaction } from './database.ts';

/** Commands of any type that write to another case than their own. */
const REACHING: ReadonlySet<string> = new Set(
  CASE_TYPES.flatMap(({ commands }) =>
    Object.entries(commands)
      .filter(([, { links, unlinks, tells }]) => links ?? unlinks ?? tells)
      .map(([command]) => command),
  ),
);

/** The number of the case that a command's input names, where it names one. */
export function namedCase(input: unknown): string | undefined {
  const other = typeof input === 'object' && input !== null && 'other' in input && input.other;
  return typeof other === 'string' && /^[A-Z0-9-]{1,40}$/.test(other) ? other : undefined;
}

/**
 * The cases that a command may write to: its own, the one that it names, those tied to it, and the sources from which
 * it came by conversion, source by source. In the order of their ids.
 */
export async function reachOf(
  tx: Transaction,
  caseId: string,
  command: string,
  input: unknown,
): Promise<readonly string[]> {
  if (!REACHING.has(command)) return [caseId];
  const { rows } = await tx.query<{ id: string }>(
    `WITH RECURSIVE source(id) AS (
        SELECT $1::uuid
        UNION SELECT l.from_case FROM link l JOIN source s ON l.to_case = s.id WHERE l.kind = 'conversion' AND l.ended_at IS NULL
     )
     SELECT id FROM source
     UNION SELECT id FROM case_row WHERE number = $2
     UNION SELECT CASE WHEN from_case = $1 THEN to_case ELSE from_case END FROM link
      WHERE $1 IN (from_case, to_case) AND ended_at IS NULL AND NOT (kind = 'conversion' AND from_case = $1)
     ORDER BY id`,
    [caseId, namedCase(input) ?? ''],
  );
  return rows.map(({ id }) => id);
}
