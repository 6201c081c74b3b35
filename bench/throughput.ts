import type { Child } from './child.ts';
import type { Answered, OperationName } from './load/job.ts';
import { perOperation, type Processor, processor } from './processes.ts';
import type { Scale } from './scale.ts';
import type { System } from './system.ts';
import { drained, tellings } from './telling.ts';

/** One operation at one number of lanes. */
export interface Point extends Answered {
  readonly operation: OperationName;
  readonly lanes: number;
}

/** What was still to be told when the load ended. */
export interface Drain {
  readonly operation: OperationName;
  readonly tellings: number;
  readonly ms: number;
  /** Tellings a second from the first command until everything was told. */
  readonly perSecond: number;
  /** Processor time of each program for one operation, tellings included, in ms. */
  readonly processor: Processor;
}

const LANES = [1, 8, 32];
const MOST_LANES = 32;
const OURS = ['open', 'command', 'mixed'] as const;
const FIRST = { open: undefined, command: 'prepare', mixed: 'prepare-mixed' } as const;
const BARE = ['bare-start', 'bare-update', 'bare-transaction'] as const;

/**
 * Ours and the bare operations in turn, at each number of lanes, so that a slow minute of the machine
 * hits both. Each begins when the workflows have been told everything before.
 */
export async function throughput(
  system: System,
  load: Child,
  { seconds }: Scale,
): Promise<{ points: readonly Point[]; drains: readonly Drain[] }> {
  const points: Point[] = [];
  const drains: Drain[] = [];
  for (const lanes of LANES) {
    for (const operation of OURS) {
      const { point, drain } = await ours(system, load, operation, { lanes, seconds });
      points.push(point);
      if (lanes === MOST_LANES) drains.push(drain);
    }
    for (const operation of BARE) {
      const pace = { lanes, seconds };
      points.push({ operation, lanes, ...(await load.measure({ operation, pace })) });
    }
  }
  return { points, drains };
}

async function ours(
  system: System,
  load: Child,
  operation: (typeof OURS)[number],
  pace: { readonly lanes: number; readonly seconds: number },
): Promise<{ point: Point; drain: Drain }> {
  const first = FIRST[operation];
  if (first) await load.measure({ operation: first, pace });
  await drained(system);
  const before = { told: await tellings(system), processor: processor(system) };
  const began = performance.now();
  const measured = await load.measure({ operation, pace });
  const ms = await drained(system);
  const seconds = (performance.now() - began) / 1000;
  const told = (await tellings(system)) - before.told;
  const used = perOperation(before.processor, processor(system), measured.done);
  return {
    point: { operation, lanes: pace.lanes, ...measured },
    drain: { operation, tellings: told, ms, perSecond: told / seconds, processor: used },
  };
}
