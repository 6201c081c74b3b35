import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { entryFile } from '../../embedded/entry.ts';
import type { Concerned } from '../../engine/what-if.ts';
import type { Part, ThreadData } from './thread.ts';

/** Cases that a thread is sent at a time. */
const CHUNK = 500;

/** What a case leaves behind dies young: with room for it, there is less to collect. */
const MEMORY = { maxYoungGenerationSizeMb: 128 };

/** Has cases lived again on every processor. Yields what came of them, chunk by chunk in their order. */
export async function* inThreads(
  workerData: ThreadData,
  cases: readonly Concerned[],
): AsyncGenerator<Part & { readonly done: number }> {
  const chunks = Math.ceil(cases.length / CHUNK);
  const threads = Array.from(
    { length: Math.max(1, Math.min(availableParallelism(), chunks)) },
    () => new Worker(entryFile('cli/what-if/thread'), { workerData, resourceLimits: MEMORY }),
  );
  const lanes = threads.map((thread, first) => answers(thread, cases, first, threads.length));
  try {
    for (let index = 0; index < chunks; index += 1) {
      const part = await lanes[index % lanes.length]?.next();
      if (!part?.value) throw new Error('a thread has ended before its cases');
      yield { ...part.value, done: Math.min((index + 1) * CHUNK, cases.length) };
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** Every n-th chunk, lived by one thread, which is a chunk ahead of what is asked for. */
async function* answers(
  thread: Worker,
  cases: readonly Concerned[],
  first: number,
  step: number,
): AsyncGenerator<Part, undefined> {
  const ask = (index: number): Promise<Part> | undefined => {
    const chunk = cases.slice(index * CHUNK, (index + 1) * CHUNK);
    if (chunk.length === 0) return undefined;
    thread.postMessage(chunk);
    const answered = once(thread, 'message').then(([part]) => part as Part);
    answered.catch(() => undefined);
    return answered;
  };
  let ahead = ask(first);
  for (let index = first + step; ahead; index += step) {
    const part = await ahead;
    ahead = ask(index);
    yield part;
  }
  return undefined;
}
