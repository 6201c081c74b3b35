import { isDeepStrictEqual } from 'node:util';
import type { Receipt } from '../../engine/answers.ts';
import { isoInstant } from '../../domain/calendar/civil.ts';
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
