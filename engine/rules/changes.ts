import { civilDate, dayOf } from '../../domain/calendar/civil.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { type Refusal, refuse } from '../../domain/rejection.ts';
import type { RulesTarget } from '../../domain/rules-change.ts';
import { inTransaction, type Pool, query } from '../database.ts';
import type { Engine } from '../engine.ts';
import type { ApprovedChange } from './apply-change.ts';
import type { Selection, Shown } from './change-cases.ts';

export type LineState = 'planned' | 'applied' | 'unchanged' | 'differs' | 'failed';

/** A change with how far it has come. */
export interface ChangeRow {
  readonly id: string;
  readonly kind: RulesTarget['kind'];
  readonly version: string;
  readonly selection: Selection;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly approved_by: string | null;
  readonly approved_at: Date | null;
  readonly paused: boolean;
  readonly finished_at: Date | null;
  readonly counts: Readonly<Partial<Record<LineState, number>>>;
  /** Cases of it that have a clock which moves. */
  readonly moving: number;
}

const CHANGES = `SELECT c.*, l.counts, l.moving FROM rule_change c CROSS JOIN LATERAL (
    SELECT COALESCE(jsonb_object_agg(state, n), '{}') AS counts, COALESCE(sum(moving), 0)::int AS moving
      FROM (SELECT state, count(*) AS n, count(*) FILTER (WHERE plan <> '[]') AS moving
              FROM rule_change_case WHERE change_id = c.id GROUP BY state) AS by_state) AS l`;

/** The newest changes first. */
export const readChanges = (pool: Pool): Promise<ChangeRow[]> =>
  query<ChangeRow>(pool, `${CHANGES} ORDER BY c.proposed_at DESC LIMIT 100`);

export async function readChange(pool: Pool, id: string): Promise<ChangeRow | undefined> {
  const [row] = await query<ChangeRow>(pool, `${CHANGES} WHERE c.id = $1`, [id]);
  return row;
}

/** A case of a change, as it was shown and what came of it. */
export interface ChangeLine {
  readonly case_id: string;
  readonly number: string;
  readonly type_id: string;
  readonly type_version: number;
  readonly state: LineState;
  readonly plan: readonly Shown[];
  readonly problem: string | null;
}

/** Lines of a change in the order of their numbers, from behind one on; those that move first when `moving` is asked for. */
export const readLines = (
  pool: Pool,
  id: string,
  {
    after,
    state,
    limit,
  }: {
    readonly after?: string | undefined;
    readonly state?: LineState | undefined;
    readonly limit: number;
  },
): Promise<ChangeLine[]> =>
  query<ChangeLine>(
    pool,
    `SELECT l.case_id, l.number, r.type_id, r.type_version, l.state, l.plan, l.problem
       FROM rule_change_case l JOIN case_row r ON r.id = l.case_id
      WHERE l.change_id = $1 AND l.number > $2 AND ($3::text IS NULL OR l.state = $3)
      ORDER BY l.number LIMIT $4`,
    [id, after ?? '', state ?? null, limit],
  );

/**
 * A second person approves what was shown. Approving again takes in the cases that differed, as they are shown now, and
 * those that failed.
 */
export const approveChange = (
  { pool }: Engine,
  id: string,
  { person, now }: { readonly person: string; readonly now: number },
): Promise<Refusal | undefined> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ proposed_by: string; from: string | null }>(
      `SELECT c.proposed_by, p.effective_from::text AS from FROM rule_change c
         LEFT JOIN policy_version p ON c.kind = 'policy' AND p.version = c.version WHERE c.id = $1 FOR UPDATE OF c`,
      [id],
    );
    const [found] = rows;
    if (!found) return refuse('NO_SUCH_CHANGE');
    if (found.proposed_by === person) return refuse('PROPOSER_APPROVES');
    if (found.from !== null && found.from > civilDate(dayOf(now))) {
      return refuse('NOT_IN_FORCE', { details: { effectiveFrom: found.from } });
    }
    await tx.query(
      `UPDATE rule_change SET approved_by = $2, approved_at = $3, finished_at = NULL WHERE id = $1`,
      [id, person, new Date(now)],
    );
    await tx.query(
      `UPDATE rule_change_case SET state = 'planned', problem = NULL WHERE change_id = $1 AND state IN ('differs', 'failed')`,
      [id],
    );
    return undefined;
  });

/** Once this has returned no further case is carried over, or they go on. */
export async function setPaused(
  { pool }: Engine,
  id: string,
  paused: boolean,
): Promise<Refusal | undefined> {
  const rows = await query(
    pool,
    'UPDATE rule_change SET paused = $2 WHERE id = $1 AND approved_at IS NOT NULL RETURNING 1',
    [id, paused],
  );
  return rows.length === 0 ? refuse('NO_SUCH_CHANGE') : undefined;
}

interface ApprovedRow {
  readonly kind: RulesTarget['kind'];
  readonly version: string;
  readonly person: string;
  readonly unit: string;
  readonly paused: boolean;
}

/** An approved change with the one who approved it; undefined when it was never approved. */
export async function approvedChange(
  pool: Pool,
  id: string,
): Promise<(ApprovedChange & { readonly paused: boolean }) | undefined> {
  const [row] = await query<ApprovedRow>(
    pool,
    `SELECT c.kind, c.version, c.paused, p.id AS person, p.unit FROM rule_change c JOIN person p ON p.id = c.approved_by WHERE c.id = $1`,
    [id],
  );
  if (!row) return undefined;
  const approver: Actor = { id: row.person, kind: 'person', unit: row.unit, roles: [] };
  return { id, target: { kind: row.kind, version: row.version }, approver, paused: row.paused };
}

/** Cases of a change that still wait, a batch of them. */
export const waitingCases = (
  pool: Pool,
  id: string,
  limit: number,
): Promise<{ case_id: string }[]> =>
  query(
    pool,
    `SELECT case_id FROM rule_change_case WHERE change_id = $1 AND state = 'planned' ORDER BY case_id LIMIT $2`,
    [id, limit],
  );

export const noteFailed = (
  pool: Pool,
  id: string,
  caseId: string,
  problem: string,
): Promise<unknown> =>
  query(
    pool,
    `UPDATE rule_change_case SET state = 'failed', problem = $3, at = clock_timestamp() WHERE change_id = $1 AND case_id = $2 AND state = 'planned'`,
    [id, caseId, problem],
  );

export const noteFinished = (pool: Pool, id: string): Promise<unknown> =>
  query(
    pool,
    `UPDATE rule_change SET finished_at = clock_timestamp() WHERE id = $1 AND finished_at IS NULL
        AND NOT EXISTS (SELECT FROM rule_change_case WHERE change_id = $1 AND state = 'planned')`,
    [id],
  );

/** Changes whose workflow has to run: approved, not paused, not at their end. */
export const runnableChanges = (pool: Pool): Promise<{ id: string }[]> =>
  query(
    pool,
    'SELECT id FROM rule_change WHERE approved_at IS NOT NULL AND NOT paused AND finished_at IS NULL',
  );
