import type { Shutdown } from '../embedded/shutdown.ts';
import { Child } from './child.ts';
import { burst } from './mass/burst.ts';
import { rest } from './mass/rest.ts';
import { massTable } from './mass/table.ts';
import { startSystem } from './system.ts';

const FULL = { rest: 20_000, burst: 10_000 };
const QUICK = { rest: 1000, burst: 500 };

/** Many cases at rest, told again, and due at once. */
export async function mass(
  shutdown: Shutdown,
  say: (line: string) => void,
  quick: boolean,
): Promise<string> {
  const scale = quick ? QUICK : FULL;
  // The worker ends when Temporal forgets its namespace, and is started again as by any supervisor.
  const system = await startSystem(shutdown, say, { onRestart: () => say('started again') });
  const load = await Child.start('bench/load-process', system.target);
  shutdown.later('load', () => load.stop());
  await load.measure({ operation: 'open', pace: { lanes: 8, seconds: 2 } });
  say(`letting ${scale.rest} open cases come to rest`);
  const atRest = await rest(system, say, scale.rest);
  say(`letting ${scale.burst} clocks fall due at one instant`);
  const due = await burst(system, load, scale.burst);
  return massTable({ rest: atRest, burst: due });
}
