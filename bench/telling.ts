import { setTimeout as pause } from 'node:timers/promises';
import type { System } from './system.ts';

const PATIENCE = 180_000;

/** How many cases have a step that their workflow was not told, and since when the oldest of these waits, in ms. */
export async function untold({ pool }: System): Promise<{ cases: number; behindMs: number }> {
  const { rows } = await pool.query<{ cases: number; behind: number | null }>(
    `SELECT count(*)::int AS cases, max(extract(epoch FROM clock_timestamp() - e.at) * 1000)::float AS behind
       FROM telling t JOIN case_row r ON r.id = t.case_id AND t.told_version < r.version
       JOIN case_event e ON e.case_id = t.case_id AND e.version = GREATEST(t.told_version, 0) + 1`,
  );
  return { cases: rows[0]?.cases ?? 0, behindMs: rows[0]?.behind ?? 0 };
}

/** Resolves when every workflow has been told its newest step; gives the ms that took. */
export async function drained(system: System, patience: number = PATIENCE): Promise<number> {
  const began = performance.now();
  while ((await untold(system)).cases > 0) {
    if (performance.now() - began > patience) {
      throw new Error(`the workflows were not told everything within ${patience / 1000} s`);
    }
    await pause(100);
  }
  return performance.now() - began;
}

/** Tellings handed to Temporal so far, by the API and by the worker's sweeper. */
export async function tellings({ application }: System): Promise<number> {
  const { api, worker } = application.opsPorts;
  const counts = await Promise.all([
    counter(api, 'bihuan_tellings_total{outcome="told"}'),
    counter(worker, 'bihuan_swept_total'),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

async function counter(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}
