import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DAY, isoInstant, MINUTE } from '../../domain/calendar/civil.ts';
import { workflowFindings } from '../../engine/audit/workflow-check.ts';
import { query } from '../../engine/database.ts';
import { type Person, signIn } from '../support/people.ts';
import { masterKeyForTests } from '../support/services.ts';
import { eventually } from '../support/waiting.ts';
import { OPENINGS } from './openings.ts';
import { type Bereft, RECOVERY, startBereft } from './store.ts';
import { NAMESPACE } from './whole.ts';

/** Open cases of all types; more of them in a soak. */
const CASES = process.env['SOAK'] ? 500 : 63;
const AT_ONCE = 4;
/** Longest that so many may take to come back. */
const PATIENCE = RECOVERY + CASES * 500;

let bereft: Bereft;
let people: ReadonlyMap<string, Person>;

beforeAll(async () => {
  bereft = await startBereft();
  const accounts = ['paidan1', 'xiayang-lianluo', ...OPENINGS.map(({ account }) => account)];
  const signed = [...new Set(accounts)].map(
    async (account) => [account, await signIn(bereft.whole.url, account)] as const,
  );
  people = new Map(await Promise.all(signed));
}, 120_000);

afterAll(() => bereft?.stop(), 120_000);

const personOf = (account: string): Person => {
  const person = people.get(account);
  if (!person) throw new Error(`${account} has not signed in`);
  return person;
};

async function open(account: string, type: string, input: object): Promise<string> {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const { status, body } = await personOf(account).post('/api/cases', { type, input }, key);
  expect([type, status, body.code]).toEqual([type, 201, undefined]);
  return body.caseId as string;
}

/** Cases of all types, received at instants spread over the last month: levels of the past are recorded as they are opened. */
async function openAll(count: number): Promise<readonly string[]> {
  const opened: string[] = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    const several = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, i) => {
      const n = first + i;
      const opening = OPENINGS[n % OPENINGS.length];
      if (!opening) throw new Error('there are no openings');
      const receivedAt = Math.floor(Date.now() - (30 * DAY * (n + 1)) / (count + 1));
      return open(opening.account, opening.type, opening.input(receivedAt));
    });
    opened.push(...(await Promise.all(several)));
  }
  return opened;
}

interface Awaited {
  readonly caseId: string;
  readonly due: number;
  readonly what: readonly string[];
}

/** Cases of which something falls due in so many seconds, by their limits; of a warning in a minute at the latest. */
async function dueIn(seconds: number): Promise<readonly Awaited[]> {
  const now = Date.now();
  const due = now + seconds * 1000;
  const receivedAt = (minutes: number) => isoInstant(Math.min(now, due - minutes * MINUTE));
  const place = { text: '测试', address: '公园路 100 号', town: 'xiayang' };
  const cases = await Promise.all([
    open('paidan1', 'hotline-ticket', {
      ...place,
      caller: { name: '陈测试', phone: '13900000000' },
      matter: 'ASSIST_COMPLAINT',
      urgency: 'SAFETY',
      receivedAt: receivedAt(15),
    }),
    open('xiayang-xuncha1', 'illegal-building', {
      ...place,
      source: 'PATROL',
      kind: 'ROOF',
      build: 'ONGOING',
      reportedAt: receivedAt(120),
    }),
    open('tizheng', 'warning', {
      ...place,
      source: 'ELEVATOR',
      level: 'BLUE',
      objectId: 'DT-1',
      triggeredAt: receivedAt(1),
    }),
  ]);
  const [, , warning] = cases;
  const missedAt = Math.min(now, due - MINUTE) + MINUTE;
  return cases.map((caseId) =>
    caseId === warning
      ? { caseId, due: missedAt, what: ['LevelReached L2', 'PushMissed'] }
      : { caseId, due, what: ['LevelReached L2'] },
  );
}

interface Recorded {
  readonly type: string;
  readonly level: string | null;
  readonly due_at: Date;
}

const recorded = (caseId: string): Promise<readonly Recorded[]> =>
  query<Recorded>(
    bereft.pool,
    `SELECT type, data->>'level' AS level, due_at FROM case_event
      WHERE case_id = $1 AND type IN ('LevelReached', 'PushMissed') ORDER BY version`,
    [caseId],
  );

/** What was awaited came, each once, with the instant at which it was due. */
async function expectFired(cases: readonly Awaited[]): Promise<void> {
  for (const { caseId, due, what } of cases) {
    const fired = async () =>
      (await recorded(caseId)).filter(({ level }) => level === null || level === 'L2');
    await eventually('what was due', async () => (await fired()).length >= what.length, PATIENCE);
    const came = await fired();
    expect(came.map(({ type, level }) => [type, level].join(' ').trim()).sort()).toEqual(what);
    const instants = came.map(({ due_at }) => Math.abs(due_at.getTime() - due) < 1500);
    expect(instants).toEqual(what.map(() => true));
  }
}

/** Every open case's workflow runs, and holds one timer to the instant that its row says. */
async function expectEveryTimer(): Promise<void> {
  await bereft.agree(PATIENCE);
  const found: object[] = [];
  await bereft.withClient(async (client) => {
    for await (const some of workflowFindings(bereft.pool, client, Date.now())) found.push(...some);
  });
  expect(found).toEqual([]);
}

test(`when Temporal's store is lost ${CASES} open cases of all types run again, and what falls due falls due once`, async () => {
  const cases = await openAll(CASES);
  expect(cases).toHaveLength(CASES);
  await bereft.agree(PATIENCE);
  await bereft.confirmed();
  const soon = await dueIn(30);
  await bereft.loseStore();
  await expectEveryTimer();
  await expectFired(soon);
  expect(await bereft.findings()).toEqual([]);
}, 1_200_000);

test('when it is put back as it was before, what happened since is told again', async () => {
  await bereft.agree(PATIENCE);
  await bereft.backUpStore();
  await bereft.agree(PATIENCE);
  const soon = await dueIn(60);
  const ticket = await open('paidan1', 'hotline-ticket', {
    text: '测试',
    address: '公园路 100 号',
    caller: { name: '陈测试', phone: '13900000000' },
    matter: 'CONSULT',
  });
  const dispatched = await personOf('paidan1').command(ticket, 'dispatch', {
    leadUnit: 'xiayang',
  });
  expect(dispatched.status).toBe(200);
  await bereft.agree(PATIENCE);
  await bereft.confirmed();
  await bereft.restoreStore();
  await expectEveryTimer();
  await expectFired(soon);
  expect((await personOf('xiayang-lianluo').command(ticket, 'acknowledge')).status).toBe(200);
  await expectEveryTimer();
  expect(await bereft.findings()).toEqual([]);
}, 1_200_000);

test('and by hand: reconcile tells every case again and finds every timer', async () => {
  const { databaseUrl, temporalAddress } = bereft.whole;
  const child = spawn(process.execPath, ['--import', 'tsx', resolve('cli/reconcile.ts')], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: NAMESPACE,
      MASTER_KEY: masterKeyForTests,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const code = await new Promise((ended) => child.once('exit', ended));
  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.stringContaining('件已告知,0 件的流程或计时器不符'),
  });
}, 1_200_000);
