import { createHash } from 'node:crypto';
import type { Chunk } from './chunk.ts';
import { addTo, type Tally } from './tally.ts';
import type { Violation } from './violation.ts';

/** Lives that are lived together, by one thread. */
export const CHUNK = 200;

export interface Year {
  readonly tally: Tally;
  readonly violations: readonly Violation[];
  /** Over every event of every case, in order: the same for the same seed, however many threads live it. */
  readonly digest: string;
}

/** Lives chunk number `index`, here or in another thread. */
export type Living = (index: number) => Promise<Chunk>;

/**
 * Lives as many chunks as it takes to come to so many cases. Each of `living` is given the next chunk when it is done with
 * its last; which of them lives what makes no difference.
 */
export async function liveYear(
  cases: number,
  living: readonly Living[],
  progress: (done: number) => void = () => undefined,
): Promise<Year> {
  const tally: Tally = {};
  const violations: Violation[] = [];
  const hash = createHash('sha256');
  const early = new Map<number, Chunk>();
  let next = 0;
  let added = 0;
  const isEnough = () => (tally['cases'] ?? 0) >= cases || violations.length >= MOST_VIOLATIONS;
  const add = (): void => {
    for (let chunk = early.get(added); chunk && !isEnough(); chunk = early.get(added)) {
      early.delete(added);
      added += 1;
      addTo(tally, chunk.tally);
      violations.push(...chunk.violations);
      hash.update(chunk.digest);
      progress(tally['cases'] ?? 0);
    }
  };
  const work = async (one: Living): Promise<void> => {
    while (!isEnough()) {
      const index = next;
      next += 1;
      early.set(index, await one(index));
      add();
    }
  };
  await Promise.all(living.map(work));
  return { tally, violations, digest: hash.digest('hex') };
}

/** More of them tell nothing new. */
const MOST_VIOLATIONS = 1000;
