import { cp, rm } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { createPool, type Pool, query } from '../../engine/database.ts';
import { verify } from '../../engine/verify.ts';
import { ensureNamespace } from '../support/services.ts';
import { eventually } from '../support/waiting.ts';
import { type Casualties, serve } from './chaos.ts';
import { settles, workflowsAgree } from './settled.ts';
import { NAMESPACE, startWhole, type Whole } from './whole.ts';

/** Longest that coming back may take on a busy machine, in ms; about 60 s are expected. */
export const RECOVERY = 150_000;

/** A whole system whose Temporal store is lost or put back. */
export interface Bereft {
  readonly whole: Whole;
  readonly pool: Pool;
  withClient<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Waits until every workflow says what its case says. */
  agree(within?: number): Promise<number>;
  /** Waits until nothing is under way and answers what does not follow from the log. */
  findings(): Promise<readonly object[]>;
  /** Waits until Temporal was seen to hold a beat that the database knows: a store that comes back without it is known as another. */
  confirmed(): Promise<void>;
  /** Kills Temporal, throws its data away and starts it empty. */
  loseStore(): Promise<void>;
  /** Copies Temporal's data aside, as a backup of a stopped server. */
  backUpStore(): Promise<void>;
  /** Kills Temporal and starts it on the data of the backup. */
  restoreStore(): Promise<void>;
  /** Ends the worker for good, until somebody starts it again. */
  endWorker(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBereft(): Promise<Bereft> {
  const casualties: Casualties = { killed: new Map(), died: [] };
  const over = new AbortController();
  const whole = await startWhole();
  const pool = createPool(whole.databaseUrl, 4, () => undefined);
  /** A worker that ends because Temporal forgot its namespace is started again, as by any supervisor. */
  const supervise = async () => {
    while (!over.signal.aborted) await serve(whole.worker, 200, casualties);
  };
  const kept = supervise();
  const withClient = <T>(work: (client: Client) => Promise<T>) => connected(whole, work);
  const backup = `${whole.temporalFolder}-backup`;
  const endWorker = async () => {
    over.abort();
    await kept;
    await whole.worker.kill();
  };
  return {
    whole,
    pool,
    withClient,
    agree: (within = RECOVERY) => withClient((client) => workflowsAgree(pool, client, within)),
    findings: async () => verify(pool, { now: await settles(pool, RECOVERY) }),
    confirmed: () => sentinelConfirmed(pool),
    async loseStore() {
      await whole.temporal.kill();
      await rm(whole.temporalFolder, { recursive: true });
      await whole.temporal.start();
      await ensureNamespace(whole.temporalAddress, NAMESPACE);
    },
    async backUpStore() {
      await whole.temporal.stop();
      await rm(backup, { recursive: true, force: true });
      await cp(whole.temporalFolder, backup, { recursive: true });
      await whole.temporal.start();
    },
    async restoreStore() {
      await whole.temporal.kill();
      await rm(whole.temporalFolder, { recursive: true });
      await cp(backup, whole.temporalFolder, { recursive: true });
      await whole.temporal.start();
    },
    endWorker,
    async stop() {
      over.abort();
      await kept;
      await pool.end();
      await whole.stop();
    },
  };
}

async function connected<T>(whole: Whole, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: whole.temporalAddress });
  try {
    return await work(new Client({ connection, namespace: NAMESPACE }));
  } finally {
    await connection.close();
  }
}

/** Two beats from now on: what was written before the first of them is in Temporal's store. */
async function sentinelConfirmed(pool: Pool): Promise<void> {
  const beat = async () => {
    const [row] = await query<{ confirmed: string }>(pool, 'SELECT confirmed FROM sentinel');
    return Number(row?.confirmed ?? 0);
  };
  const now = await beat();
  await eventually(
    'a beat that Temporal was seen to hold',
    async () => (await beat()) > now,
    90_000,
  );
}
