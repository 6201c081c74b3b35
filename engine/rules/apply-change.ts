import canonicalize from 'canonicalize';
import type { Actor } from '../../domain/define-case-type.ts';
import { replanUnder, rulesChanged, type RulesTarget } from '../../domain/rules-change.ts';
import type { Telling } from '../../domain/telling.ts';
import { claim, commandId, knownAnswer } from '../answers.ts';
import type { Change } from '../change.ts';
import { inTransaction, type Transaction } from '../database.ts';
import type { Engine } from '../engine.ts';
import { lock, readClock } from '../locking.ts';
import { type Shown, shownOf } from './change-cases.ts';
import { withKnownRules } from './known.ts';

/** An approved change, as its cases are carried over. */
export interface ApprovedChange {
  readonly id: string;
  readonly target: RulesTarget;
  readonly approver: Actor;
}

/** What came of one case; `paused` and `gone` leave it as it was. */
export type Carried = 'applied' | 'unchanged' | 'differs' | 'paused' | 'gone';

/**
 * Puts one case under the rules of a change, in one transaction with its row in the change's list. What is due under the
 * old rules comes first. Nothing moves that the approver has not seen: a case whose clocks would move otherwise than shown
 * stays, with the new plan to be seen. Safe to call any number of times.
 */
export async function applyTo(
  engine: Engine,
  change: ApprovedChange,
  caseId: string,
): Promise<Carried> {
  const { carried, telling } = await withKnownRules(engine.pool, () =>
    inTransaction(engine.pool, (tx) => applyIn(tx, engine, change, caseId)),
  );
  if (telling) engine.tell(telling);
  return carried;
}

interface Done {
  readonly carried: Carried;
  readonly telling?: Telling;
}

async function applyIn(
  tx: Transaction,
  engine: Engine,
  change: ApprovedChange,
  caseId: string,
): Promise<Done> {
  const id = commandId(engine.vault, change.approver.id, `${change.id}:${caseId}`, change.target);
  const [locked, known, now, row] = await Promise.all([
    lock(tx, caseId),
    knownAnswer(tx, id),
    readClock(tx, engine),
    waiting(tx, change.id, caseId),
  ]);
  if (!locked || !row) return { carried: 'gone' };
  if (row.paused) return { carried: 'paused' };
  if (known || isUnder(locked, change.target)) {
    return note(tx, change.id, caseId, { carried: known ? 'applied' : 'unchanged', now });
  }
  await locked.recordDue(tx, now);
  const shown = shownOf(replanUnder(locked.state, change.target));
  const seen = isSeen(shown, row.plan);
  if (seen) {
    const by = { change: change.id, actor: change.approver };
    const event = rulesChanged(locked.state, change.target, by, now);
    await claim(tx, id, caseId, event.version, event.at);
    await locked.changeRules(tx, event, id.id, now);
  }
  const telling = locked.isEmpty ? undefined : await locked.store(tx, engine.metrics);
  const carried = seen ? 'applied' : 'differs';
  await note(tx, change.id, caseId, { carried, now, ...(!seen && { plan: shown }) });
  return { carried, ...(telling && { telling }) };
}

interface Waiting {
  readonly plan: readonly Shown[];
  readonly paused: boolean;
}

/** The case's line in the list. Holds the change against being paused meanwhile: once it is, no case is carried over. */
async function waiting(
  tx: Transaction,
  changeId: string,
  caseId: string,
): Promise<Waiting | undefined> {
  const { rows } = await tx.query<Waiting>(
    `SELECT l.plan, c.paused FROM rule_change_case l JOIN rule_change c ON c.id = l.change_id
      WHERE l.change_id = $1 AND l.case_id = $2 AND l.state = 'planned' AND c.approved_at IS NOT NULL FOR SHARE OF c`,
    [changeId, caseId],
  );
  return rows[0];
}

const isUnder = ({ state }: Change, { kind, version }: RulesTarget): boolean =>
  state.rules[kind] === version;

/** A clock that was shown and has ended since, or fired what it would have fired, is no surprise; one that was not shown is. */
function isSeen(now: readonly Shown[], shown: readonly Shown[]): boolean {
  const known = new Map(shown.map((one) => [nameOf(one), datesOf(one)]));
  return now.every((one) => known.get(nameOf(one)) === datesOf(one));
}

const nameOf = ({ clock, round }: Shown): string => `${clock} ${round}`;

/** Which levels are on record by now is no part of what was decided. */
const datesOf = ({ from, to, levels }: Shown): string =>
  canonicalize({ from, to, levels: levels.map(({ fired: _fired, ...level }) => level) }) ?? '';

async function note(
  tx: Transaction,
  changeId: string,
  caseId: string,
  { carried, now, plan }: { carried: Carried; now: number; plan?: readonly Shown[] },
): Promise<Done> {
  await tx.query(
    `UPDATE rule_change_case SET state = $3, at = $4, plan = COALESCE($5::jsonb, plan), problem = NULL WHERE change_id = $1 AND case_id = $2`,
    [changeId, caseId, carried, new Date(now), plan === undefined ? null : JSON.stringify(plan)],
  );
  return { carried };
}
