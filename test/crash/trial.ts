import { Client, Connection } from '@temporalio/client';
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts';
import { CASE_TYPES } from '../../domain/registry.ts';
import { createPool, type Pool, query } from '../../engine/database.ts';
import { verify } from '../../engine/verify.ts';
import { signIn } from '../support/people.ts';
import { answeredAnew, notAsked, notInLog } from './acknowledged.ts';
import { type Casualties, serve } from './chaos.ts';
import { type Cookies, emptyLedger, type Ledger, Sender } from './commands.ts';
import type { Part } from './parts.ts';
import type { Random } from './random.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { settles, workflowsAgree } from './settled.ts';
import { NAMESPACE, startWhole, type Whole } from './whole.ts';

/** Longest that a system left in peace may take to catch up, in ms. */
const PEACE = 240_000;

/** A whole system with people who send to it and a house that takes its notices. */
export interface Trial {
  readonly whole: Whole;
  readonly pool: Pool;
  readonly receiver: Receiver;
  readonly cookies: Cookies;
  readonly ledger: Ledger;
  readonly sender: Sender;
  readonly casualties: Casualties;
  stop(): Promise<void>;
}

export async function startTrial(random: Random): Promise<Trial> {
  const receiver = await startReceiver(random.fork());
  let whole: Whole | undefined;
  try {
    whole = await startWhole({ webhookUrl: receiver.url });
    return trialOn(whole, receiver, await signedIn(whole.url));
  } catch (error) {
    await whole?.stop();
    await receiver.close();
    throw error;
  }
}

function trialOn(whole: Whole, receiver: Receiver, cookies: Cookies): Trial {
  const pool = createPool(whole.databaseUrl, 4, () => undefined);
  const ledger = emptyLedger();
  return {
    whole,
    pool,
    receiver,
    cookies,
    ledger,
    sender: new Sender(whole.url, cookies, ledger),
    casualties: { killed: new Map(), died: [] },
    async stop() {
      await pool.end();
      await whole.stop();
      await receiver.close();
    },
  };
}

/** One after the other: the API takes only so many passwords at a time. */
async function signedIn(url: string): Promise<Cookies> {
  const cookies = new Map<string, string>();
  for (const { account } of DEMO_PEOPLE) {
    const { cookie } = await signIn(url, account);
    cookies.set(account, cookie);
  }
  return cookies;
}

/** Everything that must be empty in the end, so that a failure shows what is in it. */
export const SOUND = {
  violations: [],
  died: [],
  notInLog: [],
  notAsked: [],
  answeredAnew: [],
  findings: [],
  undelivered: [],
};

export interface Verdict {
  readonly wanting: { readonly [what in keyof typeof SOUND]: readonly unknown[] };
  /** How many workflows wait for something. */
  readonly running: number;
}

/** Leaves the system in peace, its parts only kept running, and sees whether all is well with it. */
export async function judge(trial: Trial, parts: readonly Part[]): Promise<Verdict> {
  const { pool, ledger, sender, casualties, receiver, whole } = trial;
  const peace = new AbortController();
  const kept = Promise.all(
    parts.map(async (part) => {
      while (!peace.signal.aborted) await serve(part, 200, casualties);
    }),
  );
  try {
    const settledAt = await settles(pool, PEACE);
    const running = await agreed(pool, whole.temporalAddress);
    const wanting = {
      violations: ledger.violations,
      died: casualties.died,
      notInLog: await notInLog(pool, ledger.acknowledged),
      notAsked: await notAsked(pool, ledger.acknowledged),
      answeredAnew: await answeredAnew(sender, ledger.acknowledged),
      findings: await verify(pool, { now: settledAt }),
      undelivered: await neverTaken(pool, receiver),
    };
    return { wanting, running };
  } finally {
    peace.abort();
    await kept;
  }
}

async function agreed(pool: Pool, address: string): Promise<number> {
  const connection = await Connection.connect({ address });
  try {
    return await workflowsAgree(pool, new Client({ connection, namespace: NAMESPACE }), 60_000);
  } finally {
    await connection.close();
  }
}

/** Effects that the database says were delivered and the receiver never took. */
async function neverTaken(pool: Pool, { taken }: Receiver): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    pool,
    'SELECT id FROM outbox WHERE delivered_at IS NOT NULL',
  );
  return rows.map(({ id }) => id).filter((id) => !taken.has(id));
}

/** Per released case type, in how many cases people have done a step after the opening. */
export async function steppedByType(pool: Pool): Promise<ReadonlyMap<string, number>> {
  const rows = await query<{ type: string; cases: string }>(
    pool,
    `SELECT r.type_id AS type, count(DISTINCT r.id) AS cases FROM case_row r
       JOIN case_event e ON e.case_id = r.id AND e.version > 1 AND e.actor_kind = 'person' GROUP BY r.type_id`,
  );
  const stepped = new Map(rows.map(({ type, cases }) => [type, Number(cases)]));
  return new Map(CASE_TYPES.map(({ id }) => [id, stepped.get(id) ?? 0]));
}

export const counts = (of: ReadonlyMap<string, number>): string =>
  [...of].map(([what, n]) => `${what} ${n}`).join(', ');
