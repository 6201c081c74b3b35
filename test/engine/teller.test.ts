import { expect, test } from '@jest/globals';
import type { Client } from '@temporalio/client';
import type { Telling } from '../../domain/telling.ts';
import type { Pool } from '../../engine/database.ts';
import { createMetrics } from '../../engine/metrics.ts';
import { Teller } from '../../engine/teller.ts';

const tellingOf = (caseId: string): Telling => ({
  caseId,
  type: 'hotline-ticket',
  number: caseId,
  version: 1,
  events: [],
  stage: 's',
  wakeAt: null,
  ended: false,
  effects: [],
});

/** A Temporal that answers when told to, and a pool of which only the counts are looked at. */
function slowTemporal(counts: Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>) {
  const answers: (() => void)[] = [];
  const client = {
    withDeadline: (_deadline: number, call: () => Promise<unknown>) => call(),
    workflow: { signalWithStart: () => new Promise<void>((answer) => answers.push(answer)) },
  };
  const pool = { ...counts, query: () => Promise.resolve({ rows: [] }) };
  const teller = new Teller({
    client: client as unknown as Client,
    taskQueue: 'q',
    pool: pool as unknown as Pool,
    metrics: createMetrics(),
  });
  return { answers, pool, teller };
}

const cases = Array.from({ length: 10 }, (_, i) => tellingOf(`c${i}`));

test('tells a few at a time while nobody else needs the machine', () => {
  const { answers, teller } = slowTemporal({ totalCount: 16, idleCount: 15, waitingCount: 0 });
  cases.forEach(teller.tell);
  expect(answers).toHaveLength(6);
});

test('tells one at a time while people are served, and catches up afterwards', async () => {
  const { answers, pool, teller } = slowTemporal({ totalCount: 16, idleCount: 0, waitingCount: 9 });
  cases.forEach(teller.tell);
  expect(answers).toHaveLength(1);
  Object.assign(pool, { idleCount: 16, waitingCount: 0 });
  answers[0]?.();
  await new Promise((turn) => setImmediate(turn));
  expect(answers).toHaveLength(7);
  for (let told = 1; told < cases.length; told += 1) {
    answers[told]?.();
    await new Promise((turn) => setImmediate(turn));
  }
  await teller.drained();
});
