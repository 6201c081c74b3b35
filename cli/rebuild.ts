import { rebuildAll } from '../engine/audit/rebuild-all.ts';
import { createPool } from '../engine/database.ts';
import { Vault } from '../engine/vault.ts';
import { databaseUrl } from './database-url.ts';
import { masterKey } from './master-key.ts';

const SHOWN = 100;

/** Writes every derived row anew from the event log, while the system runs or stands still. Returns how many cases it could not. */
async function run(): Promise<number> {
  const vault = new Vault(await masterKey('rebuild'));
  const pool = createPool(await databaseUrl('rebuild'), 4, () => undefined);
  const began = performance.now();
  try {
    const { cases, events, failed } = await rebuildAll({ pool, vault }, (so) =>
      console.log(`· ${so.cases} 件,${so.events} 个事件`),
    );
    for (const id of failed.slice(0, SHOWN)) console.log(`✗ ${id} 不能由事件重建,请核对其事件记录`);
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `重建 ${cases - failed.length} 件,${events} 个事件,用时 ${seconds.toFixed(1)} 秒,${failed.length} 件不能重建`,
    );
    return failed.length;
  } finally {
    await pool.end();
  }
}

try {
  process.exitCode = (await run()) === 0 ? 0 : 1;
} catch (error) {
  console.error(
    `bihuan could not rebuild: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 2;
}
