import type { Rules } from '../domain/define-case-type.ts';
import type { CaseEvent } from '../domain/case-state.ts';
import { type CaseDifference, differenceOf, type Period } from '../domain/what-if/difference.ts';
import { changedKeys, type Draft, draftRules } from '../domain/what-if/draft.ts';
import { type PinnedRules, RELEASED, rulesOf } from '../domain/registry.ts';
import { type Pool, query } from './database.ts';
import { type EventRow, eventOf } from './log.ts';

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
  const rules = new DraftRules(draft);
  for (let done = 0; done < cases.length; done += BATCH) {
    const batch = cases.slice(done, done + BATCH);
    const logs = await logsOf(pool, batch, period);
    for (const { id, number } of batch) {
      const log = logs.get(id) ?? [];
      const difference = differenceOf(log, rules.for, period);
      if (difference) yield { ...difference, number };
    }
    onProgress?.(Math.min(done + BATCH, cases.length), cases.length);
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

interface Concerned {
  readonly id: string;
  readonly number: string;
}

/** Cases that lived in the period and have a clock whose limit the draft changes. */
async function concerned(pool: Pool, draft: Draft, period: Period): Promise<readonly Concerned[]> {
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

async function logsOf(
  pool: Pool,
  cases: readonly Concerned[],
  { to }: Period,
): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const rows = await query<EventRow>(
    pool,
    'SELECT * FROM case_event WHERE case_id = ANY($1::uuid[]) AND at < $2 ORDER BY case_id, version',
    [cases.map(({ id }) => id), new Date(to)],
  );
  const logs = new Map<string, CaseEvent[]>();
  for (const row of rows) {
    const log = logs.get(row.case_id) ?? [];
    logs.set(row.case_id, log);
    log.push(eventOf(row));
  }
  return logs;
}
