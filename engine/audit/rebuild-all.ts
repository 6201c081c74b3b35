import { NO_CASE, query } from '../database.ts';
import { learnRules } from '../rules/known.ts';
import { rebuild, type RebuildPorts } from './rebuild.ts';

export interface Rebuilt {
  readonly cases: number;
  readonly events: number;
  /** Cases whose log does not say what a row needs: a person has to look at them. */
  readonly failed: readonly string[];
}

const BATCH = 500;
/** Each holds a connection, and people go on working meanwhile. */
const AT_ONCE = 3;

interface Logged {
  readonly case_id: string;
  readonly events: number;
}

/**
 * Writes everything that is derived from the logs anew, case by case, each under its own lock: nobody who reads or works
 * meanwhile sees a case without its row. Whatever is left half done by a crash is as it was, case by case.
 */
export async function rebuildAll(
  ports: RebuildPorts,
  onProgress: (so: Rebuilt) => void = () => undefined,
): Promise<Rebuilt> {
  const { pool } = ports;
  await learnRules(pool);
  let so: Rebuilt = { cases: 0, events: 0, failed: [] };
  for (let after = NO_CASE; ; ) {
    const logged = await query<Logged>(
      pool,
      `SELECT case_id, max(version)::int AS events FROM case_event WHERE case_id > $1
        GROUP BY case_id ORDER BY case_id LIMIT $2`,
      [after, BATCH],
    );
    const failed = await rebuildThese(ports, logged);
    so = {
      cases: so.cases + logged.length,
      events: so.events + logged.reduce((sum, { events }) => sum + events, 0),
      failed: [...so.failed, ...failed],
    };
    onProgress(so);
    const last = logged.at(-1);
    if (!last || logged.length < BATCH) return so;
    after = last.case_id;
  }
}

async function rebuildThese(
  ports: RebuildPorts,
  logged: readonly Logged[],
): Promise<readonly string[]> {
  const left = logged.map(({ case_id: id }) => id);
  const failed: string[] = [];
  const lane = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined; id = left.shift()) {
      const done = await rebuild(ports, id).catch(() => false);
      if (!done) failed.push(id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return failed;
}
