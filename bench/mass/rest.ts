import { setTimeout as pause } from 'node:timers/promises';
import { copyCases } from '../bulk/copies.ts';
import { memoryAtRest } from '../processes.ts';
import { placeOf, type System } from '../system.ts';
import { drained, untold } from '../telling.ts';
import { beginResting } from './cases.ts';

export interface Rest {
  readonly cases: number;
  /** From the first telling until every workflow held its timer, in s. */
  readonly begun: number;
  readonly idle: ReturnType<typeof memoryAtRest>;
  readonly atRest: ReturnType<typeof memoryAtRest>;
  /** From the start of the empty server until the loss was seen, and until every timer stood again, in s. */
  readonly noticed?: number;
  readonly again?: number;
}

const ORIGINS = 100;
const PATIENCE = 1_800_000;
/** What came in with the load is collected by then. */
const SETTLING = 15_000;

/** Many open cases of several types at rest, then the loss of Temporal's store: every timer has to stand again. */
export async function rest(
  system: System,
  say: (line: string) => void,
  cases: number,
): Promise<Rest> {
  const { pool } = system;
  const idle = memoryAtRest(system);
  const ids = await beginResting(placeOf(system), ORIGINS);
  await copyCases(pool, { times: cases / ORIGINS, of: ids, told: false });
  const begun = await untilTimersStand(system, cases);
  await pause(SETTLING);
  const atRest = memoryAtRest(system);
  if (!system.loseTemporal) return { cases, begun, idle, atRest };
  say(`throwing Temporal's store away under ${cases} open cases`);
  await system.loseTemporal();
  const began = performance.now();
  while ((await untold(system)).cases < cases / 2) await pause(250);
  const noticed = (performance.now() - began) / 1000;
  const again = noticed + (await untilTimersStand(system, cases));
  return { cases, begun, idle, atRest, noticed, again };
}

/** A workflow shows its instant in the task that starts its timer. */
async function untilTimersStand(system: System, cases: number): Promise<number> {
  const began = performance.now();
  await drained(system, PATIENCE);
  for (;;) {
    const { count } = await system.temporal.workflow.count(
      `ExecutionStatus = 'Running' AND CaseWakeAt > '${new Date().toISOString()}'`,
    );
    if (count >= cases) return (performance.now() - began) / 1000;
    if (performance.now() - began > PATIENCE) throw new Error(`only ${count} timers stand`);
    await pause(500);
  }
}
