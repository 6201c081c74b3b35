import type { Actor } from '../../domain/define-case-type.ts';
import type { PinnedRules } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { scope } from '../scope.ts';

/** How far back a case of the same caller is looked for (docs/rules.md, dedupe when a ticket is received). */
const DAYS = 90;
const SHOWN = 20;

export interface SimilarRow {
  readonly id: string;
  readonly number: string;
  readonly rules: PinnedRules;
  readonly stage: string;
  readonly matter: string;
  readonly town: string | null;
  readonly received_at: Date;
  readonly same_matter: boolean;
  readonly same_town: boolean;
}

/**
 * Cases of the same caller, by the keyed digest of the telephone: received up to ninety days before a case that is open, or
 * after it. Only those that the actor may see; a case whose key was erased is nobody's any more. The states of those alone
 * are read that are shown: some people call every day.
 */
export function similarTo(
  { pool }: Engine,
  actor: Actor,
  caseId: string,
): Promise<readonly SimilarRow[]> {
  const seen = scope(actor, 2);
  return query<SimilarRow>(
    pool,
    `WITH alike AS MATERIALIZED (
        SELECT r.id, r.received_at, r.type_id = c.type_id AND r.matter = c.matter AS same_matter,
            coalesce(r.town = c.town, FALSE) AS same_town
          FROM case_row c JOIN case_row r ON r.person_digest = c.person_digest AND r.id <> c.id
         WHERE c.id = $1 AND NOT c.ended AND r.received_at >= c.received_at - make_interval(days => ${DAYS})
           AND EXISTS (SELECT FROM case_key k WHERE k.case_id = r.id) AND EXISTS (SELECT FROM case_key k WHERE k.case_id = c.id)
           AND ${seen.sql}
         ORDER BY same_matter DESC, r.received_at DESC, r.id LIMIT ${SHOWN})
     SELECT r.id, r.number, r.state->'rules' AS rules, r.stage, r.matter, r.town, r.received_at, s.same_matter, s.same_town
       FROM alike s JOIN case_row r ON r.id = s.id ORDER BY s.same_matter DESC, s.received_at DESC, s.id`,
    [caseId, ...seen.values],
  );
}
