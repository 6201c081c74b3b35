import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FAULTS, type Fault } from './faults.ts';

/** What the tests of due dates need; the copy is thrown away. */
const PARTS = [
  'domain',
  'test',
  'docs',
  'README.md',
  'package.json',
  'jest.config.js',
  'tsconfig.json',
];
const TESTS = ['calendar', 'clocks', 'policy', 'golden', 'laws/deadline'];

/** A fault that makes the tests run for ever is found out too, in milliseconds. */
const PATIENCE = 180_000;

interface Bite {
  readonly red: boolean;
  /** The first test that failed. */
  readonly test: string;
}

/** Makes one mistake at a time in a copy of the tree and sees whether a test turns red. Exits with 1 when one does not. */
async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-teeth-'));
  try {
    for (const part of PARTS) cpSync(part, join(folder, part), { recursive: true });
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const sound = await bite(folder);
    if (sound.red) {
      console.error(`the tests are red without any fault: ${sound.test}`);
      return 1;
    }
    let toothless = 0;
    for (const fault of FAULTS) {
      const { red, test } = await withFault(folder, fault);
      if (!red) toothless += 1;
      console.log(`${red ? 'red  ' : 'GREEN'}  ${fault.name}${red ? `\n         ${test}` : ''}`);
    }
    console.log(`${FAULTS.length - toothless} of ${FAULTS.length} faults turn a test red`);
    return toothless === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function withFault(folder: string, { name, file, find, put }: Fault): Promise<Bite> {
  const path = join(folder, file);
  const sound = readFileSync(path, 'utf8');
  const parts = sound.split(find);
  if (parts.length !== 2) {
    throw new Error(`fault "${name}": its place is found ${parts.length - 1} times in ${file}`);
  }
  writeFileSync(path, parts.join(put));
  try {
    return await bite(folder);
  } finally {
    writeFileSync(path, sound);
  }
}

function bite(folder: string): Promise<Bite> {
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  // Last, because it takes every word after it for a project.
  const which = ['--bail', '--ci', '--selectProjects', 'unit'];
  const files = TESTS.map((name) => `test/domain/${name}`);
  // A group of its own: a worker that a fault sends round for ever does not outlive its run.
  const run = spawn(process.execPath, [...args, ...files, ...which], {
    cwd: folder,
    detached: true,
  });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const endGroup = () => {
    if (run.pid !== undefined) killGroup(run.pid);
  };
  const patience = setTimeout(endGroup, PATIENCE);
  return new Promise((done) => {
    run.once('exit', (code) => {
      clearTimeout(patience);
      endGroup();
      const test = /● (.+)/.exec(said)?.[1] ?? 'the tests do not end';
      done({ red: code !== 0, test });
    });
  });
}

function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

process.exit(await main());
