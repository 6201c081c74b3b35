import { z } from 'zod';
import type { CaseEvent, CaseState } from '../../domain/case-state.ts';
import type { Actor, CaseType } from '../../domain/define-case-type.ts';
import type { Part } from '../../domain/definition/parts.ts';
import { query, queryPrepared } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { type EventRow, eventOf } from '../../engine/log.ts';
import { type DataKey, openText } from '../../engine/vault.ts';
import { metaOf } from '../../domain/field-meta.ts';
import { scope } from '../scope.ts';
import { mayNameCase, UUID } from './uuid.ts';

export interface Holding {
  readonly unit: string;
  readonly part: Part;
  readonly from: Date;
  readonly to: Date | null;
}

export interface StoredCase {
  readonly number: string;
  readonly state: CaseState;
  readonly dueAt: number | null;
  readonly events: readonly CaseEvent[];
  readonly holdings: readonly Holding[];
  /** The case's key is gone, and with it all its texts. */
  readonly erased: boolean;
  /** Opens a text of the case; a mark in its place when the key was erased. */
  readonly text: (id: string) => string;
  readonly identity: (id: string) => Readonly<Record<string, string>>;
}

interface Head {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly due_at: Date | null;
  readonly wrapped: Buffer | null;
}

/** The id of a case that the actor may see, by id or number; undefined when there is none. */
export async function findCase(
  engine: Engine,
  actor: Actor,
  idOrNumber: string,
): Promise<Head | undefined> {
  if (!mayNameCase(idOrNumber)) return undefined;
  const seen = scope(actor, 2);
  const column = UUID.test(idOrNumber) ? 'r.id = $1::uuid' : 'r.number = $1';
  const [head] = await queryPrepared<Head>(
    engine.pool,
    `SELECT r.id, r.number, r.state, r.due_at, k.wrapped FROM case_row r LEFT JOIN case_key k ON k.case_id = r.id
      WHERE ${column} AND ${seen.sql}`,
    [idOrNumber, ...seen.values],
  );
  return head;
}

/** Everything a case page shows, opened. */
export async function readCase(
  engine: Engine,
  actor: Actor,
  idOrNumber: string,
): Promise<StoredCase | undefined> {
  const head = await findCase(engine, actor, idOrNumber);
  if (!head) return undefined;
  const [events, holdings, sealed] = await Promise.all([
    query<EventRow>(
      engine.pool,
      'SELECT * FROM case_event WHERE case_id = $1 AND version <= $2 ORDER BY version',
      [head.id, head.state.version],
    ),
    query<Holding>(
      engine.pool,
      'SELECT unit, part, "from", "to" FROM case_unit WHERE case_id = $1 ORDER BY id',
      [head.id],
    ),
    query<{ id: string; sealed: Buffer }>(
      engine.pool,
      'SELECT id, sealed FROM case_text WHERE case_id = $1 UNION ALL SELECT id, sealed FROM sealed_identity WHERE case_id = $1',
      [head.id],
    ),
  ]);
  const open = openerOf(head.wrapped && engine.vault.unwrap(head.id, head.wrapped), sealed);
  return {
    number: head.number,
    state: head.state,
    dueAt: head.due_at?.getTime() ?? null,
    events: events.map(eventOf),
    holdings,
    erased: head.wrapped === null,
    text: (id) => open(id) ?? ERASED,
    identity: (id) => JSON.parse(open(id) ?? '{}') as Record<string, string>,
  };
}

export const ERASED = '(已按规定删除)';

const openerOf = (key: DataKey | null, rows: readonly { id: string; sealed: Buffer }[]) => {
  const byId = new Map(rows.map((row) => [row.id, row.sealed]));
  return (id: string): string | undefined => {
    const sealed = byId.get(id);
    return key && sealed ? openText(key, sealed, id) : undefined;
  };
};

/** Everybody whom a case's events name: who did them, whom they were told to, and whom their inputs appoint. */
export const personsIn = (type: CaseType, events: readonly CaseEvent[]): readonly string[] =>
  events.flatMap(({ type: event, actor, data }) => [
    actor,
    ...('targets' in data ? (data.targets ?? []) : []),
    ...('input' in data ? appointedBy(type, event, data.input) : []),
  ]);

function appointedBy(type: CaseType, event: string, input: object): readonly string[] {
  const spec = [type.opens, ...Object.values(type.commands)].find((one) => one.event === event);
  if (!(spec?.input instanceof z.ZodObject)) return [];
  const values = input as Readonly<Record<string, unknown>>;
  return Object.entries(spec.input.shape).flatMap(([name, field]) =>
    metaOf(field as z.ZodType)['widget'] === 'colleague'
      ? [values[name]].flat().filter((value) => typeof value === 'string')
      : [],
  );
}
