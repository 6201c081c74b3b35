import type { CaseEvent } from '../domain/case-state.ts';
import { chainHash } from './chain.ts';
import type { Transaction } from './database.ts';

/** An event with the id of the command that caused it: a person's, or the key of what fell due. */
export interface Recorded {
  readonly event: CaseEvent;
  readonly commandId: string;
}

/** An event with its place in the chain. */
export interface Linked extends Recorded {
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/** Chains events to `head`, in their order. */
export function link(head: Buffer, records: readonly Recorded[]): readonly Linked[] {
  let previous = head;
  return records.map(({ event, commandId }) => {
    const prevHash = previous;
    previous = chainHash(prevHash, event, commandId);
    return { event, commandId, prevHash, hash: previous };
  });
}

/** Appends events to the log. The only writer of case_event. */
export async function append(tx: Transaction, rows: readonly Linked[]): Promise<void> {
  await tx.query(
    `INSERT INTO case_event (case_id, version, type, schema, at, due_at, occurred_at, command_id,
        actor, actor_kind, role, unit, data, prev_hash, hash)
     SELECT (e->>'caseId')::uuid, (e->>'version')::int, e->>'type', (e->>'schema')::int,
        to_timestamp((e->>'at')::numeric / 1000), to_timestamp((e->>'dueAt')::numeric / 1000),
        to_timestamp((e->>'occurredAt')::numeric / 1000), command_id,
        e->>'actor', e->>'actorKind', e->>'role', e->>'unit', e->'data', prev_hash, hash
       FROM unnest($1::jsonb[], $2::text[], $3::bytea[], $4::bytea[]) AS row(e, command_id, prev_hash, hash)`,
    [
      rows.map(({ event }) => JSON.stringify(event)),
      rows.map(({ commandId }) => commandId),
      rows.map(({ prevHash }) => prevHash),
      rows.map(({ hash }) => hash),
    ],
  );
}

export interface EventRow {
  readonly case_id: string;
  readonly version: number;
  readonly type: string;
  readonly schema: number;
  readonly at: Date;
  readonly due_at: Date | null;
  readonly occurred_at: Date | null;
  readonly command_id: string;
  readonly actor: string;
  readonly actor_kind: 'person' | 'system';
  readonly role: string;
  readonly unit: string;
  readonly data: CaseEvent['data'];
  readonly prev_hash: Buffer;
  readonly hash: Buffer;
}

/** A stored row as the domain knows it. */
export const eventOf = (row: EventRow): CaseEvent => ({
  caseId: row.case_id,
  version: row.version,
  type: row.type,
  schema: row.schema,
  at: row.at.getTime(),
  ...(row.due_at && { dueAt: row.due_at.getTime() }),
  ...(row.occurred_at && { occurredAt: row.occurred_at.getTime() }),
  actor: row.actor,
  actorKind: row.actor_kind,
  role: row.role,
  unit: row.unit,
  data: row.data,
});
