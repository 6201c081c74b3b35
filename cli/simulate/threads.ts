import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type Chunk, liveChunk } from './chunk.ts';
import { CORE } from './core.ts';
import type { Span } from './life.ts';
import { CHUNK, type Living } from './year.ts';

/** What a thread is started with. */
interface Start {
  readonly seed: number;
  readonly year: Span;
}

/** One thread for each core, each of them this program. */
export const startThreads = (program: URL, start: Start): readonly Worker[] =>
  Array.from({ length: availableParallelism() }, () => new Worker(program, { workerData: start }));

/** Has a thread live a chunk. Rejects when the thread breaks down. */
export const livingIn =
  (thread: Worker): Living =>
  (index) =>
    new Promise<Chunk>((resolve, reject) => {
      thread.once('error', reject);
      thread.once('message', (chunk: Chunk) => {
        thread.off('error', reject);
        resolve(chunk);
      });
      thread.postMessage(index);
    });

/** What a thread does: lives the chunks that it is told to. */
export function serveThread(): void {
  const ask = { ...(workerData as Start), core: CORE };
  parentPort?.on('message', (index: number) => {
    parentPort?.postMessage(liveChunk(ask, index * CHUNK, CHUNK));
  });
}
