import { type Actor, CENTRE } from '../domain/define-case-type.ts';

/**
 * Which cases a person may see, as an SQL condition on `case_row r`. Every list, count and look-up uses it:
 * the centre sees all, a unit sees the cases it holds. `place` is the number of the first free parameter.
 */
export function scope(
  actor: Actor,
  place: number,
): { readonly sql: string; readonly values: readonly unknown[] } {
  if (actor.unit === CENTRE) return { sql: 'TRUE', values: [] };
  return {
    sql: `EXISTS (SELECT FROM case_unit u WHERE u.case_id = r.id AND u.unit = $${place} AND u."to" IS NULL)`,
    values: [actor.unit],
  };
}
