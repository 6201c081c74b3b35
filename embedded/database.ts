import { StartFailure, messageOf } from './failure.ts';
import { type PostgresOptions, query, startPostgres } from './postgres.ts';

export interface Database {
  url: string;
  stop(): Promise<void>;
  /** Resolves when a server of ours ends; never for one that was there before. */
  ended: Promise<string>;
}

/** The database at DATABASE_URL when it is set, else the embedded one; checked to be fit either way. */
export async function openDatabase(options: PostgresOptions): Promise<Database> {
  const given = process.env['DATABASE_URL'];
  if (given) {
    await mustAnswer(given);
    await mustKnowChinese(given);
    return { url: given, stop: async () => {}, ended: new Promise(() => {}) };
  }
  const server = await startPostgres(options);
  await createIfMissing(server.url('postgres'), 'bihuan');
  const url = server.url('bihuan');
  await mustKnowChinese(url);
  return { url, stop: () => server.stop(), ended: server.ended };
}

export async function createIfMissing(adminUrl: string, name: string): Promise<void> {
  const found = await query(adminUrl, 'select 1 from pg_database where datname = $1', [name]);
  if (found.length === 0) await query(adminUrl, `create database "${name}"`);
}

async function mustAnswer(url: string): Promise<void> {
  try {
    await query(url, 'select 1');
  } catch (error) {
    throw new StartFailure(
      'reach the database of DATABASE_URL',
      messageOf(error),
      'Start that server or correct DATABASE_URL; without the variable an embedded one is used.',
    );
  }
}

/**
 * Duplicate search compares trigrams. Under a C locale PostgreSQL takes Chinese characters for
 * punctuation and finds none, silently; better not to start.
 */
export async function mustKnowChinese(url: string): Promise<void> {
  const step = 'use the database for Chinese text';
  let rows: { fit: boolean }[];
  try {
    await query(url, 'create extension if not exists pg_trgm');
    rows = await query<{ fit: boolean }>(url, `select show_trgm('青浦区') <> '{}' as fit`);
  } catch (error) {
    const wayOut =
      'Have an administrator run "create extension pg_trgm" in that database (package postgresql-contrib).';
    throw new StartFailure(step, messageOf(error), wayOut);
  }
  if (rows[0]?.fit) return;
  throw new StartFailure(
    step,
    'its locale (LC_CTYPE C) does not know Chinese characters: similar texts would never be found',
    `Create it anew: create database bihuan template template0 encoding 'UTF8' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'`,
  );
}
