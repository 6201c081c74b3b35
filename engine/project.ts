import type { CaseState } from '../domain/case-state.ts';
import type { Instant } from '../domain/calendar/civil.ts';
import type { Rules } from '../domain/define-case-type.ts';
import { wakeAt } from '../domain/timekeeping.ts';
import { worklistInstants } from '../domain/views.ts';
import type { Transaction } from './database.ts';

const date = (instant: Instant | undefined): Date | null =>
  instant === undefined ? null : new Date(instant);

/** The case's row as its state says it, column by column. */
export function caseRowOf(rules: Rules, state: CaseState) {
  const summary = rules.type.summary(state.facts);
  const worklist = worklistInstants(rules, state);
  return {
    id: state.caseId,
    type_id: rules.type.id,
    type_version: rules.type.version,
    policy_version: rules.policy.version,
    calendar_version: rules.calendar.version,
    version: state.version,
    stage: state.stage,
    ended: rules.type.states[state.stage]?.ended === true,
    state: JSON.stringify(state),
    matter: summary.matter,
    urgent: summary.urgent,
    town: summary.town ?? null,
    received_at: new Date(summary.receivedAt),
    opened_at: new Date(state.openedAt),
    last_at: new Date(state.lastAt),
    due_clock: worklist.dueClock ?? null,
    due_at: date(worklist.dueAt),
    yellow_at: date(worklist.yellowAt),
    red_at: date(worklist.redAt),
    provisional: worklist.provisional,
    wake_at: date(wakeAt(rules.type, state)),
    text_id: summary.text,
    address_id: summary.address,
    person_id: summary.person ?? null,
  };
}

/** What the row of a new case is given once: its number, and the digest by which cases of the same caller are found. */
export interface RowOfNew {
  readonly number: string;
  readonly personDigest: Buffer | undefined;
}

/** Writes the row; `born` is given at the opening only. */
export async function projectRow(
  tx: Transaction,
  rules: Rules,
  state: CaseState,
  headHash: Buffer,
  born?: RowOfNew,
): Promise<void> {
  const given = born && { number: born.number, person_digest: born.personDigest ?? null };
  const row = { ...caseRowOf(rules, state), head_hash: headHash, ...given };
  const columns = Object.keys(row);
  const values = Object.values(row);
  if (!born) {
    const sets = columns.map((column, i) => `${column} = $${i + 1}`).join(', ');
    await tx.query(`UPDATE case_row SET ${sets} WHERE id = $1`, values);
  } else {
    const places = columns.map((_, i) => `$${i + 1}`).join(', ');
    await tx.query(`INSERT INTO case_row (${columns.join(', ')}) VALUES (${places})`, values);
  }
}

/** Writes the clocks that differ from before. */
export async function projectClocks(
  tx: Transaction,
  state: CaseState,
  before: CaseState | undefined,
): Promise<void> {
  const changed = state.clocks.filter(
    (clock, i) => clock !== before?.clocks[i] && differs(clock, before?.clocks[i]),
  );
  if (changed.length === 0) return;
  await tx.query(
    `INSERT INTO clock (case_id, clock, round, revision, limit_key, started_at, nominal_due, statutory_due, internal_due, provisional, paused_at, ended_at, outcome, subject, object)
     SELECT $1, c->>'clock', (c->>'round')::int, (c->>'revision')::int, c->>'limitKey',
        to_timestamp((c->>'startedAt')::numeric / 1000), (c->>'nominal')::date,
        to_timestamp((c->>'statutoryDue')::numeric / 1000), to_timestamp((c->>'internalDue')::numeric / 1000),
        (c->>'provisional')::boolean, to_timestamp((c->>'pausedAt')::numeric / 1000), to_timestamp((c->>'endedAt')::numeric / 1000), c->>'outcome', c->>'subject', c->>'object'
       FROM unnest($2::jsonb[]) AS c
     ON CONFLICT (case_id, clock, round) DO UPDATE SET revision = EXCLUDED.revision,
        nominal_due = EXCLUDED.nominal_due, statutory_due = EXCLUDED.statutory_due, internal_due = EXCLUDED.internal_due,
        provisional = EXCLUDED.provisional, paused_at = EXCLUDED.paused_at, ended_at = EXCLUDED.ended_at, outcome = EXCLUDED.outcome`,
    [state.caseId, changed.map((clock) => JSON.stringify(clock))],
  );
}

/** Fired levels have a table of their own; everything else of a clock is a column. */
const differs = (
  clock: CaseState['clocks'][number],
  old: CaseState['clocks'][number] | undefined,
) =>
  !old ||
  clock.endedAt !== old.endedAt ||
  clock.revision !== old.revision ||
  clock.pausedAt !== old.pausedAt ||
  clock.provisional !== old.provisional ||
  clock.statutoryDue !== old.statutoryDue ||
  clock.internalDue !== old.internalDue;

/** Ends and starts the holdings of units that changed. */
export async function projectHolders(
  tx: Transaction,
  rules: Rules,
  state: CaseState,
  before: CaseState | undefined,
): Promise<void> {
  const had = before ? rules.type.holders(before.facts) : [];
  const has = rules.type.holders(state.facts);
  const same = (a: (typeof has)[number], b: (typeof has)[number]) =>
    a.unit === b.unit && a.part === b.part;
  const at = new Date(state.lastAt);
  const left = had.filter((old) => !has.some((now) => same(old, now)));
  const came = has.filter((now) => !had.some((old) => same(old, now)));
  await Promise.all([
    ...left.map(({ unit, part }) =>
      tx.query(
        `UPDATE case_unit SET "to" = $4 WHERE case_id = $1 AND unit = $2 AND part = $3 AND "to" IS NULL`,
        [state.caseId, unit, part, at],
      ),
    ),
    ...came.map(({ unit, part }) =>
      tx.query('INSERT INTO case_unit (case_id, unit, part, "from") VALUES ($1, $2, $3, $4)', [
        state.caseId,
        unit,
        part,
        at,
      ]),
    ),
  ]);
}
