import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ENGINE_FAULTS } from './engine-faults.ts';
import { FAULTS, type Fault } from './faults.ts';

/** Links and what is written anew at every build; everything else of the tree is copied. */
const LEFT = ['node_modules', '.git', '.data'];

/** Tests and where they run. */
interface Run {
  readonly project: 'unit' | 'live';
  readonly tests: readonly string[];
}

const DUE_DATES: Run = {
  project: 'unit',
  tests: ['calendar', 'clocks', 'policy', 'golden', 'laws/deadline'].map(
    (name) => `test/domain/${name}`,
  ),
};

/** Each of its faults names its own tests. */
const ENGINE: Run = { project: 'live', tests: [] };

/** A fault that makes the tests run for ever is found out too, in milliseconds. */
const PATIENCE = 240_000;

const CANNOT_RUN = 'Test suite failed to run';

interface Bite {
  readonly red: boolean;
  /** The first test that failed. */
  readonly test: string;
}

/**
 * Makes one mistake at a time in a copy of the tree and sees whether a test turns red: of due dates with `dates`, in the
 * engine with `engine`, both without a word; a second word takes those alone whose names hold it. Exits with 1 when one does not.
 */
async function main(which: string | undefined, word = ''): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-teeth-'));
  try {
    for (const part of readdirSync('.')) {
      if (!LEFT.includes(part)) cpSync(part, join(folder, part), { recursive: true });
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    const of = (faults: readonly Fault[]) => faults.filter(({ name }) => name.includes(word));
    const dates = which === 'engine' ? 0 : await toothless(folder, of(FAULTS), DUE_DATES);
    const engine = which === 'dates' ? 0 : await toothless(folder, of(ENGINE_FAULTS), ENGINE);
    return dates + engine === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many faults turn nothing red. */
async function toothless(folder: string, faults: readonly Fault[], usual: Run): Promise<number> {
  if (faults.length === 0) return 0;
  for (const project of ['unit', 'live'] as const) {
    const same = faults.filter((fault) => (fault.project ?? usual.project) === project);
    const tests = [...new Set(same.flatMap((fault) => fault.tests ?? usual.tests))];
    if (tests.length === 0) continue;
    const sound = await bite(folder, { project, tests });
    if (sound.red) throw new Error(`the tests are red without any fault: ${sound.test}`);
  }
  let green = 0;
  for (const fault of faults) {
    const { project = usual.project, tests = usual.tests } = fault;
    const { red, test } = await withFault(folder, fault, { project, tests });
    if (!red) green += 1;
    console.log(`${red ? 'red  ' : 'GREEN'}  ${fault.name}${red ? `\n         ${test}` : ''}`);
  }
  console.log(`${faults.length - green} of ${faults.length} faults turn a test red`);
  return green;
}

async function withFault(
  folder: string,
  { name, file, find, put }: Fault,
  run: Run,
): Promise<Bite> {
  const path = join(folder, file);
  const sound = readFileSync(path, 'utf8');
  const parts = sound.split(find);
  if (parts.length !== 2) {
    throw new Error(`fault "${name}": its place is found ${parts.length - 1} times in ${file}`);
  }
  writeFileSync(path, parts.join(put));
  try {
    return await bite(folder, run);
  } finally {
    writeFileSync(path, sound);
  }
}

async function bite(folder: string, { project, tests }: Run): Promise<Bite> {
  if (project === 'live') await bundled(folder);
  return jest(folder, { project, tests });
}

/** Workflows run from their bundle, which has to have the fault in it. */
const bundled = (folder: string): Promise<void> =>
  new Promise((done, fail) => {
    const args = ['embedded/build.mjs', 'workflows'];
    const build = spawn(process.execPath, args, { cwd: folder });
    let said = '';
    build.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    build.once('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`the workflows cannot be bundled: ${said}`));
    });
  });

function jest(folder: string, { project, tests }: Run): Promise<Bite> {
  const args = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  // Last, because it takes every word after it for a project.
  const which = ['--bail', '--ci', '--selectProjects', project];
  // A group of its own: a worker that a fault sends round for ever does not outlive its run.
  const run = spawn(process.execPath, [...args, ...tests, ...which], {
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
  return new Promise((done, fail) => {
    run.once('exit', (code) => {
      clearTimeout(patience);
      endGroup();
      const failed = [...said.matchAll(/● (.+)/g)].map(([, test = '']) => test);
      // What cannot run at all finds nothing out.
      const [test] = failed.filter((name) => name !== CANNOT_RUN);
      if (!test && failed.length > 0) fail(new Error(said.slice(-2000)));
      else done({ red: code !== 0, test: test ?? 'the tests do not end' });
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

process.exit(await main(process.argv[2], process.argv[3]));
