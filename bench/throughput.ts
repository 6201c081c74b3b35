import type { Child } from './child.ts';
import type { Measured, OperationName } from './load/job.ts';
import type { Scale } from './scale.ts';
import type { System } from './system.ts';
import { drained, tellings } from './telling.ts';

/** One operation at one number of lanes. */
export interface Point extends Measured {
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
}

const LANES = [1, 8, 32];
const OURS = ['open', 'command'] as const;
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
      const before = await tellings(system);
      const began = performance.now();
      points.push({
        operation,
        lanes,
        ...(await load.measure({ operation, pace: { lanes, seconds } })),
      });
      const ms = await drained(system);
      const told = (await tellings(system)) - before;
      const perSecond = told / ((performance.now() - began) / 1000);
      if (lanes === LANES.at(-1)) drains.push({ operation, tellings: told, ms, perSecond });
    }
    for (const operation of BARE) {
      points.push({
        operation,
        lanes,
        ...(await load.measure({ operation, pace: { lanes, seconds } })),
      });
    }
  }
  return { points, drains };
}
