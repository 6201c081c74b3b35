import { setTimeout as pause } from 'node:timers/promises';
import { workflowFindings } from '../engine/audit/workflow-check.ts';
import { createPool, type Pool, query } from '../engine/database.ts';
import { forgetTellings } from '../engine/sweeper.ts';
import { databaseUrl } from './database-url.ts';
import { temporalClient } from './temporal-client.ts';

/** Longest that nothing may move before it is given up, in ms. */
const STUCK = 120_000;

/** Has every open case's workflow told again, as after a loss of Temporal's store, and waits until all hold their timers. */
async function run(): Promise<number> {
  const url = await databaseUrl('reconcile');
  const client = await temporalClient();
  const pool = createPool(url, 2, () => undefined);
  try {
    const cases = await forgetTellings(pool);
    console.log(`${cases} 件将重新告知其流程`);
    await drained(pool);
    const found = [];
    for await (const some of workflowFindings(pool, client, Date.now())) found.push(...some);
    for (const { caseId, rule, detail } of found.slice(0, 100))
      console.log(`✗ ${caseId}  ${rule}: ${detail}`);
    console.log(`${cases} 件已告知,${found.length} 件的流程或计时器不符`);
    return found.length;
  } finally {
    await pool.end();
    await client.connection.close();
  }
}

/** The worker's sweeper tells them, a few at a time. */
async function drained(pool: Pool): Promise<void> {
  let last = Number.POSITIVE_INFINITY;
  for (let since = Date.now(); ; ) {
    const [row] = await query<{ left: number }>(
      pool,
      'SELECT count(*)::int AS left FROM telling WHERE told_version = -1',
    );
    const left = row?.left ?? 0;
    if (left === 0) return;
    if (left < last) {
      console.log(`· 尚有 ${left} 件`);
      last = left;
      since = Date.now();
    } else if (Date.now() - since > STUCK) {
      throw new Error(`${left} cases are not being told: is the worker running?`);
    }
    await pause(1000);
  }
}

try {
  process.exitCode = (await run()) === 0 ? 0 : 1;
} catch (error) {
  console.error(
    `bihuan could not reconcile: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 2;
}
