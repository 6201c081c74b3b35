import { readFile } from 'node:fs/promises';
import { readDraft } from '../domain/what-if/draft.ts';
import { Summing } from '../domain/what-if/summary.ts';
import { createPool } from '../engine/database.ts';
import { learnRules } from '../engine/rules/known.ts';
import { type ChangedCase, concerned } from '../engine/what-if.ts';
import { databaseUrl } from './database-url.ts';
import { type Asked, readArguments } from './what-if/arguments.ts';
import { HELP } from './what-if/help.ts';
import { reportText } from './what-if/report.ts';
import { inThreads } from './what-if/threads.ts';

type Question = Extract<Asked, { does: 'answer' }>;

async function answer({ file, period, json, list }: Question): Promise<void> {
  const draft: unknown = JSON.parse(await readFile(file, 'utf8'));
  const url = await databaseUrl('ask');
  const pool = createPool(url, 2, () => undefined);
  try {
    await learnRules(pool);
    const cases = await concerned(pool, readDraft(draft), period);
    const sum = new Summing();
    const listed: ChangedCase[] = [];
    const data = { databaseUrl: url, draft, period, json, list };
    for await (const { summary, listed: some, lines, done } of inThreads(data, cases)) {
      sum.addAll(summary);
      listed.push(...some.slice(0, list - listed.length));
      if (json) process.stdout.write(lines);
      if (done % 10_000 === 0 || done === cases.length) {
        process.stderr.write(`· ${done} / ${cases.length}\n`);
      }
    }
    const { summary } = sum;
    const examined = cases.length;
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
