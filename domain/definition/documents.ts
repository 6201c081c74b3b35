import type { Instant } from '../calendar/civil.ts';

/** A document (文书) that a case type issues. Its number is taken inside the transaction that records the issue. */
export interface DocumentSpec<Role extends string = string> {
  readonly label: string;
  /** First part of its number: `青信意` gives 青信意〔2026〕12号, counted by year. */
  readonly series: string;
  /** Whose signature it carries: a role of the command that issues it. */
  readonly signer: Role;
}

/** A document as the event that issued it keeps it. */
export interface DocumentRef {
  /** Key of the type's documents. */
  readonly kind: string;
  readonly number: string;
}

/** A document of a case: issued, and served once its proof of service (送达回证) is on record. */
export interface CaseDocument extends DocumentRef {
  readonly issuedAt: Instant;
  /** Business time of the service. */
  readonly servedAt?: Instant;
}

/** The newest document of a kind; undefined when none was issued. */
export const newestDocument = (
  documents: readonly CaseDocument[],
  kind: string,
): CaseDocument | undefined => documents.findLast((one) => one.kind === kind);

/** `青信意〔2026〕12号`. */
export const documentNumber = (series: string, year: number, n: number): string =>
  `${series}〔${year}〕${n}号`;
