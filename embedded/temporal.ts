import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { StartFailure, messageOf } from './failure.ts';
import { type KeptProcess, launch, tailOf } from './kept-process.ts';
import { freePort } from './ports.ts';
import { becomesTrue } from './process-identity.ts';
import {
  type Ports,
  dynamicSettings,
  dynamicYaml,
  portNames,
  serverYaml,
} from './temporal-config.ts';
import { type TemporalExecutable, temporalExecutable } from './temporal-executable.ts';

export interface TemporalOptions {
  /** Everything of this server lives here: configuration, data, log. */
  folder: string;
  /** Taken when free, else the one of the last start, else another one. */
  port?: number;
  /** Lets tests move a workflow's time forward. */
  timeSkipping?: boolean;
  logFile?: string;
  children?: string;
  say?: (line: string) => void;
}

export interface RunningTemporal {
  address: string;
  port: number;
  pid: number;
  ended: Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
}

const step = 'start the Temporal server';

/** Starts a Temporal server on `folder` and answers when its gRPC port serves. */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const folder = resolve(options.folder);
  const { timeSkipping = false, say = () => {} } = options;
  const minimum = timeSkipping ? '1.32.0' : '1.30.3';
  const executable = await temporalExecutable({ minimum, say });
  mkdirSync(folder, { recursive: true });
  const logFile = options.logFile ?? join(folder, 'temporal.log');
  for (let attempt = 1; ; attempt += 1) {
    const ports = await portsFor(folder, options.port, attempt > 1);
    const server = await launch({
      name: 'Temporal',
      command: executable.path,
      args: argumentsFor(executable, folder, ports, timeSkipping),
      logFile,
      children: options.children ?? join(folder, 'children.json'),
      env: serverEnvironment(),
    });
    const address = `127.0.0.1:${ports.frontend}`;
    const failed = await untilServing(server, address);
    if (failed === undefined) return { ...server, address, port: ports.frontend };
    await server.stop();
    // Between finding a port free and using it another program may have taken it.
    if (attempt < 3 && /address already in use/i.test(tailOf(logFile, 40))) continue;
    const wayOut = `Look into ${logFile}, or set TEMPORAL_ADDRESS to a server of your own.`;
    throw new StartFailure(step, `${failed}\n${tailOf(logFile)}`, wayOut);
  }
}

/** Answers when the server of TEMPORAL_ADDRESS serves. */
export async function mustServe(address: string): Promise<void> {
  const failed = await untilServing(undefined, address, 10_000);
  if (failed === undefined) return;
  const wayOut =
    'Start that server or correct TEMPORAL_ADDRESS; without the variable an embedded one is used.';
  throw new StartFailure(`reach Temporal at ${address}`, failed, wayOut);
}

function argumentsFor(
  executable: TemporalExecutable,
  folder: string,
  ports: Ports,
  timeSkipping: boolean,
): string[] {
  if (executable.kind === 'server') {
    writeFileSync(join(folder, 'server.yaml'), serverYaml(folder, ports));
    writeFileSync(join(folder, 'dynamic.yaml'), dynamicYaml(timeSkipping));
    return ['--config-file', join(folder, 'server.yaml'), '--allow-no-auth', 'start'];
  }
  const settings = Object.entries(dynamicSettings(timeSkipping)).flatMap(([key, value]) => [
    '--dynamic-config-value',
    `${key}=${JSON.stringify(value)}`,
  ]);
  const place = ['--ip', '127.0.0.1', '--port', String(ports.frontend), '--headless'];
  const data = ['--db-filename', join(folder, 'temporal-cli.db'), '--log-level', 'warn'];
  return ['server', 'start-dev', ...place, ...data, ...settings];
}

// The server reads such variables itself; a caller's settings for a client must not bend it.
function serverEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return Object.fromEntries(entries);
}

// The ports of the last start are taken again when free: a server that comes back under the same
// membership addresses does not wait for those of its dead predecessor.
async function portsFor(folder: string, wanted: number | undefined, anew: boolean): Promise<Ports> {
  const file = join(folder, 'ports.json');
  const last = anew ? {} : readPorts(file);
  const ports = {} as Ports;
  for (const name of portNames) {
    const preferred = name === 'frontend' ? (wanted ?? last[name]) : last[name];
    ports[name] = await freePort(anew ? undefined : preferred);
  }
  writeFileSync(file, JSON.stringify(ports));
  return ports;
}

function readPorts(file: string): Partial<Ports> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports>;
  } catch {
    return {};
  }
}

// Undefined when the server answers, else why it does not.
async function untilServing(
  server: KeptProcess | undefined,
  address: string,
  withinMs = 60_000,
): Promise<string | undefined> {
  let last = '';
  const answered = async () => {
    if (server?.hasEnded()) return true;
    try {
      const connection = await Connection.connect({ address, connectTimeout: '2s' });
      await connection.close();
      last = '';
      return true;
    } catch (error) {
      last = messageOf(error);
      return false;
    }
  };
  if (!(await becomesTrue(answered, withinMs))) return last;
  return server?.hasEnded() ? `the server ended with ${await server.ended}` : undefined;
}
