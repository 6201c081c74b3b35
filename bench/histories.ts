import { workflowId } from '../domain/telling.ts';
import type { System } from './system.ts';

/** How much Temporal keeps of a case. */
export interface Histories {
  readonly cases: number;
  readonly eventsPerCommand: number;
  readonly bytesPerCommand: number;
}

const SAMPLE = 20;

/** Length of the workflows' histories over the commands of closed cases; the opening counts as a command. */
export async function histories({ pool, temporal }: System): Promise<Histories> {
  const { rows } = await pool.query<{ id: string; commands: number }>(
    `SELECT r.id, count(c.id)::int AS commands FROM case_row r JOIN command c ON c.case_id = r.id
      WHERE r.stage = 'closed' GROUP BY r.id ORDER BY r.id LIMIT ${SAMPLE}`,
  );
  const described = await Promise.all(
    rows.map(({ id }) => temporal.workflow.getHandle(workflowId(id)).describe()),
  );
  const commands = rows.reduce((sum, row) => sum + row.commands, 0);
  const length = described.reduce((sum, { historyLength }) => sum + historyLength, 0);
  const size = described.reduce((sum, { historySize }) => sum + (historySize ?? 0), 0);
  return {
    cases: rows.length,
    eventsPerCommand: length / commands,
    bytesPerCommand: size / commands,
  };
}
