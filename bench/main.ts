import { cpus, loadavg, totalmem } from 'node:os';
import { describeFailure } from '../embedded/failure.ts';
import { Shutdown } from '../embedded/shutdown.ts';
import { Child } from './child.ts';
import { histories } from './histories.ts';
import { lateness } from './lateness.ts';
import { memory } from './processes.ts';
import type { Results } from './results.ts';
import { FULL, QUICK, type Scale } from './scale.ts';
import { sustained } from './sustained.ts';
import { startSystem, type System } from './system.ts';
import { tableOf } from './table.ts';
import { throughput } from './throughput.ts';

const began = Date.now();
const say = (line: string): void =>
  console.error(`· ${((Date.now() - began) / 1000).toFixed(0).padStart(3)} s  ${line}`);

async function bench(shutdown: Shutdown, scale: Scale): Promise<void> {
  say('starting PostgreSQL, Temporal, API and worker');
  const system = await startSystem(shutdown, say);
  shutdown.mustGoOn();
  const idle = memory(system);
  const load = await Child.start('bench/load-process', system.target);
  shutdown.later('load', () => load.stop());
  say('warming up');
  await load.measure({ operation: 'open', pace: { lanes: 8, seconds: scale.seconds } });
  const pace = { lanes: 8, seconds: scale.seconds };
  await load.measure({ operation: 'prepare', pace });
  await load.measure({ operation: 'command', pace });
  const results = await measureAll(system, load, shutdown, scale);
  say('done');
  console.log(`\n${machine()}\n\n${tableOf({ ...results, idle })}\n`);
}

async function measureAll(
  system: System,
  load: Child,
  shutdown: Shutdown,
  scale: Scale,
): Promise<Omit<Results, 'idle'>> {
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

const machine = (): string =>
  [
    `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `Node ${process.versions.node}`,
    `load average before ${loadBefore.toFixed(1)}`,
    `${((Date.now() - began) / 1000).toFixed(0)} s in all`,
  ].join(', ');
const loadBefore = loadavg()[0] ?? Number.NaN;

const shutdown = new Shutdown(say);
try {
  await bench(shutdown, process.argv.includes('--quick') ? QUICK : FULL);
  await shutdown.run(0);
} catch (error) {
  if (!shutdown.begun) console.error(describeFailure(error));
  await shutdown.run(1);
}
