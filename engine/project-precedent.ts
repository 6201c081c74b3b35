import type { CaseState } from '../domain/case-state.ts';
import type { Transaction } from './database.ts';

/** What a coordination settled, as the facts of a case keep it: where matters of a topic in a town belong. */
export interface Precedent {
  readonly topic: string;
  readonly town?: string;
  readonly leadUnit: string;
}

/** The precedent that a case set; undefined when none was. */
const precedentOf = ({ facts }: CaseState): Precedent | undefined =>
  (facts as { readonly precedent?: Precedent }).precedent;

/** Keeps the precedent of a case for later dispatches; dated by the step that set it or changed it. */
export async function projectPrecedent(
  tx: Transaction,
  state: CaseState,
  before: CaseState | undefined,
): Promise<void> {
  const precedent = precedentOf(state);
  if (!precedent || JSON.stringify(precedent) === JSON.stringify(before && precedentOf(before))) {
    return;
  }
  const { topic, town = null, leadUnit } = precedent;
  await tx.query(
    `INSERT INTO precedent AS p (case_id, topic, town, lead_unit, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (case_id) DO UPDATE SET topic = EXCLUDED.topic, town = EXCLUDED.town, lead_unit = EXCLUDED.lead_unit, at = EXCLUDED.at
      WHERE (p.topic, p.town, p.lead_unit) IS DISTINCT FROM (EXCLUDED.topic, EXCLUDED.town, EXCLUDED.lead_unit)`,
    [state.caseId, topic, town, leadUnit, new Date(state.lastAt)],
  );
}
