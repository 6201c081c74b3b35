import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { query } from '../../engine/database.ts';
import { beat } from '../../engine/sentinel.ts';
import { type Person, signIn } from '../support/people.ts';
import { eventually } from '../support/waiting.ts';
import { type Bereft, RECOVERY, startBereft } from './store.ts';

let bereft: Bereft;
let dispatcher: Person;

beforeAll(async () => {
  bereft = await startBereft();
  dispatcher = await signIn(bereft.whole.url, 'paidan1');
}, 120_000);

afterAll(() => bereft?.stop(), 120_000);

/** An urgent ticket whose dispatch is overdue in so many seconds. */
async function openDueIn(seconds: number): Promise<string> {
  const receivedAt = isoInstant(Date.now() - 15 * MINUTE + seconds * 1000);
  const { status, body } = await dispatcher.open({ urgency: 'SAFETY', receivedAt });
  expect(status).toBe(201);
  return body.caseId as string;
}

const levelsOf = async (caseId: string): Promise<readonly string[]> => {
  const rows = await query<{ level: string }>(
    bereft.pool,
    `SELECT data->>'level' AS level FROM case_event WHERE case_id = $1 AND type = 'LevelReached' ORDER BY version`,
    [caseId],
  );
  return rows.map(({ level }) => level);
};

/** Coming back may be quicker than the levels, whose instant is a few seconds ahead. */
const reachesBoth = (caseId: string) =>
  eventually('both levels', async () => (await levelsOf(caseId)).length >= 2, RECOVERY);

const readiness = async (): Promise<string> => {
  const response = await fetch(`${bereft.whole.url}/readyz`);
  return ((await response.json()) as { status: string }).status;
};

test('while Temporal is away people work on; when it is back every workflow is told', async () => {
  const early = await openDueIn(600);
  await bereft.agree();
  await bereft.whole.temporal.kill();
  await eventually('degraded readiness', async () => (await readiness()) === 'degraded', 60_000);
  const due = await openDueIn(2);
  const dispatched = await dispatcher.command(early, 'dispatch', { leadUnit: 'xiayang' });
  expect(dispatched.status).toBe(200);
  await bereft.whole.temporal.start();
  await eventually('readiness', async () => (await readiness()) === 'ready', RECOVERY);
  await reachesBoth(due);
  expect(await bereft.findings()).toEqual([]);
  await bereft.agree();
  expect(await levelsOf(due)).toEqual(['L1', 'L2']);
}, 400_000);

test('a beat that is cut off between seeing the loss and answering it is made good by the next', async () => {
  await openDueIn(800);
  await bereft.agree();
  await bereft.confirmed();
  await bereft.endWorker();
  await bereft.loseStore();
  // Temporal takes no signal without a task queue: the beat fails right after it saw the loss.
  await bereft.withClient(async (client) => {
    await expect(beat({ client, taskQueue: '', pool: bereft.pool })).rejects.toThrow();
  });
  await bereft.whole.worker.start();
  await bereft.agree();
}, 400_000);
