import type { Actor } from '../../domain/define-case-type.ts';
import type { Counts, Filter } from '../../engine/as-of/figures.ts';
import { listAsOf } from '../../engine/as-of/list.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { seesState } from '../scope.ts';
import type { ListRow } from './case-list.ts';
import type { Cursor } from './cursor.ts';

type Texts = Omit<ListRow, 'number' | 'state' | 'due_at'>;

/** The same page and counts as `listCases` gives, as known at an instant (epoch ms): the same whenever it is asked. */
export async function listCasesAsOf(
  engine: Engine,
  actor: Actor,
  instant: number,
  filter: Filter,
  page: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<{ readonly rows: readonly ListRow[]; readonly counts: Counts; readonly now: number }> {
  const { cases, counts } = await listAsOf(engine, instant, filter, {
    limit: page.limit + 1,
    after: page.after,
    sees: ({ state }) => seesState(actor, state),
  });
  const texts = await textsOf(
    engine,
    cases.map(({ id }) => id),
  );
  const rows = cases.flatMap(({ id, number, state, dueAt }): ListRow[] => {
    const found = texts.get(id);
    const due_at = dueAt === null ? null : new Date(dueAt);
    return found ? [{ ...found, number, state, due_at }] : [];
  });
  return { rows, counts, now: instant };
}

async function textsOf(
  engine: Engine,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Texts>> {
  const rows = await query<Texts>(
    engine.pool,
    `SELECT r.id, r.text_id, r.address_id, k.key_id, k.wrapped, t.sealed AS text, a.sealed AS address
       FROM case_row r LEFT JOIN case_key k ON k.case_id = r.id
       LEFT JOIN case_text t ON t.id = r.text_id LEFT JOIN case_text a ON a.id = r.address_id
      WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
