import canonicalize from 'canonicalize';

/** Something that is not as it must be. */
export interface Finding {
  readonly caseId: string;
  /** Short name of the invariant. */
  readonly rule: string;
  readonly detail: string;
}

/** Two plain values as text that is equal when they are; dates count by their instant. */
export const comparable = (value: unknown): string =>
  canonicalize(JSON.parse(JSON.stringify(value ?? null)) as object) ?? 'null';

/** Rows that only one side has: `expected` from the log, `stored` in a table. */
export function rowDifferences(
  caseId: string,
  rule: string,
  expected: readonly object[],
  stored: readonly object[],
): readonly Finding[] {
  const left = stored.map(comparable);
  const missing: string[] = [];
  for (const row of expected.map(comparable)) {
    const found = left.indexOf(row);
    if (found >= 0) left.splice(found, 1);
    else missing.push(row);
  }
  return [
    ...missing.map((row) => ({ caseId, rule, detail: `missing ${row}` })),
    ...left.map((row) => ({ caseId, rule, detail: `not from the log: ${row}` })),
  ];
}
