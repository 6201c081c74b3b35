import { setTimeout as pause } from 'node:timers/promises';
import { copyCases } from '../bulk/copies.ts';
import type { Child } from '../child.ts';
import { listOf } from '../lateness.ts';
import type { Measured } from '../load/job.ts';
import { quantile } from '../load/pace.ts';
import { placeOf, type System } from '../system.ts';
import { drained } from '../telling.ts';
import { beginDue } from './cases.ts';

export interface Burst {
  readonly cases: number;
  /** From the due instant until the breach was in the log, in s. */
  readonly p50: number;
  readonly max: number;
  /** Levels that were recorded twice, or with another instant than the one at which they were due. */
  readonly wrong: number;
  readonly redBefore: number;
  readonly redAfter: number;
  /** People's commands before and while the levels were recorded. */
  readonly before: Measured;
  readonly meanwhile: Measured;
}

const PATIENCE = 600_000;
/** Commands of people, a second, and for how long before the instant and from it on. */
const PEOPLE = { perSecond: 20, seconds: 20 };
/** Tellings a second that even a slow machine manages. */
const SLOWEST = 40;

/** Many clocks that fall due at the same instant, while people go on working. */
export async function burst(system: System, load: Child, cases: number): Promise<Burst> {
  const { pool } = system;
  await load.measure({ operation: 'prepare', pace: { ...PEOPLE, seconds: PEOPLE.seconds * 3 } });
  await drained(system);
  const ahead = (cases / SLOWEST) * 1000 + PEOPLE.seconds * 1000 + 20_000;
  const dueAt = Math.ceil((Date.now() + ahead) / 1000) * 1000;
  const id = await beginDue(placeOf(system), dueAt);
  await copyCases(pool, { times: cases, of: [id], told: false });
  await drained(system, PATIENCE);
  const list = await listOf(system, dueAt);
  await pause(Math.max(0, dueAt - PEOPLE.seconds * 1000 - 5000 - Date.now()));
  const before = await load.measure({ operation: 'command', pace: PEOPLE });
  const redBefore = await list();
  if (Date.now() > dueAt) throw new Error('telling the cases took longer than planned');
  await pause(dueAt - Date.now());
  const redAfter = await list();
  const meanwhile = await load.measure({ operation: 'command', pace: PEOPLE });
  return {
    cases,
    ...(await recorded(system, dueAt, cases)),
    redBefore: redBefore.red,
    redAfter: redAfter.red,
    before,
    meanwhile,
  };
}

async function recorded(
  { pool }: System,
  dueAt: number,
  cases: number,
): Promise<Pick<Burst, 'p50' | 'max' | 'wrong'>> {
  for (;;) {
    const { rows } = await pool.query<{ late: number; times: number; right: boolean }>(
      `SELECT (extract(epoch FROM min(at) - $1) )::float AS late, count(*)::int AS times, bool_and(due_at = $1) AS right
         FROM case_event WHERE type = 'LevelReached' AND data->>'level' = 'L2' AND data->>'clock' = 'arrive'
          AND due_at BETWEEN $1::timestamptz - interval '2 s' AND $1::timestamptz + interval '2 s'
        GROUP BY case_id ORDER BY late`,
      [new Date(dueAt)],
    );
    if (rows.length >= cases) {
      const late = rows.map((row) => row.late);
      const wrong = rows.filter(({ times, right }) => times !== 1 || !right).length;
      return { p50: quantile(late, 0.5), max: quantile(late, 1), wrong };
    }
    if (Date.now() > dueAt + PATIENCE)
      throw new Error(`only ${rows.length} breaches were recorded`);
    await pause(1000);
  }
}
