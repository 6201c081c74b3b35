import { cpus, totalmem } from 'node:os';
import { describeFailure } from '../embedded/failure.ts';
import { Shutdown } from '../embedded/shutdown.ts';
import { bulk, rebuild } from './bulk.ts';
import { Child } from './child.ts';
import { deadlines } from './deadlines.ts';
import type { Deadlines } from './deadlines/readings.ts';
import { histories } from './histories.ts';
import { lateness } from './lateness.ts';
import { mass } from './mass.ts';
import { memory } from './processes.ts';
import { watchOthers } from './processor-time.ts';
import type { Results } from './results.ts';
import { FULL, QUICK, type Scale } from './scale.ts';
import { sustained } from './sustained.ts';
import { startSystem, type System } from './system.ts';
import { deadlinesTableOf, tableOf } from './table.ts';
import { throughput } from './throughput.ts';

const began = Date.now();
const say = (line: string): void =>
  console.error(`· ${((Date.now() - began) / 1000).toFixed(0).padStart(3)} s  ${line}`);

/** What needs no service. */
async function benchDeadlines(): Promise<void> {
  const others = watchOthers();
  const measured = await countDueDates();
  console.log(`\n${machine(others())}\n\n${deadlinesTableOf(measured)}\n`);
}

/** What needs a database and nothing else. */
async function benchBulk(shutdown: Shutdown, quick: boolean, measure: typeof bulk): Promise<void> {
  const others = watchOthers();
  const table = await measure(shutdown, say, quick);
  console.log(`\n${machine(others())}\n\n${table}\n`);
}

/** What the whole system does with very many cases. */
async function benchMass(shutdown: Shutdown, quick: boolean): Promise<void> {
  const others = watchOthers();
  const table = await mass(shutdown, say, quick);
  console.log(`\n${machine(others())}\n\n${table}\n`);
}

function countDueDates(): Promise<Deadlines> {
  say('counting due dates, beside chinese-days');
  return deadlines();
}

async function bench(shutdown: Shutdown, scale: Scale): Promise<void> {
  const counted = await countDueDates();
  say('starting PostgreSQL, Temporal, API and worker');
  const system = await startSystem(shutdown, say);
  shutdown.mustGoOn();
  const idle = memory(system);
  const others = watchOthers();
  const load = await Child.start('bench/load-process', system.target);
  shutdown.later('load', () => load.stop());
  say('warming up');
  await load.measure({ operation: 'open', pace: { lanes: 8, seconds: scale.seconds } });
  const pace = { lanes: 8, seconds: scale.seconds };
  await load.measure({ operation: 'prepare', pace });
  await load.measure({ operation: 'command', pace });
  const results = await measureAll(system, load, shutdown, scale);
  say('done');
  console.log(`\n${machine(others())}\n\n${tableOf({ ...results, idle, deadlines: counted })}\n`);
}

async function measureAll(
  system: System,
  load: Child,
  shutdown: Shutdown,
  scale: Scale,
): Promise<Omit<Results, 'idle' | 'deadlines'>> {
  const bare = await Child.start('bench/bare/worker-process', system.target);
  shutdown.later('bare worker', () => bare.stop());
  say('opening and commanding cases, beside the bare operations, at 1, 8 and 32 at a time');
  const rates = await throughput(system, load, scale);
  await bare.stop();
  say(`commanding cases at ${scale.sustained.perSecond}/s for ${scale.sustained.seconds} s`);
  const steady = await sustained(system, load, scale);
  const loaded = memory(system);
  say(`letting ${scale.due.cases} cases fall due in the same second`);
  const late = await lateness(system, load, scale);
  return {
    ...rates,
    sustained: steady,
    lateness: late,
    histories: await histories(system),
    loaded,
  };
}

const machine = (others: number): string =>
  [
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `Node ${process.versions.node}`,
    `other programs took ${(others * 100).toFixed(0)} % of the processors`,
    `${((Date.now() - began) / 1000).toFixed(0)} s in all`,
  ].join(', ');

const shutdown = new Shutdown(say);
try {
  const quick = process.argv.includes('--quick');
  if (process.argv.includes('--deadlines')) await benchDeadlines();
  else if (process.argv.includes('--bulk')) await benchBulk(shutdown, quick, bulk);
  else if (process.argv.includes('--rebuild')) await benchBulk(shutdown, quick, rebuild);
  else if (process.argv.includes('--mass')) await benchMass(shutdown, quick);
  else await bench(shutdown, quick ? QUICK : FULL);
  await shutdown.run(0);
} catch (error) {
  if (!shutdown.begun) console.error(describeFailure(error));
  await shutdown.run(1);
}
