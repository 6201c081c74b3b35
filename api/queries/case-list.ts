import { DAY, dayOf, instantOf } from '../../domain/calendar/civil.ts';
import type { Light } from '../../domain/clocks/clock.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import type { Counts, Filter } from '../../engine/as-of/figures.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { scope } from '../scope.ts';
import type { Cursor } from './cursor.ts';
import { LISTED_COLUMNS, LISTED_JOINS, type ListedRow } from './listed-row.ts';

/** Collects conditions with numbered parameters. */
class Conditions {
  readonly values: unknown[] = [];
  readonly #parts: string[] = [];

  /** `?` stands for the value. */
  add(sql: string, value: unknown): void {
    this.values.push(value);
    this.#parts.push(sql.replaceAll('?', `$${this.values.length}`));
  }

  addRaw(sql: string, values: readonly unknown[]): void {
    this.values.push(...values);
    this.#parts.push(sql);
  }

  get sql(): string {
    return this.#parts.join(' AND ');
  }
}

function conditionsOf(actor: Actor, filter: Filter): Conditions {
  const where = new Conditions();
  const seen = scope(actor, 1);
  where.addRaw(seen.sql, seen.values);
  where.add('r.ended = ?', filter.ended);
  if (filter.type !== undefined) where.add('r.type_id = ?', filter.type);
  if (filter.stages) where.add('r.stage = ANY(?)', filter.stages);
  if (filter.unit !== undefined) {
    where.add(
      `EXISTS (SELECT FROM case_unit h WHERE h.case_id = r.id AND h.unit = ? AND h."to" IS NULL)`,
      filter.unit,
    );
  }
  if (filter.dueBefore !== undefined) where.add('r.due_at < ?', new Date(filter.dueBefore));
  if (filter.dueAfter !== undefined) where.add('r.due_at >= ?', new Date(filter.dueAfter));
  return where;
}

/** A light as a condition: computed from instants, exactly as the domain does it. */
const LIGHTS: Readonly<Record<Light, string>> = {
  red: '(r.red_at <= ?)',
  yellow: '(r.yellow_at <= ? AND (r.red_at IS NULL OR r.red_at > ?))',
  green: '((r.yellow_at IS NULL OR r.yellow_at > ?) AND (r.red_at IS NULL OR r.red_at > ?))',
};

const lightCondition = (lights: readonly Light[]): string =>
  `(${lights.map((light) => LIGHTS[light]).join(' OR ')})`;

/** One page, most urgent first, and exact counts of the same scope and filter. */
export async function listCases(
  engine: Engine,
  actor: Actor,
  filter: Filter,
  page: { readonly limit: number; readonly after?: Cursor | undefined },
): Promise<{ readonly rows: readonly ListedRow[]; readonly counts: Counts; readonly now: number }> {
  const now = await readNow(engine);
  const counts = await countCases(engine, conditionsOf(actor, filter), filter.lights, now);
  const where = conditionsOf(actor, filter);
  if (filter.lights) where.add(lightCondition(filter.lights), new Date(now));
  if (page.after) addCursor(where, page.after);
  const rows = await query<ListedRow>(
    engine.pool,
    `SELECT ${LISTED_COLUMNS} FROM case_row r ${LISTED_JOINS}
      WHERE ${where.sql} ORDER BY r.due_at NULLS LAST, r.id LIMIT ${page.limit + 1}`,
    where.values,
  );
  return { rows, counts, now };
}

/** Rows strictly after the cursor in the order `due_at NULLS LAST, id`. */
function addCursor(where: Conditions, { dueAt, id }: Cursor): void {
  if (dueAt === null) {
    where.addRaw('r.due_at IS NULL', []);
    where.add('r.id > ?', id);
    return;
  }
  where.add('(r.due_at >= ? OR r.due_at IS NULL)', new Date(dueAt));
  where.add(
    `NOT (r.due_at IS NOT DISTINCT FROM to_timestamp(${Number(dueAt)} / 1000.0) AND r.id <= ?)`,
    id,
  );
}

async function countCases(
  engine: Engine,
  where: Conditions,
  lights: readonly Light[] | undefined,
  now: number,
): Promise<Counts> {
  const at = `$${where.values.length + 1}`;
  const light = (sql: string): string => sql.replaceAll('?', at);
  const endOfToday = new Date(instantOf(dayOf(now), DAY));
  const [row] = await query<Record<keyof Counts, string>>(
    engine.pool,
    `SELECT count(*) AS all, count(*) FILTER (WHERE ${light(LIGHTS.red)}) AS red,
        count(*) FILTER (WHERE ${light(LIGHTS.yellow)}) AS yellow, count(*) FILTER (WHERE ${light(LIGHTS.green)}) AS green,
        count(*) FILTER (WHERE r.due_at < $${where.values.length + 2}) AS "dueToday",
        count(*) FILTER (WHERE ${lights ? light(lightCondition(lights)) : 'TRUE'}) AS total
       FROM case_row r WHERE ${where.sql}`,
    [...where.values, new Date(now), endOfToday],
  );
  if (!row) throw new Error('a count gives a row');
  return {
    all: Number(row.all),
    red: Number(row.red),
    yellow: Number(row.yellow),
    green: Number(row.green),
    dueToday: Number(row.dueToday),
    total: Number(row.total),
  };
}

/** The engine's one clock, read outside a transaction. */
export async function readNow(engine: Engine): Promise<number> {
  const [row] = await query<{ now: Date }>(engine.pool, 'SELECT clock_timestamp() AS now');
  return engine.now(row?.now.getTime() ?? Number.NaN);
}
