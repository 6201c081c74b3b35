import { isMainThread } from 'node:worker_threads';
import { type Asked, readArguments } from './simulate/arguments.ts';
import { checkCase } from './simulate/checks/check.ts';
import { CORE } from './simulate/core.ts';
import { HELP } from './simulate/help.ts';
import { LATEST, live } from './simulate/life.ts';
import { logText, violationsText, yearText } from './simulate/report.ts';
import { livingIn, serveThread, startThreads } from './simulate/threads.ts';
import { liveYear } from './simulate/year.ts';

type Question = Extract<Asked, { does: 'live' }>;

async function liveAll({ seed, cases, year }: Question): Promise<number> {
  process.stderr.write(`· 种子 ${seed}\n`);
  const began = performance.now();
  const threads = startThreads(new URL(import.meta.url), { seed, year });
  try {
    let told = 0;
    const lived = await liveYear(cases, threads.map(livingIn), (done) => {
      if (done - told < 10_000) return;
      told = done;
      process.stderr.write(`· ${done} / ${cases}\n`);
    });
    process.stdout.write(yearText(lived, seed, (performance.now() - began) / 1000));
    return lived.violations.length > 0 ? 1 : 0;
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function liveOne({ seed, year }: Question, n: number): number {
  const { family } = live({ seed, year, core: CORE }, n);
  for (const one of family.cases) process.stdout.write(logText(one));
  const violations = [
    ...family.violations,
    ...family.cases.flatMap((one) => checkCase(one, { latest: LATEST, closely: true }).violations),
  ];
  process.stdout.write(`${violationsText(violations, seed)}\n`);
  return violations.length > 0 ? 1 : 0;
}

async function run(args: readonly string[]): Promise<number> {
  const asked = readArguments(args);
  if (asked.does === 'live') {
    return asked.only === undefined ? liveAll(asked) : liveOne(asked, asked.only);
  }
  if (asked.does === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  process.stderr.write(`${asked.message}\n用法见 npm run simulate -- --help\n`);
  return 2;
}

if (isMainThread) process.exitCode = await run(process.argv.slice(2));
else serveThread();
