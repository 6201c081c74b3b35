import { spawn } from 'node:child_process';
import { entryArguments } from '../../embedded/entry.ts';
import { DISPATCHER } from '../../cli/demo/walks.ts';
import { copyCases } from '../bulk/copies.ts';
import { liveTickets } from '../bulk/lives.ts';
import { signIn } from '../load/http.ts';
import { quantile } from '../load/pace.ts';
import { peakMiB } from '../processes.ts';
import { placeOf, type System } from '../system.ts';

export interface Rebuilding {
  readonly events: number;
  readonly seconds: number;
  /** Highest resident memory, in MiB. */
  readonly peak: number;
  /** Answers of the worklist before and meanwhile, in ms; every one had every case. */
  readonly before: number;
  readonly meanwhile: number;
  readonly reads: number;
}

const LIVES = 50;
const READS_BEFORE = 20;

/** Writes the read model of a long log anew while somebody reads the worklist. */
export async function rebuilding(system: System, events: number): Promise<Rebuilding> {
  const { pool, target } = system;
  const known = await idsOf(system);
  await liveTickets(placeOf(system), LIVES);
  const lived = (await idsOf(system)).filter((id) => !known.includes(id));
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM case_event WHERE case_id = ANY($1)',
    [lived],
  );
  const times = Math.ceil(events / (rows[0]?.count ?? 1));
  await copyCases(pool, { times, of: lived, told: true });
  const read = await reader(system);
  const before: number[] = [];
  for (let n = 0; n < READS_BEFORE; n += 1) before.push(await read());
  const child = spawn(process.execPath, entryArguments('cli/rebuild'), {
    env: { ...process.env, DATABASE_URL: target.databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  let running = true;
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => {
    running = false;
  });
  const began = performance.now();
  const meanwhile: number[] = [];
  let peak = 0;
  while (running) {
    meanwhile.push(await read());
    peak = Math.max(peak, peakMiB(child.pid ?? 0));
  }
  const seconds = (performance.now() - began) / 1000;
  if ((await ended) !== 0)
    throw new Error(`the rebuild ended with ${String(await ended)}: ${said}`);
  const done = Number(/(\d+) 个事件,用时/.exec(said)?.[1] ?? 0);
  return {
    events: done,
    seconds,
    peak,
    before: quantile(before.toSorted(ascending), 0.5),
    meanwhile: quantile(meanwhile.toSorted(ascending), 0.5),
    reads: meanwhile.length,
  };
}

const ascending = (a: number, b: number): number => a - b;

async function idsOf({ pool }: System): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM case_row');
  return rows.map(({ id }) => id);
}

/** Reads the first page of the worklist and how many there are; throws when a case is missing. */
async function reader({ target, pool }: System): Promise<() => Promise<number>> {
  const cookie = await signIn(target.apiUrl, DISPATCHER);
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM case_row',
  );
  const all = rows[0]?.count ?? 0;
  return async () => {
    const began = performance.now();
    const answer = await fetch(new URL('/api/cases?limit=50', target.apiUrl), {
      headers: { cookie },
    });
    const said = await answer.text();
    const took = performance.now() - began;
    if (!answer.ok)
      throw new Error(`the worklist answered ${answer.status}: ${said.slice(0, 300)}`);
    const { rows: now } = await pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM case_row',
    );
    if (now[0]?.count !== all) throw new Error(`${all - (now[0]?.count ?? 0)} cases were missing`);
    return took;
  };
}
