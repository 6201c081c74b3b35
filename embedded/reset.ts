import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { endLeftovers } from './children.ts';
import { StartFailure, describeFailure } from './failure.ts';
import { takeLock } from './instance-lock.ts';
import { pathsIn } from './paths.ts';
import { clearOrphan } from './postgres-data.ts';
import { outsideFolder, postgresHome } from './postgres-home.ts';

const step = 'reset';

async function reset(isSure: boolean): Promise<void> {
  const paths = pathsIn();
  if (!existsSync(paths.data)) return console.log('Nothing to reset: there is no data yet.');
  const lock = takeLock(paths.lock);
  if (!lock.held) {
    const wayOut = `Stop it with Ctrl-C in its terminal or "kill ${lock.by.pid}", then reset.`;
    throw new StartFailure(step, `bihuan is running as process ${lock.by.pid}`, wayOut);
  }
  try {
    if (!isSure && !(await confirmed(paths.data))) return console.log('Nothing was deleted.');
    await endLeftovers(paths.children);
    if (existsSync(paths.postgres)) await clearOrphan(postgresHome(paths.postgres));
    const outside = outsideFolder(paths.postgres);
    if (outside) rmSync(outside, { recursive: true, force: true });
    rmSync(paths.data, { recursive: true, force: true });
    console.log(`Deleted ${paths.data}. "npm start" begins anew.`);
  } finally {
    lock.release();
  }
}

async function confirmed(folder: string): Promise<boolean> {
  if (!process.stdin.isTTY) {
    const wayOut = 'Run "npm run reset -- --yes" if all data may go.';
    throw new StartFailure(step, 'nobody can be asked here: there is no terminal', wayOut);
  }
  const ask = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await ask.question(`Delete ${folder} with all cases and keys? [y/N] `);
  ask.close();
  return /^y(es)?$/i.test(answer.trim());
}

try {
  await reset(process.argv.includes('--yes'));
  process.exit(0);
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}
