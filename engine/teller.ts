import { type Client, isGrpcServiceError } from '@temporalio/client';
import { coalesce, type Telling, TOLD, workflowId } from '../domain/telling.ts';
import { type Pool, query } from './database.ts';
import type { Metrics } from './metrics.ts';

/** More at a time slow people's commands down on a small machine. */
const CONCURRENCY = 6;
/** Beyond this the sweeper catches up; memory stays bounded while Temporal is away. */
const MAX_WAITING = 20_000;
const ATTEMPTS = 3;
/** DEADLINE_EXCEEDED and UNAVAILABLE: trying again at once would only add to the trouble. */
const AWAY: ReadonlySet<number> = new Set([4, 14]);

export interface TellerPorts {
  readonly client: Client;
  readonly taskQueue: string;
  readonly pool: Pool;
  readonly metrics: Metrics;
}

/**
 * Tells workflows what happened: several tellings of one case become one, a few at a time.
 * Losing any of it is allowed: the sweeper finds every case that was not told.
 */
export class Teller {
  readonly #ports: TellerPorts;
  readonly #waiting = new Map<string, Telling>();
  readonly #running = new Set<Promise<void>>();
  readonly #told: { caseId: string; version: number }[] = [];
  #flushing: Promise<void> | undefined;

  constructor(ports: TellerPorts) {
    this.#ports = ports;
  }

  /** Never throws, never waits. */
  readonly tell = (telling: Telling): void => {
    const earlier = this.#waiting.get(telling.caseId);
    if (!earlier && this.#waiting.size >= MAX_WAITING) return;
    this.#waiting.set(telling.caseId, earlier ? coalesce(earlier, telling) : telling);
    this.#ports.metrics.tellingQueue.set(this.#waiting.size);
    this.#pump();
  };

  /** Resolves when everything told so far has been handed on or given up. */
  async drained(): Promise<void> {
    while (this.#running.size > 0 || this.#flushing) {
      await Promise.all([...this.#running, this.#flushing]);
    }
  }

  #pump(): void {
    while (this.#running.size < CONCURRENCY) {
      const next = this.#waiting.values().next().value;
      if (!next) return;
      this.#waiting.delete(next.caseId);
      this.#ports.metrics.tellingQueue.set(this.#waiting.size);
      const run = this.#hand(next).finally(() => {
        this.#running.delete(run);
        this.#pump();
      });
      this.#running.add(run);
    }
  }

  async #hand(telling: Telling): Promise<void> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const outcome = await this.#signal(telling);
      this.#ports.metrics.tellings.inc({ outcome });
      if (outcome === 'told') {
        this.#noteTold(telling);
        return;
      }
      if (outcome === 'away') return this.#giveUp();
    }
  }

  /** Temporal is away: waiting for it case by case would take hours, and the sweeper catches up. */
  #giveUp(): void {
    this.#ports.metrics.tellings.inc({ outcome: 'dropped' }, this.#waiting.size);
    this.#waiting.clear();
    this.#ports.metrics.tellingQueue.set(0);
  }

  async #signal(telling: Telling): Promise<'told' | 'failed' | 'away'> {
    try {
      await signalCase(this.#ports.client, this.#ports.taskQueue, telling);
      return 'told';
    } catch (error) {
      return isGrpcServiceError(error) && AWAY.has(error.code) ? 'away' : 'failed';
    }
  }

  /** Noted in batches, apart from the commands' own transactions. */
  #noteTold({ caseId, version }: Telling): void {
    this.#told.push({ caseId, version });
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = undefined;
    });
  }

  async #flush(): Promise<void> {
    while (this.#told.length > 0) {
      const batch = this.#told.splice(0);
      await noteTold(this.#ports.pool, batch).catch(() => undefined);
    }
  }
}

/** Starts the case's workflow if need be and signals it. The first telling travels in the start's arguments too. */
export async function signalCase(
  client: Client,
  taskQueue: string,
  telling: Telling,
): Promise<void> {
  await client.withDeadline(Date.now() + 5000, () =>
    client.workflow.signalWithStart(telling.type, {
      taskQueue,
      workflowId: workflowId(telling.caseId),
      args: [telling],
      signal: TOLD,
      signalArgs: [telling],
      workflowTaskTimeout: '3s',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      staticSummary: telling.number,
    }),
  );
}

/** Remembers what workflows have been told, never lowering it. */
export async function noteTold(
  pool: Pool,
  told: readonly { readonly caseId: string; readonly version: number }[],
): Promise<void> {
  const newest = new Map<string, number>();
  for (const { caseId, version } of told) {
    newest.set(caseId, Math.max(version, newest.get(caseId) ?? 0));
  }
  const ids = [...newest.keys()].sort();
  await query(
    pool,
    `UPDATE telling t SET told_version = GREATEST(t.told_version, n.version), told_at = clock_timestamp(), attempts = 0, next_try_at = NULL
       FROM unnest($1::uuid[], $2::int[]) AS n(case_id, version) WHERE t.case_id = n.case_id`,
    [ids, ids.map((id) => newest.get(id))],
  );
}
