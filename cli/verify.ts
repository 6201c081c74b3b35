import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createPool, query } from '../engine/database.ts';
import { findings } from '../engine/verify.ts';

const running = z.object({ databaseUrl: z.url() });

/** A level may be on its way for so long before it counts as lost, in ms. */
const GRACE = 60_000;
/** Findings that are printed one by one; a broken rule often breaks every case. */
const SHOWN = 100;

/** `DATABASE_URL`, or what `npm start` wrote down. Throws when there is neither. */
async function databaseUrl(): Promise<string> {
  if (process.env['DATABASE_URL']) return process.env['DATABASE_URL'];
  const file = join(process.env['BIHUAN_DATA'] || '.data', 'running.json');
  try {
    return running.parse(JSON.parse(await readFile(file, 'utf8'))).databaseUrl;
  } catch (cause) {
    throw new Error(
      `no database to verify: ${file} names none. Start the system with "npm start" or set DATABASE_URL=postgresql://…`,
      { cause },
    );
  }
}

/** Verifies every case. Returns how many findings there were. */
async function run(): Promise<number> {
  const began = performance.now();
  const pool = createPool(await databaseUrl(), 2, () => undefined);
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
