import { setTimeout as pause } from 'node:timers/promises';
import type { Measured, Pace } from './job.ts';

/** One run of an operation. Rejects when it was not done: a rate with failures in it says nothing. */
export type Operation = () => Promise<void>;

/** Repeats an operation at a pace and measures it. Rejects with the first failure. */
export async function repeat(operation: Operation, pace: Pace): Promise<Measured> {
  const latencies: number[] = [];
  const began = performance.now();
  const timed = async (from: number): Promise<void> => {
    await operation();
    latencies.push(performance.now() - from);
  };
  if ('perSecond' in pace) await atInstants(timed, pace.perSecond, pace.seconds);
  else await inLanes(timed, pace.lanes, goesOn(pace));
  return summary(latencies, (performance.now() - began) / 1000);
}

function goesOn(pace: Exclude<Pace, { perSecond: number }>): () => boolean {
  if ('times' in pace) {
    let left = pace.times;
    return () => left-- > 0;
  }
  const end = performance.now() + pace.seconds * 1000;
  return () => performance.now() < end;
}

async function inLanes(
  timed: (from: number) => Promise<void>,
  lanes: number,
  more: () => boolean,
): Promise<void> {
  const lane = async (): Promise<void> => {
    while (more()) await timed(performance.now());
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** A latency counts from the planned instant: waiting because the system lags behind is part of it. */
async function atInstants(
  timed: (from: number) => Promise<void>,
  perSecond: number,
  seconds: number,
): Promise<void> {
  const began = performance.now();
  const running: Promise<void>[] = [];
  const failed = new AbortController();
  for (let i = 0; i < perSecond * seconds; i += 1) {
    const planned = began + (i * 1000) / perSecond;
    const early = planned - performance.now();
    if (early > 0) await pause(early);
    failed.signal.throwIfAborted();
    running.push(timed(planned).catch((error: unknown) => failed.abort(error)));
  }
  await Promise.all(running);
  failed.signal.throwIfAborted();
}

function summary(latencies: readonly number[], seconds: number): Measured {
  const sorted = latencies.toSorted((a, b) => a - b);
  return {
    done: sorted.length,
    perSecond: sorted.length / seconds,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** Nearest rank; NaN of an empty list. */
export const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
