/** Something to be timed. What it returns is added up, so that none of it can be optimised away. */
export interface Subject {
  readonly name: string;
  readonly run: (i: number) => number;
  /** What one run gives. */
  readonly gives: string;
}

export interface Timing extends Pick<Subject, 'name' | 'gives'> {
  /** The median over the batches of one run's time, in ns. */
  readonly ns: number;
}

const BATCH_MS = 20;
const WARM_UP_MS = 300;
const BATCHES = 25;

/** Times subjects in turn, batch by batch, so that a slow second of the machine hits all of them. */
export function timed(subjects: readonly Subject[]): readonly Timing[] {
  const sized = subjects.map((subject) => ({
    subject,
    runs: runsOfBatch(subject),
    ns: [] as number[],
  }));
  for (let batch = 0; batch < BATCHES; batch += 1) {
    for (const { subject, runs, ns } of sized) ns.push((msOf(subject, runs) * 1e6) / runs);
  }
  return sized.map(({ subject: { name, gives }, ns }) => ({ name, gives, ns: median(ns) }));
}

/** Warms a subject up and finds how many runs fill a batch. */
function runsOfBatch(subject: Subject): number {
  let runs = 1;
  let perRun = Infinity;
  for (let left = WARM_UP_MS; left > 0; runs *= 2) {
    const ms = msOf(subject, runs);
    perRun = ms / runs;
    left -= ms;
  }
  return Math.max(1, Math.round(BATCH_MS / perRun));
}

function msOf({ name, run }: Subject, runs: number): number {
  let sum = 0;
  const began = performance.now();
  for (let i = 0; i < runs; i += 1) sum += run(i);
  const ms = performance.now() - began;
  if (Number.isNaN(sum)) throw new Error(`${name}: gave something that is no number`);
  return ms;
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
