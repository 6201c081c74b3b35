import { inTransaction, NO_CASE, type Pool, type Transaction } from './database.ts';
import { dateFindings } from './verify/dates.ts';
import { effectFindings } from './verify/effects.ts';
import type { Finding } from './verify/finding.ts';
import { levelFindings } from './verify/levels.ts';
import { lifeFindings } from './verify/life.ts';
import { chainFindings, commandFindings } from './verify/log.ts';
import { projectionFindings } from './verify/projections.ts';
import { loadBatch, loadCase, type StoredCase } from './verify/stored.ts';

export type { Finding } from './verify/finding.ts';

export interface VerifyOptions {
  /** Levels due by then must be recorded: leave a running system a minute. Epoch ms. */
  readonly now: number;
  /** Cases in memory at a time. */
  readonly batch?: number;
  /** Told after each batch how many cases were checked so far. */
  readonly onProgress?: (cases: number) => void;
}

type Check = (stored: StoredCase, now: number) => readonly Finding[];

const CHECKS: readonly Check[] = [
  chainFindings,
  commandFindings,
  projectionFindings,
  levelFindings,
  dateFindings,
  effectFindings,
  lifeFindings,
];

/** Holds the invariants of the log and of everything derived from it against the whole database, each batch as of one snapshot. */
export async function* findings(pool: Pool, options: VerifyOptions): AsyncGenerator<Finding> {
  const { now, batch = 200, onProgress } = options;
  yield* await inSnapshot(pool, strays);
  let checked = 0;
  for (let after = NO_CASE; ; ) {
    const cases = await inSnapshot(pool, (tx) => loadBatch(tx, after, batch));
    for (const stored of cases) yield* checkCase(stored, now);
    checked += cases.length;
    onProgress?.(checked);
    const last = cases.at(-1);
    if (!last || cases.length < batch) return;
    after = last.id;
  }
}

/** Every finding of a database; none means that all is well. */
export async function verify(pool: Pool, options: VerifyOptions): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for await (const finding of findings(pool, options)) found.push(finding);
  return found;
}

/** What is wrong with one case at this moment; a case without a row is astray. */
export async function findingsOf(
  pool: Pool,
  caseId: string,
  { now }: Pick<VerifyOptions, 'now'>,
): Promise<readonly Finding[]> {
  const stored = await inSnapshot(pool, (tx) => loadCase(tx, caseId));
  return stored ? checkCase(stored, now) : [{ caseId, rule: 'stray', detail: 'case_row has none' }];
}

/** A log that is broken enough to make a check fail is a finding too, and no reason to stop at it. */
function checkCase(stored: StoredCase, now: number): readonly Finding[] {
  return CHECKS.flatMap((check) => {
    try {
      return check(stored, now);
    } catch (error) {
      return [{ caseId: stored.id, rule: 'readable', detail: `${check.name}: ${String(error)}` }];
    }
  });
}

const inSnapshot = <T>(pool: Pool, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (tx) => {
    await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    // The sweep over all cases may take longer than a person's command is allowed to.
    await tx.query('SET LOCAL statement_timeout = 0');
    return work(tx);
  });

/** Rows that belong to no case, which going through the cases would never meet. */
async function strays(tx: Transaction): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const table of [
    'case_event',
    'command',
    'level_fired',
    'clock',
    'case_unit',
    'outbox',
    'document',
  ]) {
    const { rows } = await tx.query<{ case_id: string }>(
      `SELECT DISTINCT s.case_id FROM ${table} s WHERE NOT EXISTS (SELECT FROM case_row r WHERE r.id = s.case_id) LIMIT 1000`,
    );
    for (const { case_id: caseId } of rows) {
      found.push({ caseId, rule: 'stray', detail: `${table} has rows, case_row has none` });
    }
  }
  return found;
}
