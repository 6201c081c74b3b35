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
  /** Under which the product seals people's words. */
  readonly masterKey: string;
  /** Ends the Temporal server of this run, throws its data away and starts it empty; absent where another's server is used. */
  readonly loseTemporal?: () => Promise<void>;
}

/** Where an engine in this process stores its cases. */
export const placeOf = ({ target, masterKey }: System) => ({
  databaseUrl: target.databaseUrl,
  masterKey,
});

export interface SystemOptions {
  /** What to do when API or worker ended and were started again; left out: the bench ends, for nothing is measured any more. */
  readonly onRestart?: () => void;
}

/** Starts servers, API and worker; everything is undone by `shutdown`. */
export async function startSystem(
  shutdown: Shutdown,
  say: (line: string) => void,
  options: SystemOptions = {},
): Promise<System> {
  const folder = temporaryFolder('bench');
  shutdown.later('temporary folder', () => rmSync(folder, { recursive: true, force: true }));
  const paths = pathsIn(folder);
  prepare(paths);
  const watchdog = guard(paths.children);
  shutdown.later('watchdog', () => watchdog.release());

  const databaseUrl = await database(paths, shutdown);
  const { address: temporalAddress, lose } = await temporal(paths, shutdown, say);
  const namespace = `bench-${randomBytes(4).toString('hex')}`;
  await ensureNamespace(temporalAddress, namespace);
  const masterKey = randomBytes(32).toString('base64');
  await migrate(databaseUrl);
  await seed(databaseUrl, masterKey);
  await query(databaseUrl, BARE_TABLES);

  shutdown.mustGoOn();
  const needs = { paths, databaseUrl, temporalAddress, namespace, masterKey };
  const onRestart =
    options.onRestart ?? (() => shutdown.becauseOf('API or worker ended during the bench'));
  const application = await startApplication({ ...needs, say, onRestart });
  const target = { apiUrl: application.url, databaseUrl, temporalAddress, namespace };
  const connected = await connect(target, shutdown);
  shutdown.later('API and worker', () => application.stop());
  const loseTemporal =
    lose &&
    (async () => {
      await lose();
      await ensureNamespace(temporalAddress, namespace);
    });
  const parts = { target, application, children: paths.children, masterKey, ...connected };
  return { ...parts, ...(loseTemporal && { loseTemporal }) };
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
): Promise<{ readonly address: string; readonly lose?: () => Promise<void> }> {
  shutdown.mustGoOn();
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await mustServe(given);
    return { address: given };
  }
  const start = (port?: number) =>
    startTemporal({
      folder: paths.temporal,
      children: paths.children,
      say,
      ...(port !== undefined && { port }),
    });
  let server = await start();
  shutdown.later('Temporal', () => server.stop());
  const { address, port } = server;
  const lose = async () => {
    await server.stop();
    rmSync(paths.temporal, { recursive: true, force: true });
    server = await start(port);
  };
  return { address, lose };
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
