import type { CaseEvent, CaseState, OpeningData } from '../../domain/case-state.ts';
import { LEVEL_REACHED, type LevelData } from '../../domain/case-state.ts';
import { levelKey } from '../../domain/clocks/clock.ts';
import { evolve } from '../../domain/evolve.ts';
import { rulesOf } from '../../domain/registry.ts';
import { inTransaction, type Transaction } from '../database.ts';
import type { Engine } from '../engine.ts';
import { type EventRow, eventOf } from '../log.ts';
import { personDigestAgain } from '../person-digest.ts';
import { projectClocks, projectHolders, projectRow } from '../project.ts';
import { projectPrecedent } from '../project-precedent.ts';
import { projectLinks } from '../project-records.ts';

export type RebuildPorts = Pick<Engine, 'pool' | 'vault'>;

/** What is derived from a case's log and names the case in a column of this name. */
const DERIVED = {
  clock: 'case_id',
  level_fired: 'case_id',
  case_unit: 'case_id',
  document: 'case_id',
  precedent: 'case_id',
  link: 'from_case',
} as const;

/**
 * Writes everything that is derived from a case's log anew, under the case's lock. False when its row is gone and its log is
 * from before it told the case's number: then a person has to restore it. Throws when a row is gone whose sealed identity the
 * vault cannot open.
 */
export const rebuild = ({ pool, vault }: RebuildPorts, caseId: string): Promise<boolean> =>
  inTransaction(pool, async (tx) => {
    const known = await tx.query<{ number: string }>(
      'SELECT number FROM case_row WHERE id = $1 FOR UPDATE',
      [caseId],
    );
    const { rows } = await tx.query<EventRow>(
      'SELECT * FROM case_event WHERE case_id = $1 ORDER BY version',
      [caseId],
    );
    const events = rows.map(eventOf);
    const [opening] = events;
    const head = rows.at(-1)?.hash;
    const number = known.rows[0]?.number ?? (opening?.data as OpeningData | undefined)?.number;
    if (!opening || !head || number === undefined) return false;
    for (const [table, column] of Object.entries(DERIVED)) {
      await tx.query(`DELETE FROM ${table} WHERE ${column} = $1`, [caseId]);
    }
    const state = await projectAll(tx, events);
    const rules = rulesOf(state.rules);
    const born =
      known.rows.length === 0
        ? { number, personDigest: await personDigestAgain(tx, vault, rules.type, opening) }
        : undefined;
    await projectRow(tx, rules, state, head, born);
    await projectClocks(tx, state, undefined);
    await tx.query(
      'INSERT INTO telling (case_id, told_version) VALUES ($1, 0) ON CONFLICT DO NOTHING',
      [caseId],
    );
    return true;
  });

async function projectAll(tx: Transaction, events: readonly CaseEvent[]): Promise<CaseState> {
  let state: CaseState | undefined;
  for (const event of events) {
    const before = state;
    state = evolve(before, event);
    await projectHolders(tx, rulesOf(state.rules), state, before);
    await projectLinks(tx, state, before);
    await projectPrecedent(tx, state, before);
    await projectDocument(tx, event);
    if (event.type === LEVEL_REACHED) await projectLevel(tx, event);
  }
  if (!state) throw new Error('an empty log folds to nothing');
  return state;
}

async function projectLevel(tx: Transaction, event: CaseEvent): Promise<void> {
  const level = event.data as LevelData;
  const key = levelKey(event.caseId, level, level.level);
  await tx.query(
    'INSERT INTO level_fired (key, case_id, version, due_at, at) VALUES ($1, $2, $3, $4, $5)',
    [key, event.caseId, event.version, new Date(event.dueAt ?? event.at), new Date(event.at)],
  );
}

async function projectDocument(tx: Transaction, event: CaseEvent): Promise<void> {
  const { document, served } = event.data as {
    document?: { kind: string; number: string };
    served?: { number: string };
  };
  const { caseId, version, at, occurredAt = at } = event;
  if (document) {
    await tx.query(
      'INSERT INTO document (number, kind, case_id, version, issued_at) VALUES ($1, $2, $3, $4, $5)',
      [document.number, document.kind, caseId, version, new Date(at)],
    );
  }
  if (served) {
    await tx.query('UPDATE document SET served_at = $2 WHERE number = $1', [
      served.number,
      new Date(occurredAt),
    ]);
  }
}
