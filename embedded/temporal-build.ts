import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { dirname, join } from 'node:path';
import { StartFailure } from './failure.ts';
import { takeLock } from './instance-lock.ts';
import { findOnPath } from './path-search.ts';
import { identityOf } from './process-identity.ts';

export const serverVersion = '1.32.0';

const source = `go.temporal.io/server/cmd/server@v${serverVersion}`;

export const goCommand = (): string | undefined => findOnPath('go');

export interface Build {
  go: string;
  target: string;
  say: (line: string) => void;
}

/**
 * Builds the server from its Go module, once a user: 4 to 9 minutes on two cores and 3 GB of
 * module and build cache. Of two builds at once the second waits for the first.
 */
export async function buildServer(build: Build): Promise<string> {
  mkdirSync(dirname(build.target), { recursive: true });
  for (;;) {
    const lock = takeLock(`${build.target}.lock`);
    if (!lock.held) {
      build.say(
        `another start (pid ${lock.by.pid}) is building the Temporal server; waiting for it`,
      );
      while (identityOf(lock.by.pid) === lock.by.identity && !existsSync(build.target)) {
        await pause(1_000);
      }
      if (existsSync(build.target)) return build.target;
      continue;
    }
    try {
      if (!existsSync(build.target)) await compile(build);
      return build.target;
    } finally {
      lock.release();
    }
  }
}

async function compile({ go, target, say }: Build): Promise<void> {
  const folder = mkdtempSync(`${target}.building-`);
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`building Temporal server ${serverVersion} with Go: once, a few minutes, into ${target}`);
  const ticker = setInterval(() => say(`building Temporal server: ${seconds()} s`), 5_000);
  try {
    const { code, said } = await goInstall(go, folder);
    if (code !== 0) {
      throw new StartFailure('build the Temporal server', said, buildWayOut);
    }
    renameSync(join(folder, 'server'), target);
    say(`built the Temporal server in ${seconds()} s`);
  } finally {
    clearInterval(ticker);
    rmSync(folder, { recursive: true, force: true });
  }
}

const buildWayOut = [
  'Check that Go 1.26 or newer can reach its module proxy ("go env GOPROXY") and that 4 GB of disk are free,',
  'or set TEMPORAL_ADDRESS to a Temporal server of your own.',
].join('\n');

function goInstall(go: string, into: string): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const flags = ['-trimpath', '-ldflags', '-s -w'];
    const child = spawn(go, ['install', ...flags, source], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, GOBIN: into, GOTOOLCHAIN: 'auto', GOFLAGS: '', CGO_ENABLED: '0' },
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000);
    });
    const abandon = () => child.kill();
    process.once('exit', abandon);
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', abandon);
      resolve({ code, said });
    });
  });
}
