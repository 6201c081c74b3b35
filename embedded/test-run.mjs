// "npm test": checks, then tests; the last line is always "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';

/**
 * Builds, makes sure of a Temporal server, runs the checks and then jest, each even when the one
 * before failed. Answers the exit code of the first that failed.
 */
export async function test(args) {
  const soak = args.includes('--soak');
  const forJest = args.filter((arg) => arg !== '--soak');
  const results = [await step('build', ensureBuilt)];
  if (results[0].code === 0) {
    if (!process.env.TEMPORAL_ADDRESS) {
      results.push(await step('Temporal server', () => node(['dist/embedded/temporal-cli.js'])));
    }
    results.push(await step('checks', () => run('npm', ['run', '-s', 'check'])));
    results.push(await jest(forJest, soak));
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return results.find(({ code }) => code !== 0)?.code ?? 0;
}

// A step that is not made of tests counts only when it fails, as one failure.
async function step(name, act) {
  try {
    const code = (await act()) ?? 0;
    if (code !== 0) console.error(`\n✗ ${name}: ended with code ${code}`);
    return { code, passed: 0, failed: code === 0 ? 0 : 1 };
  } catch (error) {
    console.error(`\n✗ ${name}: ${error.message}`);
    return { code: 1, passed: 0, failed: 1 };
  }
}

async function jest(args, soak) {
  const folder = mkdtempSync(join(tmpdir(), 'bihuan-jest-'));
  const report = join(folder, 'report.json');
  const program = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  const env = { NODE_ENV: 'test', ...(soak ? { SOAK: '1' } : {}) };
  try {
    const code = await node([...program, '--json', `--outputFile=${report}`, ...args], env);
    return { code, ...counted(report, code) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// A test file that cannot even be loaded has no tests to count: it is one failure itself.
function counted(report, code) {
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: code === 0 ? 0 : 1 };
  }
}

const node = (args, env) => run(process.execPath, args, env);

function run(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    // Ctrl-C reaches the whole group; this process stays to print the totals.
    const stay = () => {};
    const hand = (signal) => child.kill(signal);
    process.on('SIGINT', stay).on('SIGTERM', hand);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', stay).off('SIGTERM', hand);
      resolve(code ?? 1);
    });
  });
}
