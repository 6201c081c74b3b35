import { spawn } from 'node:child_process';

/** Suites that write what they have found when RECORD names a release, and what each writes. */
const SUITES = [
  ['unit', 'test/domain/logs'],
  ['live', 'test/lives/|test/workflows/continue-as-new|test/engine/(audit|rules)/'],
  ['live', 'test/workflows/replay.test.ts'],
] as const;

const release = process.argv[2];
if (!release || !/^[\w.-]{1,40}$/.test(release)) {
  console.error(
    'usage: npm run histories:record -- RELEASE\n' +
      'writes event logs of every case type to test/fixtures/logs and Temporal histories of every\n' +
      'workflow shape to test/histories, under the name of a release such as 0.2.0',
  );
  process.exit(2);
}

const jest = (project: string, path: string): Promise<number> =>
  new Promise((resolve) => {
    const program = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
    spawn(process.execPath, [...program, path, '--selectProjects', project], {
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'test', RECORD: release },
    }).once('exit', (code) => resolve(code ?? 1));
  });

for (const [project, path] of SUITES) {
  const code = await jest(project, path);
  if (code !== 0) process.exit(code);
}
