import { query } from '../../engine/database.ts';
import type { System } from '../support/system.ts';

/** Everything a command may write to. */
const TABLES = [
  'case_event',
  'case_row',
  'case_unit',
  'clock',
  'document',
  'number_series',
  'link',
  'precedent',
  'proposal_decision',
  'level_fired',
  'command',
  'case_text',
  'sealed_identity',
  'case_key',
  'telling',
  'outbox',
  'notice',
  'audit_read',
] as const;

/** How many rows each table has: equal counts before and after say that nothing was half stored. */
export async function rowCounts({ engine }: System): Promise<Readonly<Record<string, number>>> {
  const columns = TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const [row] = await query<Record<string, number>>(engine.pool, `SELECT ${columns.join(', ')}`);
  return row ?? {};
}
