import type { Instant } from './calendar/civil.ts';
import type { CaseEvent, StepData } from './case-state.ts';
import type { CaseDocument } from './definition/documents.ts';
import type { KnownLink } from './definition/links.ts';

/** The documents of a case after a step that issued one or proves that one was served. */
export function documentsAfter(
  documents: readonly CaseDocument[],
  { at, occurredAt = at }: Pick<CaseEvent, 'at' | 'occurredAt'>,
  { document, served }: StepData,
): readonly CaseDocument[] {
  if (!document && !served) return documents;
  const known = documents.map((one) =>
    one.number === served?.number ? { ...one, servedAt: occurredAt } : one,
  );
  return document ? [...known, { ...document, issuedAt: at }] : known;
}

/** The ties of a case after a step that tied or untied it. */
export function linksAfter(
  links: readonly KnownLink[],
  at: Instant,
  { linked = [], unlinked = [] }: StepData,
): readonly KnownLink[] {
  if (linked.length === 0 && unlinked.length === 0) return links;
  const known = links.map((link) => {
    const undone = unlinked.some(
      ({ kind, end, caseId }) => link.kind === kind && link.end === end && link.caseId === caseId,
    );
    return undone && link.endedAt === undefined ? { ...link, endedAt: at } : link;
  });
  return [...known, ...linked.map((link) => ({ ...link, at }))];
}
