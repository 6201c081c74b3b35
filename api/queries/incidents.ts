import type { Instant } from '../../domain/calendar/civil.ts';
import type { CaseType } from '../../domain/define-case-type.ts';
import { officeOf } from '../../domain/definition/parts.ts';
import type { Incident } from '../../domain/oversight/proposals.ts';
import { type PinnedRules, rulesOf } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { supervisingOffice } from '../supervision.ts';

interface Row {
  readonly case_id: string;
  readonly number: string;
  readonly rules: PinnedRules;
  readonly at: Date;
  /** Who held the case at that moment, by part; sections count for their unit. */
  readonly holders: Readonly<Record<string, string>> | null;
}

interface LevelRow extends Row {
  readonly key: string;
  readonly clock: string;
  readonly level: 'L4' | 'L5';
  readonly subject: string | null;
}

interface OrderRow extends Row {
  readonly order: string;
}

/** An incident with the number of its case and the label of the clock that was late, for people to read. */
export interface KnownIncident extends Incident {
  readonly number: string;
  readonly clockLabel: string | null;
}

/** Who held the case `r` at an instant. */
const holdersAt = (instant: string): string =>
  `(SELECT jsonb_object_agg(u.part, coalesce(n.parent, u.unit)) FROM case_unit u LEFT JOIN unit n ON n.code = u.unit
     WHERE u.case_id = r.id AND u."from" <= ${instant} AND (u."to" IS NULL OR u."to" > ${instant}))`;

/** The record of every unit from an instant to another, in cases of some types. */
export async function incidentsOf(
  { pool }: Engine,
  types: readonly string[],
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<readonly KnownIncident[]> {
  const asked = [types, new Date(from), new Date(to)];
  const [levels, orders] = await Promise.all([
    query<LevelRow>(
      pool,
      `SELECT f.key, f.case_id, r.number, r.state->'rules' AS rules, f.due_at AS at, right(f.key, 2) AS level, c.clock,
          coalesce(n.parent, c.subject) AS subject, ${holdersAt('f.due_at')} AS holders
         FROM level_fired f JOIN case_row r ON r.id = f.case_id AND r.type_id = ANY($1)
         JOIN clock c ON c.case_id = f.case_id AND c.clock = split_part(f.key, ':', 2) AND c.round::text = split_part(f.key, ':', 3)
         LEFT JOIN unit n ON n.code = c.subject
        WHERE right(f.key, 3) IN (':L4', ':L5') AND f.due_at >= $2 AND f.due_at <= $3`,
      asked,
    ),
    query<OrderRow>(
      pool,
      `SELECT e.case_id, r.number, r.state->'rules' AS rules, e.at, e.data->'document'->>'number' AS "order", ${holdersAt('e.at')} AS holders
         FROM case_event e JOIN case_row r ON r.id = e.case_id AND r.type_id = ANY($1)
        WHERE e.type = 'OrderIssued' AND e.at >= $2 AND e.at <= $3`,
      asked,
    ),
  ]);
  return [...levels.flatMap(ofLevel), ...orders.flatMap(ofOrder)];
}

const incident = (
  row: Row,
  unit: string | undefined,
  what: Pick<KnownIncident, 'kind' | 'key' | 'clockLabel'>,
) =>
  unit === undefined
    ? []
    : [
        {
          ...what,
          office: supervisingOffice(rulesOf(row.rules).type),
          unit,
          caseId: row.case_id,
          number: row.number,
          at: row.at.getTime(),
        },
      ];

function ofLevel(row: LevelRow): readonly KnownIncident[] {
  const { type } = rulesOf(row.rules);
  const clockLabel = type.clocks[row.clock]?.label ?? row.clock;
  return incident(row, unitInDuty(type, row), { kind: row.level, key: row.key, clockLabel });
}

/** An order is given to the unit that leads. */
const ofOrder = (row: OrderRow): readonly KnownIncident[] =>
  incident(row, row.holders?.['lead'], { kind: 'ORDER', key: row.order, clockLabel: null });

/** The unit whose duty the clock was: an office, the unit that the clock is about, or the one that held the case in the part of the role. */
function unitInDuty(type: CaseType, { clock, subject, holders }: LevelRow): string | undefined {
  const role = type.roles[type.clocks[clock]?.duty ?? ''];
  const office = role && officeOf(role.at);
  return office ?? subject ?? holders?.[role?.part ?? 'lead'];
}
