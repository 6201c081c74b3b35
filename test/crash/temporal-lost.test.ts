import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { createPool, type Pool, query } from '../../engine/database.ts';
import { beat } from '../../engine/sentinel.ts';
import { verify } from '../../engine/verify.ts';
import { type Person, signIn } from '../support/people.ts';
import { ensureNamespace } from '../support/services.ts';
import { eventually } from '../support/waiting.ts';
import { type Casualties, serve } from './chaos.ts';
import { settles, workflowsAgree } from './settled.ts';
import { NAMESPACE, startWhole, type Whole } from './whole.ts';

const CASES = 20;
/** Longest that coming back may take on a busy machine, in ms; about 60 s are expected. */
const RECOVERY = 150_000;

const casualties: Casualties = { killed: new Map(), died: [] };
const over = new AbortController();
let whole: Whole;
let pool: Pool;
let dispatcher: Person;
let kept: Promise<void>;

beforeAll(async () => {
  whole = await startWhole();
  pool = createPool(whole.databaseUrl, 4, () => undefined);
  dispatcher = await signIn(whole.url, 'paidan1');
  kept = superviseWorker();
}, 120_000);

afterAll(async () => {
  over.abort();
  await kept;
  await pool?.end();
  await whole?.stop();
}, 120_000);

/** A worker that ends because Temporal forgot its namespace is started again, as by any supervisor. */
async function superviseWorker(): Promise<void> {
  while (!over.signal.aborted) await serve(whole.worker, 200, casualties);
}

/** An urgent ticket whose dispatch is overdue in so many seconds. */
async function openDueIn(seconds: number): Promise<string> {
  const receivedAt = isoInstant(Date.now() - 15 * MINUTE + seconds * 1000);
  const { status, body } = await dispatcher.open({ urgency: 'SAFETY', receivedAt });
  expect(status).toBe(201);
  return body.caseId as string;
}

const levelsOf = async (caseId: string): Promise<readonly string[]> => {
  const rows = await query<{ level: string }>(
    pool,
    `SELECT data->>'level' AS level FROM case_event WHERE case_id = $1 AND type = 'LevelReached' ORDER BY version`,
    [caseId],
  );
  return rows.map(({ level }) => level);
};

/** Coming back may be quicker than the levels, whose instant is a few seconds ahead. */
const reachesBoth = (caseId: string) =>
  eventually('both levels', async () => (await levelsOf(caseId)).length >= 2, RECOVERY);

const readiness = async (): Promise<string> => {
  const response = await fetch(`${whole.url}/readyz`);
  return ((await response.json()) as { status: string }).status;
};

async function withClient<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: whole.temporalAddress });
  try {
    return await work(new Client({ connection, namespace: NAMESPACE }));
  } finally {
    await connection.close();
  }
}

const everyWorkflowAgrees = () => withClient((client) => workflowsAgree(pool, client, RECOVERY));

async function expectNoFindings(): Promise<void> {
  expect(await verify(pool, { now: await settles(pool, RECOVERY) })).toEqual([]);
}

test('while Temporal is away people work on; when it is back every workflow is told', async () => {
  const early = await openDueIn(600);
  await everyWorkflowAgrees();
  await whole.temporal.kill();
  await eventually('degraded readiness', async () => (await readiness()) === 'degraded', 60_000);
  const due = await openDueIn(2);
  const dispatched = await dispatcher.command(early, 'dispatch', { leadUnit: 'xiayang' });
  expect(dispatched.status).toBe(200);
  await whole.temporal.start();
  await eventually('readiness', async () => (await readiness()) === 'ready', RECOVERY);
  await reachesBoth(due);
  await expectNoFindings();
  await everyWorkflowAgrees();
  expect(await levelsOf(due)).toEqual(['L1', 'L2']);
}, 400_000);

test("when Temporal's store is lost every open case's workflow runs again and no level fires twice", async () => {
  const waiting = await Promise.all(Array.from({ length: CASES }, () => openDueIn(800)));
  const fired = await openDueIn(1);
  await reachesBoth(fired);
  await everyWorkflowAgrees();
  await eventually('a sentinel that Temporal was seen to hold', confirmed, 60_000);
  const dueMeanwhile = await openDueIn(3);
  await loseTemporal();
  await everyWorkflowAgrees();
  await reachesBoth(dueMeanwhile);
  await expectNoFindings();
  expect(await levelsOf(fired)).toEqual(['L1', 'L2']);
  expect(await levelsOf(dueMeanwhile)).toEqual(['L1', 'L2']);
  expect(await Promise.all(waiting.map(levelsOf))).toEqual(waiting.map(() => []));
}, 400_000);

test('a beat that is cut off between seeing the loss and answering it is made good by the next', async () => {
  await openDueIn(800);
  await everyWorkflowAgrees();
  await eventually('a sentinel that Temporal was seen to hold', confirmed, 60_000);
  over.abort();
  await kept;
  await whole.worker.kill();
  await loseTemporal();
  // Temporal takes no signal without a task queue: the beat fails right after it saw the loss.
  await withClient(async (client) => {
    await expect(beat({ client, taskQueue: '', pool })).rejects.toThrow();
  });
  await whole.worker.start();
  await everyWorkflowAgrees();
}, 400_000);

const confirmed = async (): Promise<boolean> => {
  const [row] = await query<{ confirmed: string }>(pool, 'SELECT confirmed FROM sentinel');
  return Number(row?.confirmed) > 0;
};

async function loseTemporal(): Promise<void> {
  await whole.temporal.kill();
  await rm(whole.temporalFolder, { recursive: true });
  await whole.temporal.start();
  await ensureNamespace(whole.temporalAddress, NAMESPACE);
}
