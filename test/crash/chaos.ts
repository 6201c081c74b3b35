import { setTimeout as pause } from 'node:timers/promises';
import type { Failpoint } from '../../engine/engine.ts';
import type { Part } from './parts.ts';
import type { Random } from './random.ts';

/** How one life of a part ends. */
type Death = { readonly kill: true } | { readonly failpoint: Failpoint; readonly times: number };

export interface Plan {
  readonly part: Part;
  readonly kills: number;
  readonly failpoints?: Partial<Record<Failpoint, number>>;
  /** For how long it serves between two kills, in ms. */
  readonly serves: readonly [number, number];
  /** At which passage a failpoint kills. */
  readonly passages?: readonly [number, number];
}

export interface Casualties {
  /** By part or failpoint, how often it was killed. */
  readonly killed: Map<string, number>;
  /** Ends that nobody caused: a part must outlive the loss of every other. */
  readonly died: string[];
}

/** A failpoint that is not passed for so long is given up, in ms. */
const FAILPOINT_PATIENCE = 40_000;

/** Kills and restarts a part as planned, in random order at random moments, and leaves it running. */
export async function carryOut(plan: Plan, random: Random, count: Casualties): Promise<void> {
  for (const death of random.shuffle(deathsOf(plan, random))) {
    if ('kill' in death) await killSome(plan, random, count);
    else await runInto(plan, death, count);
  }
}

function deathsOf({ kills, failpoints = {}, passages = [1, 3] }: Plan, random: Random): Death[] {
  const armed = Object.entries(failpoints).flatMap(([failpoint, often]) =>
    Array.from({ length: often }, () => ({
      failpoint: failpoint as Failpoint,
      times: random.integer(...passages),
    })),
  );
  return [...Array.from({ length: kills }, () => ({ kill: true }) as const), ...armed];
}

async function killSome({ part, serves }: Plan, random: Random, count: Casualties): Promise<void> {
  await serve(part, random.between(...serves), count);
  await part.kill();
  note(count, part.name);
  await part.start();
}

/** Starts the part so that it kills itself at the failpoint, and then again without. */
async function runInto(
  { part }: Plan,
  { failpoint, times }: { readonly failpoint: Failpoint; readonly times: number },
  count: Casualties,
): Promise<void> {
  let how: string | undefined;
  for (let attempt = 1; how !== 'signal SIGKILL' && attempt <= 3; attempt += 1) {
    await part.kill();
    await part.start({ FAILPOINT: `${failpoint}:${times}` });
    how = await endedWithin(part, FAILPOINT_PATIENCE);
    if (how !== undefined && how !== 'signal SIGKILL') count.died.push(obituary(part, how));
  }
  if (how === 'signal SIGKILL') note(count, failpoint);
  await part.kill();
  await part.start();
}

/** Lets a part serve; one that ends by itself meanwhile is noted and started again. */
export async function serve(part: Part, ms: number, count: Casualties): Promise<void> {
  const until = Date.now() + ms;
  for (;;) {
    const how = await endedWithin(part, until - Date.now());
    if (how === undefined) return;
    count.died.push(obituary(part, how));
    await part.start();
  }
}

/** How the part ended, or undefined when it is still running after so many ms. */
async function endedWithin(part: Part, ms: number): Promise<string | undefined> {
  const stop = new AbortController();
  const over = pause(Math.max(0, ms), undefined, { signal: stop.signal }).catch(() => undefined);
  const how = await Promise.race([part.ended(), over]);
  stop.abort();
  return how ?? undefined;
}

const obituary = (part: Part, how: string): string =>
  `${part.name} ended by itself: ${how}\n${part.lastWords()}`;

function note({ killed }: Casualties, what: string): void {
  killed.set(what, (killed.get(what) ?? 0) + 1);
}
