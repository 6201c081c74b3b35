import { readFile } from 'node:fs/promises';
import { readDraft } from '../domain/what-if/draft.ts';
import { Summing } from '../domain/what-if/summary.ts';
import { createPool } from '../engine/database.ts';
import { type ChangedCase, whatIf } from '../engine/what-if.ts';
import { databaseUrl } from './database-url.ts';
import { type Asked, readArguments } from './what-if/arguments.ts';
import { HELP } from './what-if/help.ts';
import { reportText } from './what-if/report.ts';

type Question = Extract<Asked, { does: 'answer' }>;

async function answer({ file, period, json, list }: Question): Promise<void> {
  const draft = readDraft(JSON.parse(await readFile(file, 'utf8')));
  const pool = createPool(await databaseUrl('ask'), 2, () => undefined);
  try {
    const sum = new Summing();
    const listed: ChangedCase[] = [];
    let examined = 0;
    const onProgress = (done: number, of: number): void => {
      examined = done;
      if (done % 10_000 === 0 || done === of) process.stderr.write(`· ${done} / ${of}\n`);
    };
    for await (const changed of whatIf(pool, draft, period, { onProgress })) {
      sum.add(changed);
      if (json) process.stdout.write(`${JSON.stringify(changed)}\n`);
      else if (listed.length < list) listed.push(changed);
    }
    const { summary } = sum;
    process.stdout.write(
      json
        ? `${JSON.stringify({ period, examined, ...summary })}\n`
        : reportText({ period, summary, listed, examined }),
    );
  } finally {
    await pool.end();
  }
}

async function run(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.does === 'help') process.stdout.write(HELP);
  else if (asked.does === 'answer') await answer(asked);
  else {
    process.stderr.write(`${asked.message}\n用法见 npm run what-if -- --help\n`);
    return 2;
  }
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(
    `bihuan could not ask what if: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 2;
}
