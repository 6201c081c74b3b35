import { civilDate, dayOf } from '../domain/calendar/civil.ts';
import type { AnyCommandSpec, CaseType } from '../domain/define-case-type.ts';
import { documentNumber } from '../domain/definition/documents.ts';
import { type Refusal, refuse } from '../domain/rejection.ts';
import type { Transaction } from './database.ts';

/** Which document a step issues: its kind, and the number that somebody wrote on it by hand. */
interface Issue {
  readonly caseId: string;
  readonly version: number;
  readonly kind: string;
  readonly series: string;
  readonly at: number;
  readonly written?: string;
}

/** The number of the document that a command issues, taken for good; undefined when it issues none. */
export async function takeNumber(
  tx: Transaction,
  type: CaseType,
  { issues: kind }: AnyCommandSpec,
  input: object,
  step: { readonly caseId: string; readonly version: number; readonly at: number },
): Promise<string | Refusal | undefined> {
  if (kind === undefined) return undefined;
  const series = type.documents?.[kind]?.series;
  if (series === undefined) throw new Error(`${type.id} has no document ${kind}`);
  const written = (input as { readonly documentNumber?: string }).documentNumber;
  const issue: Issue = { ...step, kind, series, ...(written !== undefined && { written }) };
  return written === undefined ? nextNumber(tx, issue) : writtenNumber(tx, issue, written);
}

async function writtenNumber(
  tx: Transaction,
  issue: Issue,
  number: string,
): Promise<string | Refusal> {
  const taken = refuse('DOCUMENT_NUMBER_TAKEN', {
    field: 'input.documentNumber',
    details: { number },
  });
  return (await keep(tx, issue, number)) ? number : taken;
}

/** Numbers that were written by hand are passed over. */
async function nextNumber(tx: Transaction, issue: Issue): Promise<string> {
  const year = Number(civilDate(dayOf(issue.at)).slice(0, 4));
  for (;;) {
    const { rows } = await tx.query<{ last: number }>(
      `INSERT INTO number_series (series, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1 RETURNING last`,
      [issue.series, year],
    );
    const number = documentNumber(issue.series, year, rows[0]?.last ?? Number.NaN);
    if (await keep(tx, issue, number)) return number;
  }
}

/** False when the number is another document's. */
async function keep(
  tx: Transaction,
  { kind, caseId, version, at }: Issue,
  number: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `INSERT INTO document (number, kind, case_id, version, issued_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [number, kind, caseId, version, new Date(at)],
  );
  return rowCount === 1;
}
