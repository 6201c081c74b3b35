import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { type Application, startApplication } from '../embedded/application.ts';
import { mustKnowChinese } from '../embedded/database.ts';
import { guard } from '../embedded/guard.ts';
import { ensureNamespace } from '../embedded/namespace.ts';
import { type Paths, pathsIn, prepare } from '../embedded/paths.ts';
import { query, startPostgres } from '../embedded/postgres.ts';
import { migrate, seed } from '../embedded/schema.ts';
import type { Shutdown } from '../embedded/shutdown.ts';
import { mustServe, startTemporal } from '../embedded/temporal.ts';
import { temporaryFolder } from '../embedded/temporary-folder.ts';
import { BARE_TABLES } from './bare/transaction.ts';
import type { Target } from './load/job.ts';

/** The whole product as `npm start` runs it, on data that is thrown away, and the bench's own way in. */
export interface System {
  readonly target: Target;
  readonly application: Application;
  readonly pool: pg.Pool;
  /** The file that lists all processes of the product. */
  readonly children: string;
  readonly temporal: Client;
}

/** Starts servers, API and worker; everything is undone by `shutdown`. */
export async function startSystem(
  shutdown: Shutdown,
  say: (line: string) => void,
): Promise<System> {
  const folder = temporaryFolder('bench');
  shutdown.later('temporary folder', () => rmSync(folder, { recursive: true, force: true }));
  const paths = pathsIn(folder);
  prepare(paths);
  const watchdog = guard(paths.children);
  shutdown.later('watchdog', () => watchdog.release());

  const databaseUrl = await database(paths, shutdown);
  const temporalAddress = await temporal(paths, shutdown, say);
  const namespace = `bench-${randomBytes(4).toString('hex')}`;
  await ensureNamespace(temporalAddress, namespace);
  const masterKey = randomBytes(32).toString('base64');
  await migrate(databaseUrl);
  await seed(databaseUrl, masterKey);
  await query(databaseUrl, BARE_TABLES);

  shutdown.mustGoOn();
  const needs = { paths, databaseUrl, temporalAddress, namespace, masterKey };
  const onRestart = (): void => shutdown.becauseOf('API or worker ended during the bench');
  const application = await startApplication({ ...needs, say, onRestart });
  const target = { apiUrl: application.url, databaseUrl, temporalAddress, namespace };
  const connected = await connect(target, shutdown);
  shutdown.later('API and worker', () => application.stop());
  return { target, application, children: paths.children, ...connected };
}

/** A database of our own, on the server of DATABASE_URL or an embedded one that stores as durably. */
async function database(paths: Paths, shutdown: Shutdown): Promise<string> {
  shutdown.mustGoOn();
  let admin = process.env['DATABASE_URL'];
  if (!admin) {
    const server = await startPostgres({ folder: paths.postgres, children: paths.children });
    shutdown.later('PostgreSQL', () => server.stop());
    admin = server.url('postgres');
  }
  const name = `bihuan_bench_${randomBytes(4).toString('hex')}`;
  await query(admin, `CREATE DATABASE ${name}`);
  const { href } = Object.assign(new URL(admin), { pathname: `/${name}` });
  const drop = `DROP DATABASE ${name} WITH (FORCE)`;
  shutdown.later('database', async () => void (await query(admin, drop)));
  await mustKnowChinese(href);
  return href;
}

async function temporal(
  paths: Paths,
  shutdown: Shutdown,
  say: (line: string) => void,
): Promise<string> {
  shutdown.mustGoOn();
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await mustServe(given);
    return given;
  }
  const server = await startTemporal({ folder: paths.temporal, children: paths.children, say });
  shutdown.later('Temporal', () => server.stop());
  return server.address;
}

async function connect({ databaseUrl, temporalAddress, namespace }: Target, shutdown: Shutdown) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => undefined);
  const connection = await Connection.connect({ address: temporalAddress });
  shutdown.later('connections', async () => {
    await pool.end();
    // A server that was there before keeps no trace of the bench.
    await connection.operatorService.deleteNamespace({ namespace }).catch(() => undefined);
    await connection.close();
  });
  return { pool, temporal: new Client({ connection, namespace }) };
}
