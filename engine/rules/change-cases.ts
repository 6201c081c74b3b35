import { randomUUID } from 'node:crypto';
import type { CaseState } from '../../domain/case-state.ts';
import { refuse, type Refusal } from '../../domain/rejection.ts';
import { caseTypeOf } from '../../domain/registry.ts';
import type { Replan } from '../../domain/replan.ts';
import { replanUnder, type RulesTarget } from '../../domain/rules-change.ts';
import { inTransaction, NO_CASE, type Transaction } from '../database.ts';
import type { Engine } from '../engine.ts';
import { isPublished } from './publish.ts';

/** Which open cases a change concerns; everything left out is all of them. */
export interface Selection {
  readonly types?: readonly string[] | undefined;
  /** Units that hold the case now. */
  readonly units?: readonly string[] | undefined;
  readonly numbers?: readonly string[] | undefined;
}

/** What is shown of a clock that moves, and compared when it does: everything but the stored move. */
export type Shown = Omit<Replan, 'move'>;

export const shownOf = (plans: readonly Replan[]): readonly Shown[] =>
  plans.map(({ move: _move, ...shown }) => shown);

const BATCH = 200;

/**
 * Proposes a change: for each case that is not final and not under these rules yet, every clock that would move with its old
 * and its new dates and levels. Touches no case. Returns the change's id.
 */
export async function proposeChange(
  engine: Engine,
  target: RulesTarget,
  selection: Selection,
  { person, now }: { readonly person: string; readonly now: number },
): Promise<string | Refusal> {
  if (!isPublished(target)) {
    return refuse('NO_SUCH_VERSION', {
      field: 'body.version',
      details: { version: target.version },
    });
  }
  const id = randomUUID();
  const proposed = await inTransaction(
    engine.pool,
    async (tx) => {
      await tx.query(
        `INSERT INTO rule_change (id, kind, version, selection, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, $6)`,
        [id, target.kind, target.version, JSON.stringify(selection), person, new Date(now)],
      );
      return planAll(tx, id, target, selection);
    },
    (cases) => cases > 0,
  );
  return proposed > 0
    ? id
    : refuse('NO_CASES_TO_CHANGE', { field: 'body.select', details: { version: target.version } });
}

async function planAll(
  tx: Transaction,
  id: string,
  target: RulesTarget,
  selection: Selection,
): Promise<number> {
  let planned = 0;
  for (let after = NO_CASE; ; ) {
    const found = await chosen(tx, target, selection, after);
    const open = found.filter(({ state }) => !isFinal(state));
    await storePlans(tx, id, target, open);
    planned += open.length;
    const last = found.at(-1);
    if (!last || found.length < BATCH) return planned;
    after = last.id;
  }
}

const isFinal = ({ rules, stage }: CaseState): boolean =>
  caseTypeOf(rules.type).states[stage]?.final === true;

interface Chosen {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
}

async function chosen(
  tx: Transaction,
  { kind, version }: RulesTarget,
  { types, units, numbers }: Selection,
  after: string,
): Promise<readonly Chosen[]> {
  const column = kind === 'policy' ? 'policy_version' : 'calendar_version';
  const { rows } = await tx.query<Chosen>(
    `SELECT id, number, state FROM case_row r
      WHERE id > $1 AND ${column} <> $2
        AND ($3::text[] IS NULL OR type_id = ANY($3))
        AND ($4::text[] IS NULL OR number = ANY($4))
        AND ($5::text[] IS NULL OR EXISTS
          (SELECT FROM case_unit u WHERE u.case_id = r.id AND u."to" IS NULL AND u.unit = ANY($5)))
      ORDER BY id LIMIT ${BATCH}`,
    [after, version, types ?? null, numbers ?? null, units ?? null],
  );
  return rows;
}

async function storePlans(
  tx: Transaction,
  id: string,
  target: RulesTarget,
  cases: readonly Chosen[],
): Promise<void> {
  const plans = cases.map(({ state }) => planOf(state, target));
  await tx.query(
    `INSERT INTO rule_change_case (change_id, case_id, number, state, plan, problem)
     SELECT $1, case_id, number, state, plan, problem
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::text[]) AS row(case_id, number, state, plan, problem)`,
    [
      id,
      cases.map((one) => one.id),
      cases.map(({ number }) => number),
      plans.map(({ problem }) => (problem === null ? 'planned' : 'failed')),
      plans.map(({ shown }) => JSON.stringify(shown)),
      plans.map(({ problem }) => problem),
    ],
  );
}

/** A case that the new rules cannot carry stands in the list with the reason, and does not stop the others. */
function planOf(state: CaseState, target: RulesTarget) {
  try {
    return { shown: shownOf(replanUnder(state, target)), problem: null };
  } catch (error) {
    return { shown: [], problem: error instanceof Error ? error.message : String(error) };
  }
}
