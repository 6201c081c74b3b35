import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from '../../engine/answers.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { CONVERSION } from '../../domain/decider.ts';
import { type Pool, query } from '../../engine/database.ts';
import type { Acknowledged, Sender } from './commands.ts';

interface Row {
  readonly account: string;
  readonly command_id: string;
  readonly case_id: string;
  readonly number: string;
  readonly version: number;
  readonly type: string;
  readonly at: Date;
}

/** Acknowledged commands that are not in the log exactly once, with what they were answered. */
export async function notInLog(
  pool: Pool,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const rows = await query<Row>(
    pool,
    `SELECT p.account, e.command_id, e.case_id, r.number, e.version, e.type, e.at
       FROM case_event e JOIN person p ON p.id::text = e.actor JOIN case_row r ON r.id = e.case_id`,
  );
  const log = new Map<string, Row[]>();
  for (const row of rows) {
    const id = idOf(row.account, row.command_id);
    log.set(id, [...(log.get(id) ?? []), row]);
  }
  return acknowledged.flatMap(({ account, key, receipt }) => {
    const found = log.get(idOf(account, key)) ?? [];
    const [one] = found;
    if (!one || found.length > 1) return [`${key} is in the log ${found.length} times`];
    return isDeepStrictEqual(receiptOf(one), receipt) ? [] : [`${key} was answered otherwise`];
  });
}

/** What the log and the table of commands say of people that no acknowledgement stands for: done twice, or under another name. */
export async function notAsked(
  pool: Pool,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const asked = new Set(acknowledged.map(({ account, key }) => idOf(account, key)));
  const steps = await query<{ account: string; id: string; what: string }>(
    pool,
    `SELECT p.account, e.command_id AS id, e.type AS what
       FROM case_event e LEFT JOIN person p ON p.id::text = e.actor
      WHERE e.actor_kind = 'person' AND e.role <> $1
      UNION ALL
     SELECT p.account, c.id, 'command' FROM command c LEFT JOIN person p ON p.id::text = c.principal`,
    [CONVERSION],
  );
  return [
    ...steps
      .filter(({ account, id }) => !asked.has(idOf(account, id)))
      .map(({ id, what }) => `${what} of ${id}`),
    ...(await convertedTwice(pool)),
  ];
}

/** A step that converts opens one case, and every case that was converted to has that step in the log. */
async function convertedTwice(pool: Pool): Promise<readonly string[]> {
  const rows = await query<{ command_id: string; cases: string; steps: string }>(
    pool,
    `SELECT o.command_id, count(DISTINCT o.case_id) AS cases, count(DISTINCT s.case_id) AS steps
       FROM case_event o LEFT JOIN case_event s ON s.case_id || ':' || s.version || ':opened' = o.command_id
      WHERE o.role = $1 GROUP BY o.command_id HAVING count(DISTINCT o.case_id) <> 1 OR count(DISTINCT s.case_id) <> 1`,
    [CONVERSION],
  );
  return rows.map(({ command_id: id, cases, steps }) => `${id}: ${cases} cases of ${steps} steps`);
}

const idOf = (account: string, key: string): string => `${account} ${key}`;

const receiptOf = ({ case_id, number, version, type, at }: Row): Receipt => ({
  caseId: case_id,
  number,
  version,
  events: [{ version, type, at: isoInstant(at.getTime()) }],
});

const AT_ONCE = 8;

/** Acknowledged commands that are answered differently when they are sent once more. */
export async function answeredAnew(
  sender: Sender,
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (let i = 0; i < acknowledged.length; i += AT_ONCE) {
    await Promise.all(
      acknowledged.slice(i, i + AT_ONCE).map(async (one) => {
        const answer = await sender.once(one);
        const same = answer.kind === 'receipt' && isDeepStrictEqual(answer.receipt, one.receipt);
        if (!same) found.push(`${one.key}: ${JSON.stringify(answer)}`);
      }),
    );
  }
  return found;
}
