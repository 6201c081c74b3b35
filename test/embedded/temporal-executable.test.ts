import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { StartFailure } from '../../embedded/failure.ts';
import { buildServer } from '../../embedded/temporal-build.ts';
import { atLeast, temporalExecutable } from '../../embedded/temporal-executable.ts';

let folder: string;
let target: string;
const kept = { ...process.env };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-temporal-'));
  target = join(folder, 'temporal-server-1.32.0');
});
afterEach(() => {
  Object.assign(process.env, { PATH: kept['PATH'], BIHUAN_CACHE: kept['BIHUAN_CACHE'] ?? '' });
  rmSync(folder, { recursive: true, force: true });
});

function script(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

const builds = () => readFileSync(join(folder, 'builds'), 'utf8').trim().split('\n');

test('two builds at once compile once, and nothing half-built is left', async () => {
  const wait = `while [ ! -e ${folder}/gate ]; do sleep 0.05; done`;
  const go = script('go', `echo one >> ${folder}/builds; ${wait}; echo x > "$GOBIN/server"`);
  // The compiler goes on only after the second build has found the first at work.
  const say = (line: string) => {
    if (line.includes('waiting for it')) writeFileSync(join(folder, 'gate'), 'open\n');
  };
  const both = await Promise.all([
    buildServer({ go, target, say }),
    buildServer({ go, target, say }),
  ]);
  expect(both).toEqual([target, target]);
  expect(builds()).toEqual(['one']);
  expect(readdirSync(folder).toSorted()).toEqual([
    'builds',
    'gate',
    'go',
    'temporal-server-1.32.0',
  ]);
});

test('a build that fails shows what the compiler said and leaves nothing', async () => {
  const go = script('go', 'echo "no space left on device" >&2; exit 1');
  const failed = buildServer({ go, target, say: () => {} });
  await expect(failed).rejects.toThrow(/no space left on device/);
  expect(existsSync(target)).toBe(false);
  expect(readdirSync(folder)).toEqual(['go']);
});

test('a command line tool on PATH is used when its server is new enough, a built server otherwise', async () => {
  const cli = script('temporal', 'echo "temporal version 1.9.0 (Server 1.31.0, UI 2.49.1)"');
  writeFileSync(target, '');
  Object.assign(process.env, { PATH: folder, BIHUAN_CACHE: folder });
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  process.env['PATH'] = `${folder}:/bin`;
  expect(await temporalExecutable({ minimum: '1.30.3', say })).toEqual({ kind: 'cli', path: cli });
  const built = await temporalExecutable({ minimum: '1.32.0', say });
  expect(built).toEqual({ kind: 'server', path: target });
  expect(lines).toEqual([expect.stringContaining('holds server 1.31.0, needed is 1.32.0')]);
});

test('with no way at all the message names them all', async () => {
  Object.assign(process.env, { PATH: '/nowhere', BIHUAN_CACHE: folder });
  // An address that never answers: the download must fail here even on an open network.
  const fetched = globalThis.fetch;
  globalThis.fetch = () => Promise.reject(new TypeError('no route'));
  try {
    const failure = await temporalExecutable({ minimum: '1.30.3', say: () => {} }).catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(StartFailure);
    expect((failure as StartFailure).reason).toContain('no route');
    for (const way of ['TEMPORAL_ADDRESS', '"temporal" command', 'download', 'Go 1.26']) {
      expect((failure as StartFailure).wayOut).toContain(way);
    }
  } finally {
    globalThis.fetch = fetched;
  }
});

test('versions compare by number, not by letter', () => {
  expect(atLeast('1.32.0', '1.32.0')).toBe(true);
  expect(atLeast('1.100.0', '1.32.0')).toBe(true);
  expect(atLeast('1.9.9', '1.32.0')).toBe(false);
});
