import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { Answered } from './load/job.ts';
import type { Scale } from './scale.ts';
import type { System } from './system.ts';
import { drained, untold } from './telling.ts';

export interface Sustained extends Answered {
  /** Commands a second that were asked for, and for how long. */
  readonly planned: number;
  readonly seconds: number;
  /** The longest that a step waited for its workflow to be told, in ms. */
  readonly behindMs: number;
  readonly drainMs: number;
}

const LOOK_EVERY = 250;

/** Commands at a steady rate, while looking how far the workflows are behind. */
export async function sustained(
  system: System,
  load: Child,
  { sustained: pace }: Scale,
): Promise<Sustained> {
  await load.measure({ operation: 'prepare', pace });
  await drained(system);
  let behindMs = 0;
  let running = true;
  const watching = (async () => {
    while (running) {
      behindMs = Math.max(behindMs, (await untold(system)).behindMs);
      await pause(LOOK_EVERY);
    }
  })();
  try {
    const measured = await load.measure({ operation: 'command', pace });
    const { perSecond: planned, seconds } = pace;
    return { ...measured, planned, seconds, drainMs: await drained(system), behindMs };
  } finally {
    running = false;
    await watching;
  }
}
