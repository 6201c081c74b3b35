import { ESCALATION } from '../../domain/oversight/answers.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { LISTED_COLUMNS, LISTED_JOINS, type ListedRow } from './listed-row.ts';

/** More than a supervisor answers in days; the most urgent come first. */
const SHOWN = 200;

/** A level that was recorded since the supervisor owes an answer. */
interface FiredLevel {
  readonly clock: string;
  readonly round: number;
  readonly level: string;
  readonly due_at: string;
}

export interface EscalationRow extends ListedRow {
  /** Which start of the supervisor's clock it is. */
  readonly round: number;
  /** The levels that wait for the answer, in the order of their instants. */
  readonly levels: readonly FiredLevel[];
  /** How many there are beyond those that are shown. */
  readonly total: string;
}

/** Cases of some types in which a supervisor owes an answer to an escalation, those first whose answer is due first. */
export const openEscalations = (
  { pool }: Engine,
  types: readonly string[],
): Promise<readonly EscalationRow[]> =>
  query<EscalationRow>(
    pool,
    `SELECT ${LISTED_COLUMNS}, c.round, f.levels, count(*) OVER () AS total
       FROM clock c JOIN case_row r ON r.id = c.case_id AND r.type_id = ANY($1) ${LISTED_JOINS}
       JOIN LATERAL (
         SELECT coalesce(jsonb_agg(jsonb_build_object('clock', l.clock, 'round', l.round::int, 'level', l.level, 'due_at', l.due_at)
                ORDER BY l.due_at, l.clock), '[]') AS levels
           FROM (SELECT split_part(key, ':', 2) AS clock, split_part(key, ':', 3) AS round, right(key, 2) AS level, due_at
                   FROM level_fired WHERE case_id = r.id AND at >= c.started_at) l
          WHERE l.level IN ('L3', 'L4', 'L5')) f ON TRUE
      WHERE c.clock = $2 AND c.ended_at IS NULL
      ORDER BY c.internal_due, r.number LIMIT ${SHOWN}`,
    [types, ESCALATION],
  );
