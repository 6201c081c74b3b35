import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartFailure } from './failure.ts';
import { findOnPath } from './path-search.ts';
import { cacheFolder } from './paths.ts';
import { buildServer, goCommand, serverVersion } from './temporal-build.ts';
import { downloadCli } from './temporal-download.ts';

/** A program that can serve: the plain server, or the command line tool with a server inside. */
export interface TemporalExecutable {
  kind: 'server' | 'cli';
  path: string;
}

export interface Wanted {
  /** Lowest server version, "major.minor.patch". Tests skip time and need 1.32. */
  minimum: string;
  say: (line: string) => void;
}

/**
 * Finds or makes a Temporal server, quickest way first: the `temporal` command on PATH, what an
 * earlier start built or downloaded, a download, a build with Go.
 */
export async function temporalExecutable(wanted: Wanted): Promise<TemporalExecutable> {
  const tried: string[] = [];
  const onPath = findOnPath('temporal');
  if (onPath && (await fits(onPath, wanted, tried))) return { kind: 'cli', path: onPath };
  if (!onPath) tried.push('no "temporal" command on PATH');
  const built = join(cacheFolder(), `temporal-server-${serverVersion}`);
  if (existsSync(built)) return { kind: 'server', path: built };
  const downloaded = await downloadCli(wanted.say).catch((error: Error) => {
    tried.push(`download: ${error.message}`);
    return undefined;
  });
  if (downloaded && (await fits(downloaded, wanted, tried))) {
    return { kind: 'cli', path: downloaded };
  }
  const go = goCommand();
  if (go)
    return { kind: 'server', path: await buildServer({ go, target: built, say: wanted.say }) };
  tried.push('no "go" command on PATH, so the server cannot be built');
  throw new StartFailure('find a Temporal server', tried.join('\n'), wayOut);
}

const wayOut = [
  'Any one of these will do:',
  '- set TEMPORAL_ADDRESS=host:port to a Temporal server of your own;',
  '- put the "temporal" command on PATH (https://docs.temporal.io/cli);',
  '- allow a download from temporal.download;',
  '- put Go 1.26 or newer on PATH, and the server is built once (a few minutes).',
].join('\n');

async function fits(cli: string, { minimum, say }: Wanted, tried: string[]): Promise<boolean> {
  const version = await serverVersionOf(cli);
  if (version && atLeast(version, minimum)) return true;
  const reason = `${cli} holds server ${version ?? 'of unknown version'}, needed is ${minimum}`;
  tried.push(reason);
  say(`${reason}; looking further`);
  return false;
}

async function serverVersionOf(cli: string): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(cli, ['--version'], { timeout: 10_000 });
    return /Server (\d+\.\d+\.\d+)/i.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

export function atLeast(version: string, minimum: string): boolean {
  return version.localeCompare(minimum, 'en', { numeric: true }) >= 0;
}
