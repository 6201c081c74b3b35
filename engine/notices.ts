import type { Transaction } from './database.ts';

/** Who is told of one event, and whether the notice also leaves the house. */
export interface NoticeOf {
  readonly caseId: string;
  readonly version: number;
  /** Event type, or `level:L3` and the like. */
  readonly kind: string;
  readonly at: number;
  readonly persons: readonly string[];
  readonly sends: boolean;
  /** Held until then, in quiet hours; left out: sent at once. */
  readonly notBefore?: number;
}

/** The payload of a notice that leaves the house: ids and codes only. */
export interface NoticePayload {
  readonly caseId: string;
  readonly number: string;
  readonly version: number;
  readonly kind: string;
  readonly persons: readonly string[];
}

/** Writes inbox rows and, for those that leave the house, an outbox row. Returns the ids of the effects that may be carried out at once. */
export async function writeNotices(
  tx: Transaction,
  number: string,
  notices: readonly NoticeOf[],
): Promise<readonly string[]> {
  const sent = notices.filter(({ sends }) => sends);
  await Promise.all([writeInbox(tx, notices), writeOutbox(tx, number, sent)]);
  return sent.filter(({ notBefore }) => notBefore === undefined).map(effectId);
}

async function writeInbox(tx: Transaction, notices: readonly NoticeOf[]): Promise<void> {
  const inbox = notices.flatMap((notice) =>
    notice.persons.map((person, i) => ({ ...notice, person, id: `${effectId(notice)}:${i}` })),
  );
  if (inbox.length === 0) return;
  await tx.query(
    `INSERT INTO notice (id, person, case_id, version, kind, created_at)
     SELECT * FROM unnest($1::text[], $2::text[], $3::uuid[], $4::int[], $5::text[], $6::timestamptz[])`,
    [
      inbox.map(({ id }) => id),
      inbox.map(({ person }) => person),
      inbox.map(({ caseId }) => caseId),
      inbox.map(({ version }) => version),
      inbox.map(({ kind }) => kind),
      inbox.map(({ at }) => new Date(at)),
    ],
  );
}

async function writeOutbox(
  tx: Transaction,
  number: string,
  sent: readonly NoticeOf[],
): Promise<void> {
  if (sent.length === 0) return;
  await tx.query(
    `INSERT INTO outbox (id, case_id, kind, payload, created_at, not_before)
     SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::jsonb[], $5::timestamptz[], $6::timestamptz[])`,
    [
      sent.map(effectId),
      sent.map(({ caseId }) => caseId),
      sent.map(() => 'notice'),
      sent.map(({ caseId, version, kind, persons }) =>
        JSON.stringify({ caseId, number, version, kind, persons } satisfies NoticePayload),
      ),
      sent.map(({ at }) => new Date(at)),
      sent.map(({ notBefore }) => (notBefore === undefined ? null : new Date(notBefore))),
    ],
  );
}

/** case:version:n — one effect an event so far. */
const effectId = ({ caseId, version }: NoticeOf): string => `${caseId}:${version}:1`;
