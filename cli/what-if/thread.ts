import { parentPort, workerData } from 'node:worker_threads';
import type { Period } from '../../domain/what-if/difference.ts';
import { readDraft } from '../../domain/what-if/draft.ts';
import { type Summary, Summing } from '../../domain/what-if/summary.ts';
import { createPool } from '../../engine/database.ts';
import { learnRules } from '../../engine/rules/known.ts';
import { type ChangedCase, type Concerned, differences } from '../../engine/what-if.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly databaseUrl: string;
  readonly draft: unknown;
  readonly period: Period;
  /** Every changed case as a line of JSON. */
  readonly json: boolean;
  /** Otherwise so many of them. */
  readonly list: number;
}

/** What came of a chunk of cases: added up here, because to hand every case over costs as much as to live it again. */
export interface Part {
  readonly summary: Summary;
  readonly listed: readonly ChangedCase[];
  readonly lines: string;
}

const { databaseUrl, draft, period, json, list } = workerData as ThreadData;
const pool = createPool(databaseUrl, 2, () => undefined);
const read = readDraft(draft);
const learned = learnRules(pool);

async function answer(cases: readonly Concerned[]): Promise<Part> {
  await learned;
  const sum = new Summing();
  const listed: ChangedCase[] = [];
  let lines = '';
  for await (const batch of differences(pool, read, period, cases)) {
    for (const changed of batch) {
      sum.add(changed);
      if (json) lines += `${JSON.stringify(changed)}\n`;
      else if (listed.length < list) listed.push(changed);
    }
  }
  return { summary: sum.summary, listed, lines };
}

parentPort?.on('message', (cases: readonly Concerned[]) => {
  // A failure ends the thread, and with it the question.
  void answer(cases).then((part) => parentPort?.postMessage(part));
});
