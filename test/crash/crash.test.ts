import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts';
import { createPool, type Pool, query } from '../../engine/database.ts';
import { verify } from '../../engine/verify.ts';
import { signIn } from '../support/people.ts';
import { answeredAnew, notInLog } from './acknowledged.ts';
import { carryOut, type Casualties, type Plan, serve } from './chaos.ts';
import { emptyLedger, Sender } from './commands.ts';
import { Random } from './random.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { settles, workflowsAgree } from './settled.ts';
import { walkTickets } from './walkers.ts';
import { NAMESPACE, startWhole, type Whole } from './whole.ts';

const SCALE = process.env['SOAK'] ? 5 : 1;
const WALKERS = 24;
/** Longest that a system left in peace may take to catch up, in ms. */
const PEACE = 240_000;

const seed = Number(process.env['CRASH_SEED'] ?? Date.now() % 2 ** 31);
const random = new Random(seed);
const casualties: Casualties = { killed: new Map(), died: [] };
const ledger = emptyLedger();
let whole: Whole;
let receiver: Receiver;
let pool: Pool;
let client: Client;
let sender: Sender;

beforeAll(async () => {
  console.log(`crash test with CRASH_SEED=${seed}`);
  receiver = await startReceiver(random.fork());
  whole = await startWhole({ webhookUrl: receiver.url });
  pool = createPool(whole.databaseUrl, 4, () => undefined);
  const people = await Promise.all(DEMO_PEOPLE.map(({ account }) => signIn(whole.url, account)));
  const cookies = new Map(people.map(({ account, cookie }) => [account, cookie]));
  sender = new Sender(whole.url, cookies, ledger);
}, 120_000);

afterAll(async () => {
  await client?.connection.close();
  await pool?.end();
  await whole?.stop();
  await receiver?.close();
}, 120_000);

/** Everything is killed independently of everything else, so that two are often away at once. */
const plans = (): readonly Plan[] => {
  const { api, worker, temporal, postgres } = whole;
  return [
    {
      part: api,
      kills: 10 * SCALE,
      failpoints: {
        'after-commit-before-answer': 3 * SCALE,
        'after-commit-before-telling': 3 * SCALE,
      },
      passages: [3, 60],
      serves: [1000, 8000],
    },
    {
      part: worker,
      kills: 10 * SCALE,
      failpoints: { 'after-level-stored': 3 * SCALE },
      serves: [500, 5000],
    },
    { part: temporal, kills: 10 * SCALE, serves: [500, 9000] },
    { part: postgres, kills: 10 * SCALE, serves: [500, 12_000] },
  ];
};

test(
  'nothing acknowledged is lost or done twice, and every level fires once, whatever is killed',
  async () => {
    const began = performance.now();
    let over = false;
    const load = walkTickets({ sender, random: random.fork(), walkers: WALKERS, over: () => over });
    await Promise.all(plans().map((plan) => carryOut(plan, random.fork(), casualties)));
    const killing = performance.now() - began;
    over = true;
    await load;
    const peace = new AbortController();
    const kept = Promise.all(
      plans().map(async ({ part }) => {
        while (!peace.signal.aborted) await serve(part, 200, casualties);
      }),
    );
    const settledAt = await settles(pool, PEACE);
    client = await connect();
    const running = await workflowsAgree(pool, client, 60_000);
    const wanting = {
      violations: ledger.violations,
      died: casualties.died,
      notInLog: await notInLog(pool, ledger.acknowledged),
      answeredAnew: await answeredAnew(sender, ledger.acknowledged),
      findings: await verify(pool, { now: settledAt }),
      undelivered: await neverTaken(),
    };
    peace.abort();
    await kept;
    console.log(await summary(running, killing, performance.now() - began));
    expect(wanting).toEqual({
      violations: [],
      died: [],
      notInLog: [],
      answeredAnew: [],
      findings: [],
      undelivered: [],
    });
    expectEnough();
  },
  600_000 * SCALE,
);

/** A run that killed or recorded too little would prove nothing. */
function expectEnough(): void {
  for (const { part, kills, failpoints = {} } of plans()) {
    expect(casualties.killed.get(part.name)).toBeGreaterThanOrEqual(kills);
    for (const failpoint of Object.keys(failpoints)) {
      expect({ failpoint, killed: casualties.killed.get(failpoint) ?? 0 }).toEqual({
        failpoint,
        killed: failpoints[failpoint as keyof typeof failpoints],
      });
    }
  }
  expect(ledger.acknowledged.length).toBeGreaterThan(300 * SCALE);
}

const connect = async (): Promise<Client> =>
  new Client({
    connection: await Connection.connect({ address: whole.temporalAddress }),
    namespace: NAMESPACE,
  });

/** Effects that the database says were delivered and the receiver never took. */
async function neverTaken(): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(pool, 'SELECT id FROM outbox');
  return rows.map(({ id }) => id).filter((id) => !receiver.taken.has(id));
}

async function summary(running: number, killing: number, all: number): Promise<string> {
  const [levels] = await query<{ fired: string; late: string }>(
    pool,
    'SELECT count(*) AS fired, max(at - due_at) FILTER (WHERE due_at > (SELECT min(opened_at) FROM case_row WHERE id = case_id)) AS late FROM level_fired',
  );
  const counts = (of: ReadonlyMap<string, number>): string =>
    [...of].map(([what, n]) => `${what} ${n}`).join(', ');
  const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
  return [
    `${ledger.acknowledged.length} acknowledged, sent again: ${counts(ledger.retries)}`,
    `killed: ${counts(casualties.killed)}`,
    `${levels?.fired} levels, ${receiver.taken.size} effects, ${running} workflows waiting`,
    `killing ${seconds(killing)}, all ${seconds(all)}, CRASH_SEED=${seed}`,
  ].join(' · ');
}
