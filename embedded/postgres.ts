import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { StartFailure, messageOf } from './failure.ts';
import { type KeptProcess, launch, tailOf } from './kept-process.ts';
import { freePort } from './ports.ts';
import { clearOrphan, dataIn, initialise } from './postgres-data.ts';
import { type PostgresHome, postgresHome } from './postgres-home.ts';
import { becomesTrue } from './process-identity.ts';
import { keptSecret } from './secrets.ts';

export interface PostgresOptions {
  /** Everything of this server lives here: data, password, log. */
  folder: string;
  /** Taken when free, else another one. */
  port?: number;
  /** False gives up crash safety for speed: for tests that throw the data away. */
  durable?: boolean;
  logFile?: string;
  children?: string;
}

export interface RunningPostgres {
  /** Connection string of the superuser for a database of this server. */
  url: (database: string) => string;
  port: number;
  pid: number;
  ended: Promise<string>;
  hasEnded(): boolean;
  /** Fast shutdown: clients are cut, everything committed stays. */
  stop(): Promise<void>;
}

const step = 'start the embedded PostgreSQL';

/** Starts PostgreSQL on `folder`, making or healing its data first, and answers when it takes queries. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const { folder, durable = true } = options;
  mkdirSync(folder, { recursive: true });
  const home = postgresHome(folder);
  const password = keptSecret(join(folder, 'password'), 24, 'hex');
  await initialise(home, password, durable);
  await clearOrphan(home);
  const logFile = options.logFile ?? join(folder, 'postgres.log');
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt === 1 ? options.port : undefined);
    const server = await launchServer(home, port, { ...options, durable, logFile });
    const url = (database: string) =>
      `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
    const failed = await untilReady(server, url('postgres'));
    if (failed === undefined) return { ...server, url, port };
    await server.stop();
    // After a kill -9 the server's own children need a moment to notice and let go of the memory.
    const said = tailOf(logFile);
    const passing = /shared memory block|could not bind|Address already in use/i.test(said);
    if (passing && attempt < 5) continue;
    throw new StartFailure(step, `${failed}\n${said}`, `Look into ${logFile}, or ${wayOut}`);
  }
}

const wayOut = 'set DATABASE_URL to a PostgreSQL of your own; "npm run reset" starts over.';

function launchServer(
  home: PostgresHome,
  port: number,
  options: PostgresOptions & { logFile: string },
): Promise<KeptProcess> {
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    log_timezone: 'Asia/Shanghai',
    timezone: 'Asia/Shanghai',
    ...(options.durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return launch({
    name: 'PostgreSQL',
    command: home.postgres,
    args: ['-D', dataIn(home), ...flags],
    logFile: options.logFile,
    children: options.children ?? join(options.folder, 'children.json'),
    user: home.user,
    stopSignal: 'SIGINT',
    graceMs: 20_000,
  });
}

// Undefined when the server answers, else why it does not.
async function untilReady(server: KeptProcess, url: string): Promise<string | undefined> {
  let last = 'no answer within 60 seconds';
  const answered = async () => {
    try {
      await query(url, 'select 1');
      return true;
    } catch (error) {
      last = messageOf(error);
      return server.hasEnded() || /password authentication/.test(last);
    }
  };
  if (!(await becomesTrue(answered, 60_000))) return last;
  if (server.hasEnded()) return `the server ended with ${await server.ended}`;
  return /password authentication/.test(last) ? last : undefined;
}

/** Runs one statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
