import type { Rules } from '../domain/define-case-type.ts';
import type { CaseEvent } from '../domain/case-state.ts';
import { type CaseDifference, differenceOf, type Period } from '../domain/what-if/difference.ts';
import { changedKeys, type Draft, draftRules } from '../domain/what-if/draft.ts';
import { type PinnedRules, RELEASED, rulesOf } from '../domain/registry.ts';
import { type Pool, query, queryPrepared } from './database.ts';

export interface WhatIfOptions {
  /** Told after each batch how many cases of how many were lived again so far. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** A case that would have fared differently, with its number. */
export type ChangedCase = CaseDifference & { readonly number: string };

/** Small enough that a server that answers others meanwhile lets none of them wait. */
const BATCH = 100;

/**
 * Every case that a draft would have made something else of in a period, in the order of their ids: each is lived again from
 * its log. Cases whose limits the draft leaves alone are not read; a batch is in memory at a time.
 */
export async function* whatIf(
  pool: Pool,
  draft: Draft,
  period: Period,
  { onProgress }: WhatIfOptions = {},
): AsyncGenerator<ChangedCase> {
  const cases = await concerned(pool, draft, period);
  let done = 0;
  for await (const batch of differences(pool, draft, period, cases)) {
    yield* batch;
    done = Math.min(done + BATCH, cases.length);
    onProgress?.(done, cases.length);
  }
}

/** What a draft would have made of some cases, batch by batch in their order. The next batch is read while one is lived again. */
export async function* differences(
  pool: Pool,
  draft: Draft,
  period: Period,
  cases: readonly Concerned[],
): AsyncGenerator<readonly ChangedCase[]> {
  const rules = new DraftRules(draft);
  const read = (from: number) => logsOf(pool, cases.slice(from, from + BATCH), period);
  let ahead = read(0);
  try {
    for (let from = 0; from < cases.length; from += BATCH) {
      const logs = await ahead;
      ahead = read(from + BATCH);
      yield cases.slice(from, from + BATCH).flatMap(({ id, number }): ChangedCase[] => {
        const difference = differenceOf(logs.get(id) ?? [], rules.for, period);
        return difference ? [{ ...difference, number }] : [];
      });
    }
  } finally {
    await ahead.catch(() => undefined);
  }
}

/** The draft of the rules that cases have pinned: made once for each that occurs. */
class DraftRules {
  readonly #draft: Draft;
  readonly #known = new Map<string, Rules>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  readonly for = (pinned: PinnedRules): Rules => {
    const { type, policy, calendar } = pinned;
    const name = [type.id, type.version, policy, calendar].join(' ');
    const known = this.#known.get(name) ?? draftRules(rulesOf(pinned), this.#draft);
    this.#known.set(name, known);
    return known;
  };
}

/** A case that a draft may concern. */
export interface Concerned {
  readonly id: string;
  readonly number: string;
}

/** Cases that lived in the period and have a clock whose limit the draft changes. */
export async function concerned(
  pool: Pool,
  draft: Draft,
  period: Period,
): Promise<readonly Concerned[]> {
  const keys = RELEASED.policies.map((policy) => changedKeys(policy, draft));
  const all = keys.includes(undefined);
  const named = [...new Set(keys.flatMap((some) => some ?? []))];
  return query<Concerned>(
    pool,
    `SELECT r.id, r.number FROM case_row r
      WHERE r.opened_at < $1 AND (NOT r.ended OR r.last_at >= $2 OR r.wake_at IS NOT NULL)
        AND ($3 OR EXISTS (SELECT FROM clock c WHERE c.case_id = r.id AND c.limit_key = ANY($4::text[])))
      ORDER BY r.id`,
    [new Date(period.to), new Date(period.from), all, named],
  );
}

interface LoggedRow extends Omit<CaseEvent, 'dueAt' | 'occurredAt'> {
  readonly dueAt: number | null;
  readonly occurredAt: number | null;
}

/** Only what an event says, and instants as numbers: reading is half of the work. */
async function logsOf(
  pool: Pool,
  cases: readonly Concerned[],
  { to }: Period,
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const rows = await queryPrepared<LoggedRow>(
    pool,
    `SELECT case_id AS "caseId", version, type, schema, ${MS('at')} AS at, ${MS('due_at')} AS "dueAt", ${MS('occurred_at')} AS "occurredAt",
        actor, actor_kind AS "actorKind", role, unit, data
       FROM case_event WHERE case_id = ANY($1::uuid[]) AND at < $2 ORDER BY case_id, version`,
    [cases.map(({ id }) => id), new Date(to)],
  );
  const logs = new Map<string, CaseEvent[]>();
  for (const { dueAt, occurredAt, ...row } of rows) {
    const log = logs.get(row.caseId) ?? [];
    logs.set(row.caseId, log);
    log.push({
      ...row,
      ...(dueAt !== null && { dueAt }),
      ...(occurredAt !== null && { occurredAt }),
    });
  }
  return logs;
}

const MS = (column: string): string => `round(date_part('epoch', ${column}) * 1000)`;
