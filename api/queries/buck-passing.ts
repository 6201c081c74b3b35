import type { Instant } from '../../domain/calendar/civil.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { eventsInto } from '../supervision.ts';
import { LISTED_COLUMNS, LISTED_JOINS, type ListedRow } from './listed-row.ts';

/** State in which units dispute to whom a case belongs. */
const COORDINATION = 'coordination';

export interface PassedRow extends ListedRow {
  /** When it first came into coordination in that time. */
  readonly at: Date;
  /** What the case's own facts count, or how many units had given it up where its type counts none. */
  readonly returns: number;
  /** The units that led it until then, in their order. */
  readonly units: readonly {
    readonly unit: string;
    readonly from: string;
    readonly to: string | null;
  }[];
}

/** Cases of some types that came into coordination between two instants because units sent them back. */
export const passedAround = (
  { pool }: Engine,
  types: readonly string[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<readonly PassedRow[]> =>
  query<PassedRow>(
    pool,
    `SELECT ${LISTED_COLUMNS}, e.at, n.returns, h.units
       FROM (SELECT case_id, min(at) AS at FROM case_event WHERE type = ANY($2) AND at >= $3 AND at < $4 GROUP BY case_id) e
       JOIN case_row r ON r.id = e.case_id AND r.type_id = ANY($1) ${LISTED_JOINS}
       JOIN LATERAL (
         SELECT count(*) FILTER (WHERE u."to" <= e.at) AS given_up,
            jsonb_agg(jsonb_build_object('unit', u.unit, 'from', u."from", 'to', u."to") ORDER BY u.id) AS units
           FROM case_unit u WHERE u.case_id = r.id AND u.part = 'lead' AND u."from" < e.at) h ON h.units IS NOT NULL
       JOIN LATERAL (SELECT coalesce((r.state->'facts'->>'returnCount')::int, h.given_up::int) AS returns) n ON n.returns > 0
      ORDER BY e.at, r.number`,
    [types, eventsInto(types, COORDINATION), new Date(from), new Date(to)],
  );
