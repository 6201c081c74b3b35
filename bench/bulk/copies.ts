import type pg from 'pg';

/** How a column of a copy is made where it is not taken as it is; `n` numbers the copies. */
const MADE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  case_row: {
    id: 'md5(id::text || n)::uuid',
    number: `number || '-' || n`,
    state: `jsonb_set(state, '{caseId}', to_jsonb(md5(id::text || n)::uuid))`,
  },
  case_event: { case_id: 'md5(case_id::text || n)::uuid' },
  clock: { case_id: 'md5(case_id::text || n)::uuid' },
  case_unit: { case_id: 'md5(case_id::text || n)::uuid' },
  telling: { case_id: 'md5(case_id::text || n)::uuid' },
};

/** What the database gives by itself. */
const ASSIGNED = ['position', 'xid'];

export interface Copying {
  /** How many there are of each afterwards. */
  readonly times: number;
  /** The cases to copy; left out: all. */
  readonly of?: readonly string[];
  /** Whether their workflows count as told: else the sweeper has each of them begun. */
  readonly told: boolean;
}

/**
 * Multiplies cases that are there, row by row. Their logs fold as the first one does; hashes and what cannot be told from a
 * log (texts, effects) are not theirs, so this is for measuring only.
 */
export async function copyCases(pool: pg.Pool, copying: Copying): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`SET statement_timeout = 0; SET synchronous_commit = off`);
    for (const table of Object.keys(MADE)) await copyRows(client, table, copying);
    await client.query('ANALYZE');
  } finally {
    client.release(true);
  }
}

async function copyRows(
  client: pg.PoolClient,
  table: string,
  { times, of, told }: Copying,
): Promise<void> {
  const columns = await columnsOf(client, table);
  const made = { ...MADE[table], told_version: told ? '1000000' : '-1' };
  const isMade = (name: string): name is keyof typeof made => Object.hasOwn(made, name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  const values = columns.map((name) => (isMade(name) ? made[name] : `"${name}"`)).join(', ');
  const key = table === 'case_row' ? 'id' : 'case_id';
  await client.query(
    `WITH origin AS MATERIALIZED (SELECT * FROM ${table} WHERE $2::uuid[] IS NULL OR ${key} = ANY($2))
     INSERT INTO ${table} (${names}) SELECT ${values} FROM origin, generate_series(2, $1) AS n`,
    [times, of ?? null],
  );
}

async function columnsOf(client: pg.PoolClient, table: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ column_name: string }>(
    `SELECT column_name FROM information_schema.columns WHERE table_name = $1 AND table_schema = current_schema()
        AND column_name <> ALL($2) AND NOT (table_name = 'case_unit' AND column_name = 'id') ORDER BY ordinal_position`,
    [table, ASSIGNED],
  );
  return rows.map(({ column_name: name }) => name);
}
