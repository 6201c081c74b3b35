import type { CaseState } from '../../domain/case-state.ts';
import type { Actor } from '../../domain/define-case-type.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { scope } from '../scope.ts';
import { LISTED_COLUMNS, LISTED_JOINS, type ListedRow } from './listed-row.ts';

const SHOWN = 20;

export interface PrecedentRow {
  readonly case_id: string;
  readonly number: string;
  readonly type_id: string;
  readonly topic: string;
  readonly town: string | null;
  readonly lead_unit: string;
  readonly at: Date;
  /** The reader may open the case that set it. */
  readonly visible: boolean;
}

/** Where coordinations settled that a topic belongs, the newest first; for one town where it is named, by those of the whole district too. */
function precedentsOf(
  { pool }: Engine,
  actor: Actor,
  asked: { readonly topic: string; readonly town?: string | undefined; readonly besides: string },
): Promise<readonly PrecedentRow[]> {
  const seen = scope(actor, 4);
  return query<PrecedentRow>(
    pool,
    `SELECT p.case_id, r.number, r.type_id, p.topic, p.town, p.lead_unit, p.at, ${seen.sql} AS visible
       FROM precedent p JOIN case_row r ON r.id = p.case_id
      WHERE p.topic = $1 AND ($2::text IS NULL OR p.town IS NULL OR p.town = $2) AND p.case_id <> $3::uuid
      ORDER BY p.at DESC, p.case_id LIMIT ${SHOWN}`,
    [asked.topic, asked.town ?? null, asked.besides, ...seen.values],
  );
}

/** How many of the newest precedents are looked through for words: those of years. */
const SEARCHED = 500;

interface FoundRow extends PrecedentRow, ListedRow {}

/** The newest precedents, of one topic and for one town where they are named, with the texts of their cases. */
export function newestPrecedents(
  { pool }: Engine,
  actor: Actor,
  asked: { readonly topic?: string | undefined; readonly town?: string | undefined },
): Promise<readonly FoundRow[]> {
  const seen = scope(actor, 3);
  return query<FoundRow>(
    pool,
    `SELECT ${LISTED_COLUMNS}, p.case_id, r.type_id, p.topic, p.town, p.lead_unit, p.at, ${seen.sql} AS visible
       FROM precedent p JOIN case_row r ON r.id = p.case_id ${LISTED_JOINS}
      WHERE ($1::text IS NULL OR p.topic = $1) AND ($2::text IS NULL OR p.town IS NULL OR p.town = $2)
      ORDER BY p.at DESC, p.case_id LIMIT ${SEARCHED}`,
    [asked.topic ?? null, asked.town ?? null, ...seen.values],
  );
}

/** Precedents of the topic and town of a case; none where its type knows no topics. */
export const precedentsFor = (
  engine: Engine,
  actor: Actor,
  { caseId, facts }: CaseState,
): Promise<readonly PrecedentRow[]> => {
  const { topic, town } = facts as { readonly topic?: string; readonly town?: string };
  return topic === undefined
    ? Promise.resolve([])
    : precedentsOf(engine, actor, { topic, town, besides: caseId });
};
