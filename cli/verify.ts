import { createPool, query } from '../engine/database.ts';
import { findings } from '../engine/verify.ts';
import { databaseUrl } from './database-url.ts';

/** A level may be on its way for so long before it counts as lost, in ms. */
const GRACE = 60_000;
/** Findings that are printed one by one; a broken rule often breaks every case. */
const SHOWN = 100;

/** Verifies every case. Returns how many findings there were. */
async function run(): Promise<number> {
  const began = performance.now();
  const pool = createPool(await databaseUrl('verify'), 2, () => undefined);
  try {
    const [clock] = await query<{ now: Date }>(pool, 'SELECT clock_timestamp() AS now');
    const now = (clock?.now.getTime() ?? Number.NaN) - GRACE;
    let cases = 0;
    let found = 0;
    for await (const { caseId, rule, detail } of findings(pool, {
      now,
      onProgress: (checked) => (cases = checked),
    })) {
      found += 1;
      if (found <= SHOWN) console.log(`✗ ${caseId}  ${rule}: ${detail}`);
    }
    if (found > SHOWN) console.log(`… and ${found - SHOWN} more`);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${cases} cases verified, ${found} findings, ${seconds} s`);
    return found;
  } finally {
    await pool.end();
  }
}

try {
  process.exitCode = (await run()) === 0 ? 0 : 1;
} catch (error) {
  console.error(
    `bihuan could not verify: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 2;
}
