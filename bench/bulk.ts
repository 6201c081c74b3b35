import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { civilDate, dayOf } from '../domain/calendar/civil.ts';
import { query, startPostgres } from '../embedded/postgres.ts';
import { entryArguments } from '../embedded/entry.ts';
import { migrate, seed } from '../embedded/schema.ts';
import type { Shutdown } from '../embedded/shutdown.ts';
import { temporaryFolder } from '../embedded/temporary-folder.ts';
import { copyCases } from './bulk/copies.ts';
import { liveTickets } from './bulk/lives.ts';
import { rebuilding, rebuildTable } from './bulk/rebuilding.ts';
import { markdown } from './markdown.ts';
import { peakMiB } from './processes.ts';

/** Different lives, and how many cases there are of each. */
const LIVES = 100;
const COPIES = { full: 2000, quick: 100 };
const REBUILT = { full: 800, quick: 20 };

/** A shorter limit for tickets and for their dispatch: no case fares as it did. */
const DRAFT = { limits: { 'hotline.handle.ASSIST_COMPLAINT': 4, 'hotline.dispatch': 1 } };

interface Measured {
  readonly cases: number;
  readonly events: number;
  readonly seconds: number;
  /** Highest resident memory, in MiB. */
  readonly peak: number;
}

/** What is asked of a whole year: a database of many cases, and a draft under which all of them are lived again. */
export async function bulk(
  shutdown: Shutdown,
  say: (line: string) => void,
  quick: boolean,
): Promise<string> {
  const { databaseUrl, folder, ...there } = await filled(shutdown, say, COPIES[sizeOf(quick)]);
  say(`living ${there.cases} cases again under a draft`);
  return tableOf({ ...there, ...(await askWhatIf(databaseUrl, folder)) });
}

const sizeOf = (quick: boolean): 'quick' | 'full' => (quick ? 'quick' : 'full');

/** The read model of a million events, written anew while somebody reads the worklist's first page. */
export async function rebuild(
  shutdown: Shutdown,
  say: (line: string) => void,
  quick: boolean,
): Promise<string> {
  const there = await filled(shutdown, say, REBUILT[sizeOf(quick)]);
  say(`writing the read model of ${there.events} events anew`);
  return rebuildTable(await rebuilding(there));
}

interface Filled extends Pick<Measured, 'cases' | 'events'> {
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly folder: string;
}

/** A database of its own, with so many copies of each of a hundred lives. */
async function filled(
  shutdown: Shutdown,
  say: (line: string) => void,
  times: number,
): Promise<Filled> {
  const folder = temporaryFolder('bulk');
  shutdown.later('temporary folder', () => rmSync(folder, { recursive: true, force: true }));
  const server = await startPostgres({ folder: join(folder, 'postgres'), durable: false });
  shutdown.later('PostgreSQL', () => server.stop());
  await query(server.url('postgres'), 'CREATE DATABASE bulk');
  const databaseUrl = server.url('bulk');
  await migrate(databaseUrl);
  const masterKey = randomBytes(32).toString('base64');
  await seed(databaseUrl, masterKey);
  say(`living ${LIVES} tickets and copying them ${times} times`);
  await liveTickets({ databaseUrl, masterKey }, LIVES);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  await copyCases(pool, { times, told: true });
  const { rows } = await pool.query<{ cases: number; events: number }>(
    'SELECT (SELECT count(*)::int FROM case_row) AS cases, count(*)::int AS events FROM case_event',
  );
  await pool.end();
  const [there] = rows;
  if (!there) throw new Error('no answer');
  return { ...there, databaseUrl, masterKey, folder };
}

async function askWhatIf(
  databaseUrl: string,
  folder: string,
): Promise<Pick<Measured, 'seconds' | 'peak'>> {
  const file = join(folder, 'draft.json');
  writeFileSync(file, JSON.stringify(DRAFT));
  const today = dayOf(Date.now());
  const period = ['--from', civilDate(today - 365), '--to', civilDate(today)];
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...entryArguments('cli/what-if'), '--policy', file, ...period],
    { env: { ...process.env, DATABASE_URL: databaseUrl }, stdio: 'ignore' },
  );
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakMiB(child.pid ?? 0));
  }, 250);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`what-if ended with ${String(code)}`);
  return { seconds: (performance.now() - began) / 1000, peak };
}

const GOAL_SECONDS = 60;

const tableOf = ({ cases, events, seconds, peak }: Measured): string =>
  [
    markdown(
      ['', 'cases', 'events', 's', 'cases per s', 'peak memory'],
      [
        [
          'what-if, every case changes',
          String(cases),
          String(events),
          seconds.toFixed(1),
          (cases / seconds).toFixed(0),
          `${peak.toFixed(0)} MiB`,
        ],
      ],
    ),
    markdown(
      ['goal', 'reached', ''],
      [
        [
          `what-if over ${cases} cases: under ${GOAL_SECONDS} s`,
          `${seconds.toFixed(1)} s`,
          seconds < GOAL_SECONDS ? 'met' : 'NOT met',
        ],
      ],
    ),
  ].join('\n\n');
