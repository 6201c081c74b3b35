import { setTimeout as pause } from 'node:timers/promises';
import { DISPATCHER } from '../cli/demo/walks.ts';
import { isoInstant, MINUTE } from '../domain/calendar/civil.ts';
import { deadlineOf } from '../domain/policy/policy.ts';
import { qingpu2026 } from '../domain/policy/qingpu-2026.ts';
import type { Child } from './child.ts';
import { signIn } from './load/http.ts';
import { quantile } from './load/pace.ts';
import type { Scale } from './scale.ts';
import type { System } from './system.ts';
import { drained } from './telling.ts';

export interface Lateness {
  readonly cases: number;
  /** From the due instant until the breach was in the log, in ms. */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
  /** Red lights in a list asked for just before and just after the due instant. */
  readonly redBefore: number;
  readonly redAfter: number;
  /** When the second list was answered, in ms after the due instant by the database's clock. */
  readonly askedAfterMs: number;
}

const PATIENCE = 120_000;

/** Lets many urgent tickets miss their dispatch limit in the same second. */
export async function lateness(system: System, load: Child, { due }: Scale): Promise<Lateness> {
  const dueAt = Math.ceil(Date.now() / 1000) * 1000 + due.ahead * 1000;
  const receivedAt = isoInstant(
    dueAt - deadlineOf(qingpu2026, 'hotline.dispatch.URGENT').counting.limit.value * MINUTE,
  );
  await load.measure({ operation: 'open', pace: { lanes: 8, times: due.cases }, receivedAt });
  await drained(system);
  const list = await listOf(system, dueAt);
  if (Date.now() > dueAt - 1000) throw new Error('opening the cases took longer than planned');
  await pause(dueAt - 500 - Date.now());
  const before = await list();
  await pause(Math.max(0, dueAt - Date.now()));
  const after = await list();
  return {
    cases: due.cases,
    ...(await recorded(system, dueAt, due.cases)),
    redBefore: before.red,
    redAfter: after.red,
    askedAfterMs: after.asOf - dueAt,
  };
}

/** Counts the red ones among the cases that are due at that second, as the worklist shows them. */
export async function listOf({ target }: System, dueAt: number) {
  const cookie = await signIn(target.apiUrl, DISPATCHER);
  const url = new URL('/api/cases?limit=1', target.apiUrl);
  url.searchParams.set('dueAfter', isoInstant(dueAt));
  url.searchParams.set('dueBefore', isoInstant(dueAt + 1000));
  return async (): Promise<{ red: number; asOf: number }> => {
    const answer = await fetch(url, { headers: { cookie } });
    if (!answer.ok) throw new Error(`the list answered ${answer.status}`);
    const { counts, asOf } = (await answer.json()) as { counts: { red: number }; asOf: string };
    return { red: counts.red, asOf: Date.parse(asOf) };
  };
}

async function recorded(
  { pool }: System,
  dueAt: number,
  cases: number,
): Promise<{ p50: number; p99: number; max: number }> {
  for (;;) {
    const { rows } = await pool.query<{ late: number }>(
      `SELECT (extract(epoch FROM at - due_at) * 1000)::float AS late FROM case_event
        WHERE type = 'LevelReached' AND due_at = $1 ORDER BY late`,
      [new Date(dueAt)],
    );
    const late = rows.map((row) => row.late);
    if (late.length >= cases) {
      return { p50: quantile(late, 0.5), p99: quantile(late, 0.99), max: quantile(late, 1) };
    }
    if (Date.now() > dueAt + PATIENCE)
      throw new Error(`only ${late.length} breaches were recorded`);
    await pause(250);
  }
}
