import { spawn } from 'node:child_process';
import pg from 'pg';
import { entryArguments } from '../../embedded/entry.ts';
import { quantile } from '../load/pace.ts';
import { markdown } from '../markdown.ts';
import { peakMiB } from '../processes.ts';

interface Rebuilding {
  readonly events: number;
  readonly seconds: number;
  /** Highest resident memory, in MiB. */
  readonly peak: number;
  /** Answers before and meanwhile, in ms; every one had every case. */
  readonly before: number;
  readonly meanwhile: number;
  readonly reads: number;
}

const READS_BEFORE = 20;

/** What the worklist reads: a page by due date, and how many there are. */
const PAGE = 'SELECT * FROM case_row WHERE NOT ended ORDER BY due_at NULLS LAST, id LIMIT 50';
const COUNT = 'SELECT count(*)::int AS count FROM case_row';

/** Writes every derived row anew in a process of its own while somebody reads, and counts, over and over. */
export async function rebuilding({
  databaseUrl,
  masterKey,
  cases,
  events,
}: {
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly cases: number;
  readonly events: number;
}): Promise<Rebuilding> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  const read = async (): Promise<number> => {
    const began = performance.now();
    await pool.query(PAGE);
    const took = performance.now() - began;
    const { rows } = await pool.query<{ count: number }>(COUNT);
    if (rows[0]?.count !== cases) throw new Error(`${rows[0]?.count} cases of ${cases} are there`);
    return took;
  };
  const before: number[] = [];
  for (let n = 0; n < READS_BEFORE; n += 1) before.push(await read());
  const child = spawn(process.execPath, entryArguments('cli/rebuild'), {
    env: { ...process.env, DATABASE_URL: databaseUrl, MASTER_KEY: masterKey },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const began = performance.now();
  let code: number | null | undefined;
  child.once('close', (ended) => {
    code = ended;
  });
  const meanwhile: number[] = [];
  let peak = 0;
  while (code === undefined) {
    meanwhile.push(await read());
    peak = Math.max(peak, peakMiB(child.pid ?? 0));
  }
  const seconds = (performance.now() - began) / 1000;
  await pool.end();
  if (code !== 0) throw new Error(`the rebuild ended with ${String(code)}`);
  const reads = meanwhile.length;
  return { events, seconds, peak, before: median(before), meanwhile: median(meanwhile), reads };
}

const median = (times: readonly number[]): number =>
  quantile(
    times.toSorted((a, b) => a - b),
    0.5,
  );

export const rebuildTable = (measured: Rebuilding): string => {
  const { events, seconds, peak, before, meanwhile, reads } = measured;
  return markdown(
    ['', 'events', 's', 'events per s', 'peak memory', 'a page of the worklist'],
    [
      [
        'read model written anew',
        String(events),
        seconds.toFixed(1),
        (events / seconds).toFixed(0),
        `${peak.toFixed(0)} MiB`,
        `read ${reads} times: p50 ${before.toFixed(1)} ms before, ${meanwhile.toFixed(1)} ms meanwhile, no case missing`,
      ],
    ],
  );
};
