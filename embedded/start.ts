import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../prisma/demo-people.ts';
import { type Application, startApplication } from './application.ts';
import { endLeftovers } from './children.ts';
import { openDatabase } from './database.ts';
import { StartFailure, describeFailure } from './failure.ts';
import { guard } from './guard.ts';
import { takeLock } from './instance-lock.ts';
import { readJson, writeJson } from './json-file.ts';
import { ensureNamespace } from './namespace.ts';
import { type Paths, pathsIn, prepare } from './paths.ts';
import { migrate, seed } from './schema.ts';
import { keptSecret } from './secrets.ts';
import { Shutdown } from './shutdown.ts';
import { mustServe, startTemporal } from './temporal.ts';

const namespace = process.env['TEMPORAL_NAMESPACE'] || 'bihuan';
const say = (line: string) => console.log(`· ${line}`);

/** One start: each step hands its undoing to `shutdown`, which runs them in the opposite order. */
async function start(paths: Paths, shutdown: Shutdown): Promise<void> {
  prepare(paths);
  shutdown.later('lock', lockOrRefuse(paths));
  const left = await endLeftovers(paths.children);
  if (left.length > 0) say(`ended what a killed start had left running: ${left.join(', ')}`);
  const watchdog = guard(paths.children);
  shutdown.later('watchdog', () => watchdog.release());
  const masterKey = process.env['MASTER_KEY'] || keptSecret(paths.masterKey, 32, 'base64');

  const databaseUrl = await database(paths, shutdown);
  const temporalAddress = await temporal(paths, shutdown);
  await ensureNamespace(temporalAddress, namespace);
  say(await migrate(databaseUrl));
  const seeded = await seed(databaseUrl, masterKey);
  if (seeded) say(seeded);

  shutdown.mustGoOn();
  // The worker may have to be started again while the API is still on its way up.
  let writeRunning = () => {};
  const application = await startApplication({
    paths,
    databaseUrl,
    temporalAddress,
    namespace,
    masterKey,
    say,
    onRestart: () => writeRunning(),
  });
  shutdown.later('API and worker', () => application.stop());
  writeRunning = () => note(paths, { application, databaseUrl, temporalAddress });
  writeRunning();
  shutdown.later('note', () => rmSync(paths.running, { force: true }));
  greet(paths, application);
}

async function database(paths: Paths, shutdown: Shutdown): Promise<string> {
  shutdown.mustGoOn();
  const opened = await openDatabase({
    folder: paths.postgres,
    port: 5499,
    logFile: join(paths.logs, 'postgres.log'),
    children: paths.children,
  });
  shutdown.later('PostgreSQL', () => opened.stop());
  void opened.ended.then((how) => shutdown.becauseOf(`PostgreSQL ended (${how})`));
  say(`PostgreSQL ${new URL(opened.url).host}`);
  return opened.url;
}

async function temporal(paths: Paths, shutdown: Shutdown): Promise<string> {
  shutdown.mustGoOn();
  const given = process.env['TEMPORAL_ADDRESS'];
  if (given) {
    await mustServe(given);
    say(`Temporal ${given}`);
    return given;
  }
  const server = await startTemporal({
    folder: paths.temporal,
    port: 7233,
    logFile: join(paths.logs, 'temporal.log'),
    children: paths.children,
    say,
  });
  shutdown.later('Temporal', () => server.stop());
  void server.ended.then((how) => shutdown.becauseOf(`Temporal ended (${how})`));
  say(`Temporal ${server.address}`);
  return server.address;
}

function lockOrRefuse(paths: Paths): () => void {
  const lock = takeLock(paths.lock);
  if (lock.held) return lock.release;
  const url = readJson<{ url: string }>(paths.running)?.url;
  const where = url ? `open ${url}` : `it is still starting, see ${paths.logs}`;
  throw new StartFailure(
    'start a second time in this folder',
    `it already runs here as process ${lock.by.pid}`,
    `Use the running one (${where}) or stop it with Ctrl-C in its terminal or "kill ${lock.by.pid}".`,
  );
}

interface Running {
  application: Application;
  databaseUrl: string;
  temporalAddress: string;
}

function note(paths: Paths, { application, databaseUrl, temporalAddress }: Running): void {
  const pids = { start: process.pid, ...application.pids() };
  const { url, opsPorts } = application;
  writeJson(paths.running, { url, pids, databaseUrl, temporalAddress, opsPorts });
}

function greet(paths: Paths, { url }: Application): void {
  const people = DEMO_PEOPLE.map(({ account, name }) => `   ${account.padEnd(24)} ${name}`);
  const show = (path: string) => relative(process.cwd(), path);
  console.log(
    [
      '',
      `闭环 runs at ${url}`,
      '',
      `Sign in with one of these accounts, password ${DEMO_PASSWORD}:`,
      ...people,
      '',
      `Data in ${show(paths.data)}, logs in ${show(paths.logs)}. Stop with Ctrl-C; start over with "npm run reset".`,
    ].join('\n'),
  );
}

const shutdown = new Shutdown(say);
try {
  await start(pathsIn(), shutdown);
} catch (error) {
  if (!shutdown.begun) console.error(describeFailure(error));
  await shutdown.run(1);
}
await new Promise(() => {});
