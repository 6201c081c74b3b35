import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { Transaction } from '../database.ts';
import { type EventRow, eventOf } from '../log.ts';

/** Instants of tables as epoch ms, null where a column is. */
type At = number | null;

export interface StoredEvent {
  readonly event: CaseEvent;
  readonly commandId: string;
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

export interface StoredCommand {
  readonly principal: string;
  readonly id: string;
  readonly first_version: number;
  readonly last_version: number;
}

/** A case and everything that was derived from its log. */
export interface StoredCase {
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>> & {
    readonly version: number;
    readonly head_hash: Buffer;
    readonly state: CaseState;
  };
  readonly events: readonly StoredEvent[];
  readonly commands: readonly StoredCommand[];
  readonly clocks: readonly object[];
  readonly units: readonly object[];
  readonly fired: readonly { key: string; version: number; dueAt: At; at: At }[];
  readonly outbox: readonly { id: string; kind: string; payload: unknown }[];
  readonly notices: readonly { id: string; person: string; version: number; kind: string }[];
  readonly documents: readonly object[];
  readonly links: readonly object[];
  readonly toldVersion: number | null;
}

const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint::float8`;

/** What belongs to a case, by table: the columns under the names that the checks compare. */
const TABLES = {
  commands: 'SELECT case_id, principal, id, first_version, last_version FROM command',
  clocks: `SELECT case_id, clock, round, revision, limit_key AS "limitKey", ${ms('started_at')} AS "startedAt",
      nominal_due::text AS nominal, ${ms('statutory_due')} AS "statutoryDue", ${ms('internal_due')} AS "internalDue",
      provisional, ${ms('paused_at')} AS "pausedAt", ${ms('ended_at')} AS "endedAt", outcome, subject, object FROM clock`,
  units: `SELECT case_id, unit, part, ${ms('"from"')} AS "from", ${ms('"to"')} AS "to" FROM case_unit`,
  fired: `SELECT case_id, key, version, ${ms('due_at')} AS "dueAt", ${ms('at')} AS at FROM level_fired`,
  outbox: 'SELECT case_id, id, kind, payload FROM outbox',
  notices: 'SELECT case_id, id, person, version, kind FROM notice',
  telling: 'SELECT case_id, told_version FROM telling',
  documents: `SELECT case_id, number, kind, ${ms('issued_at')} AS "issuedAt", ${ms('served_at')} AS "servedAt" FROM document`,
  links: `SELECT from_case AS case_id, kind, to_case AS "toCase", object, ${ms('at')} AS at, ${ms('ended_at')} AS "endedAt" FROM link`,
};

type CaseRow = StoredCase['row'] & { readonly id: string };

/** The next cases by id. Everything of a batch is held in memory at once. */
export async function loadBatch(
  tx: Transaction,
  after: string,
  size: number,
): Promise<readonly StoredCase[]> {
  const sql = 'SELECT * FROM case_row WHERE id > $1 ORDER BY id LIMIT $2';
  return withAll(tx, (await tx.query<CaseRow>(sql, [after, size])).rows);
}

/** One case; undefined when it has no row. */
export async function loadCase(tx: Transaction, id: string): Promise<StoredCase | undefined> {
  const { rows } = await tx.query<CaseRow>('SELECT * FROM case_row WHERE id = $1', [id]);
  return (await withAll(tx, rows))[0];
}

async function withAll(tx: Transaction, rows: readonly CaseRow[]): Promise<readonly StoredCase[]> {
  const ids = rows.map(({ id }) => id);
  const events = await eventsOf(tx, ids);
  const commands = await rowsOf<StoredCommand>(tx, 'commands', ids);
  const clocks = await rowsOf<object>(tx, 'clocks', ids);
  const units = await rowsOf<object>(tx, 'units', ids);
  const fired = await rowsOf<StoredCase['fired'][number]>(tx, 'fired', ids);
  const outbox = await rowsOf<StoredCase['outbox'][number]>(tx, 'outbox', ids);
  const notices = await rowsOf<StoredCase['notices'][number]>(tx, 'notices', ids);
  const documents = await rowsOf<object>(tx, 'documents', ids);
  const links = await rowsOf<object>(tx, 'links', ids);
  const telling = await rowsOf<{ told_version: number }>(tx, 'telling', ids);
  return rows.map((row) => ({
    id: row.id,
    row,
    events: events.get(row.id) ?? [],
    commands: commands.get(row.id) ?? [],
    clocks: clocks.get(row.id) ?? [],
    units: units.get(row.id) ?? [],
    fired: fired.get(row.id) ?? [],
    outbox: outbox.get(row.id) ?? [],
    notices: notices.get(row.id) ?? [],
    documents: documents.get(row.id) ?? [],
    links: links.get(row.id) ?? [],
    toldVersion: telling.get(row.id)?.[0]?.told_version ?? null,
  }));
}

async function eventsOf(tx: Transaction, ids: readonly string[]) {
  const { rows } = await tx.query<EventRow>(
    'SELECT * FROM case_event WHERE case_id = ANY($1::uuid[]) ORDER BY case_id, version',
    [ids],
  );
  return grouped(
    rows.map((row) => [
      row.case_id,
      {
        event: eventOf(row),
        commandId: row.command_id,
        prevHash: row.prev_hash,
        hash: row.hash,
      } satisfies StoredEvent,
    ]),
  );
}

async function rowsOf<Row extends object>(
  tx: Transaction,
  table: keyof typeof TABLES,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows } = await tx.query<Row & { case_id: string }>(
    `SELECT * FROM (${TABLES[table]}) AS row WHERE case_id = ANY($1::uuid[])`,
    [ids],
  );
  return grouped(rows.map(({ case_id, ...row }) => [case_id, row as unknown as Row]));
}

function grouped<Row>(pairs: readonly (readonly [string, Row])[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const [id, row] of pairs) {
    const group = groups.get(id);
    if (group) group.push(row);
    else groups.set(id, [row]);
  }
  return groups;
}
