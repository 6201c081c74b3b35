import pg from 'pg';

export type Pool = pg.Pool;

/** Lower than every id of a case: where going through all cases begins. */
export const NO_CASE = '00000000-0000-0000-0000-000000000000';

/**
 * A connection inside its transaction. Statements that do not wait for one another share a round trip: the
 * server takes them in the order of the calls, each with its own snapshot. The first that fails takes the
 * rest down, so a COMMIT is only sent when all have been answered; afterwards every statement is refused.
 */
export interface Transaction {
  query<Row extends pg.QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ): Promise<pg.QueryResult<Row>>;
}

/** PostgreSQL cannot be reached or was going away; the same command may be sent again. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** Connection timeout and statement timeout stay below the local activities' start-to-close of 10 s. */
export function createPool(
  connectionString: string,
  max: number,
  onError: (error: Error) => void,
): Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 3000,
    statement_timeout: 5000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: 'bihuan',
    keepAlive: true,
    pipeline: true,
  });
  pool.on('error', onError);
  // A connection that is lost while somebody holds it says so to whoever awaits its query, and as an event
  // besides, which without a listener ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 4;

/**
 * Runs `work` in one READ COMMITTED transaction; deadlocks and serialization failures are tried again.
 * A result that `keep` does not want kept is rolled back.
 * Throws DatabaseUnavailable when the outcome is unknown or nothing was done because the server is away.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (tx: Transaction) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(pool, work, keep);
    } catch (error) {
      if (attempt < ATTEMPTS && RETRIED.has(codeOf(error))) continue;
      throw isUnavailable(error)
        ? new DatabaseUnavailable('PostgreSQL is not available', { cause: error })
        : error;
    }
  }
}

async function once<T>(
  pool: Pool,
  work: (tx: Transaction) => Promise<T>,
  keep: (result: T) => boolean,
): Promise<T> {
  const client = await pool.connect();
  const { tx, end } = preparing(client);
  let broken = true;
  try {
    const [, result] = await Promise.all([client.query('BEGIN'), work(tx)]);
    end();
    await client.query(keep(result) ? 'COMMIT' : 'ROLLBACK');
    broken = false;
    return result;
  } catch (error) {
    end();
    broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Statements of transactions are few and always the same: each connection parses and plans them once. */
function preparing(client: pg.PoolClient): { tx: Transaction; end: () => void } {
  let ended = false;
  const tx: Transaction = {
    query: async (text, values = []) => {
      // What one of several parallel steps still sends after another has failed would be stored by itself.
      if (ended) throw new Error('the transaction has ended');
      return client.query({ name: nameOf(text), text, values: [...values] });
    },
  };
  return {
    tx,
    end: () => {
      ended = true;
    },
  };
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size + 1}`;
  names.set(text, name);
  return name;
}

/** Outside a transaction: one statement, with the same classification of errors. */
export const query = <Row extends pg.QueryResultRow>(
  pool: Pool,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> => classified(() => pool.query<Row>(text, [...values]));

/** As `query`, for a hot statement whose text does not vary: each connection parses and plans it once. */
export const queryPrepared = <Row extends pg.QueryResultRow>(
  pool: Pool,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> =>
  classified(() => pool.query<Row>({ name: nameOf(text), text, values: [...values] }));

async function classified<Row extends pg.QueryResultRow>(
  run: () => Promise<pg.QueryResult<Row>>,
): Promise<Row[]> {
  try {
    return (await run()).rows;
  } catch (error) {
    throw isUnavailable(error)
      ? new DatabaseUnavailable('PostgreSQL is not available', { cause: error })
      : error;
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Connection failures, shutdown (57P0x), too many connections, disk full, and the driver's own words for a lost connection. */
function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (/^(08|53|57P0)/.test(code)) return true;
  if (
    [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ETIMEDOUT',
      'ENOTFOUND',
      'EHOSTUNREACH',
      'ENOENT',
    ].includes(code)
  ) {
    return true;
  }
  return saysConnectionLost(error);
}

/** The driver's own words for a connection that was lost or not had; such errors carry no code. */
export const saysConnectionLost = (error: unknown): boolean =>
  error instanceof Error &&
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable|Connection ended unexpectedly/.test(
    error.message,
  );
