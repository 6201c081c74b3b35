// The way in for a bare machine: runs before anything is installed, so plain Node and no packages.
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const needed = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  fail(
    'start',
    `this is Node ${process.versions.node}, needed is ${needed.join('.')} or newer`,
    'Install a newer Node from https://nodejs.org and run the command again.',
  );
}

const programs = {
  start: 'dist/embedded/start.js',
  reset: 'dist/embedded/reset.js',
  demo: 'dist/cli/demo.js',
  bench: 'dist/bench/main.js',
  verify: 'dist/cli/verify.js',
  audit: 'dist/cli/audit.js',
  reconcile: 'dist/cli/reconcile.js',
  rebuild: 'dist/cli/rebuild.js',
  'what-if': 'dist/cli/what-if.js',
  due: 'dist/due.js',
  explain: 'dist/explain.js',
  simulate: 'dist/simulate.js',
};

// What these say is read by programs: nothing else may stand in their output, and each needs one small bundle only.
const quiet = {
  due: { only: 'due dates', progress: process.stderr },
  explain: { only: 'explanations', progress: process.stderr },
  simulate: { only: 'simulation', progress: process.stderr },
};

const [command = 'start', ...rest] = process.argv.slice(2);
process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
try {
  const { ensureInstalled } = await import('./install.mjs');
  await ensureInstalled(quiet[command]?.progress);
  if (command === 'test') {
    const { test } = await import('./test-run.mjs');
    process.exit(await test(rest));
  }
  if (!programs[command]) throw new Error(`unknown command "${command}"`);
  const { ensureBuilt } = await import('./build.mjs');
  await ensureBuilt(quiet[command]);
  await run(programs[command], rest);
} catch (error) {
  if (command === 'test') console.log('0 passed, 1 failed');
  fail(
    error.step ?? command,
    error.message,
    error.wayOut ?? 'Read the lines above; they name the cause.',
  );
}

/** Runs a built program in this very process: signals and the exit code need no forwarding. */
async function run(program, args) {
  process.setSourceMapsEnabled(true);
  process.argv = [process.argv[0], resolve(program), ...args];
  await import(pathToFileURL(resolve(program)).href);
}

function fail(step, cause, wayOut) {
  console.error(`bihuan could not ${step}.\n  cause:   ${cause}\n  way out: ${wayOut}`);
  process.exit(1);
}
