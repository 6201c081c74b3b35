import { execFile } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { z } from 'zod';
import { cacheFolder } from './paths.ts';

// The release that the Temporal SDK in package.json asks for itself.
const sdkVersion = '1.24.0';

const answer = z.object({ archiveUrl: z.url(), fileToExtract: z.string() });

/**
 * The `temporal` command that Temporal publishes for this SDK, kept in the user's cache.
 * @throws when it is not reachable; a closed network is noticed within three seconds
 */
export async function downloadCli(say: (line: string) => void): Promise<string> {
  const target = join(cacheFolder(), `temporal-cli-sdk-typescript-${sdkVersion}`);
  if (existsSync(target)) return target;
  const info = await whereToGet();
  mkdirSync(cacheFolder(), { recursive: true });
  const folder = mkdtempSync(`${target}.downloading-`);
  try {
    say(`downloading the Temporal server from ${new URL(info.archiveUrl).host}`);
    const archive = join(folder, 'archive.tar.gz');
    await save(info.archiveUrl, archive, say);
    await promisify(execFile)('tar', ['-xzf', archive, '-C', folder]);
    renameSync(join(folder, info.fileToExtract), target);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function whereToGet(): Promise<z.output<typeof answer>> {
  const arch = { x64: 'amd64', arm64: 'arm64' }[process.arch as string];
  if (!arch) throw new Error(`none is published for ${process.arch}`);
  const params = new URLSearchParams({
    arch,
    platform: process.platform,
    format: 'tar.gz',
    'sdk-name': 'sdk-typescript',
    'sdk-version': sdkVersion,
  });
  const response = await fetch(`https://temporal.download/cli/default?${params.toString()}`, {
    signal: AbortSignal.timeout(3_000),
  }).catch((error: Error) => {
    const cause = error.cause instanceof Error ? error.cause.message : error.message;
    throw new Error(`temporal.download is not reachable (${cause})`);
  });
  if (!response.ok) throw new Error(`temporal.download answered ${response.status}`);
  return answer.parse(await response.json());
}

async function save(url: string, file: string, say: (line: string) => void): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(600_000) });
  if (!response.ok || !response.body) throw new Error(`${url} answered ${response.status}`);
  const total = Number(response.headers.get('content-length') ?? 0);
  let received = 0;
  const ticker = setInterval(() => {
    const of = total > 0 ? ` of ${megabytes(total)}` : '';
    say(`downloading the Temporal server: ${megabytes(received)}${of}`);
  }, 5_000);
  try {
    const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
    body.on('data', (chunk: Uint8Array) => (received += chunk.length));
    await pipeline(body, createWriteStream(file));
  } finally {
    clearInterval(ticker);
  }
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MB`;
