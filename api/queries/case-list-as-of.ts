import type { Actor } from '../../domain/define-case-type.ts';
import type { Counts, Filter } from '../../engine/as-of/figures.ts';
import { listAsOf } from '../../engine/as-of/list.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { seesState } from '../scope.ts';
import type { Cursor } from './cursor.ts';
import { LISTED_COLUMNS, LISTED_JOINS, type ListedRow } from './listed-row.ts';

/** The same page and counts as `listCases` gives, as known at an instant (epoch ms): the same whenever it is asked. */
export async function listCasesAsOf(
  engine: Engine,
  actor: Actor,
  instant: number,
  filter: Filter,
  page: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<{ readonly rows: readonly ListedRow[]; readonly counts: Counts; readonly now: number }> {
  const { cases, counts } = await listAsOf(engine, instant, filter, {
    limit: page.limit + 1,
    after: page.after,
    sees: ({ state }) => seesState(actor, state),
  });
  const known = await rowsOf(
    engine,
    cases.map(({ id }) => id),
  );
  const rows = cases.flatMap(({ id, number, state, dueAt }): ListedRow[] => {
    const found = known.get(id);
    const due_at = dueAt === null ? null : new Date(dueAt);
    return found ? [{ ...found, number, state, due_at }] : [];
  });
  return { rows, counts, now: instant };
}

async function rowsOf(
  engine: Engine,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedRow>> {
  const rows = await query<ListedRow>(
    engine.pool,
    `SELECT ${LISTED_COLUMNS} FROM case_row r ${LISTED_JOINS} WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
