import type { CaseState } from '../domain/case-state.ts';
import type { KnownLink } from '../domain/definition/links.ts';
import type { Transaction } from './database.ts';

/** Writes the services of documents that are new; the documents themselves were kept when their numbers were taken. */
export async function projectServices(
  tx: Transaction,
  state: CaseState,
  before: CaseState | undefined,
): Promise<void> {
  const served = state.documents.filter(
    ({ servedAt }, i) => servedAt !== undefined && servedAt !== before?.documents[i]?.servedAt,
  );
  await Promise.all(
    served.map(({ number, servedAt = 0 }) =>
      tx.query('UPDATE document SET served_at = $2 WHERE number = $1', [
        number,
        new Date(servedAt),
      ]),
    ),
  );
}

/** Writes the ties that are new or were undone, once for both cases: by the case from which they go. */
export async function projectLinks(
  tx: Transaction,
  state: CaseState,
  before: CaseState | undefined,
): Promise<void> {
  const had = before?.links ?? [];
  const outgoing = state.links.flatMap((link, i) =>
    link.end === 'to' ? [{ link, old: had[i] }] : [],
  );
  await Promise.all(
    outgoing.map(async ({ link, old }) => {
      if (!old) await insert(tx, state.caseId, link);
      if (link.endedAt !== undefined && old?.endedAt !== link.endedAt) {
        await end(tx, state.caseId, link, link.endedAt);
      }
    }),
  );
}

const insert = (tx: Transaction, from: string, link: KnownLink): Promise<unknown> =>
  tx.query('INSERT INTO link (kind, from_case, to_case, object, at) VALUES ($1, $2, $3, $4, $5)', [
    link.kind,
    from,
    link.caseId,
    link.object ?? null,
    new Date(link.at),
  ]);

const end = (tx: Transaction, from: string, link: KnownLink, at: number): Promise<unknown> =>
  tx.query(
    'UPDATE link SET ended_at = $4 WHERE kind = $1 AND from_case = $2 AND to_case = $3 AND ended_at IS NULL',
    [link.kind, from, link.caseId, new Date(at)],
  );
