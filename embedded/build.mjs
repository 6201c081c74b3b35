// Builds what has changed: Prisma's client, the server programs, the workflow bundle, the console.
// Also run by itself as "npm run build".
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const stampFile = 'dist/.stamp';
const common = ['package-lock.json', 'embedded/build.mjs'];

const parts = [
  {
    name: 'database client',
    sources: ['prisma/schema'],
    output: 'generated/prisma',
    make: () =>
      node(['node_modules/prisma/build/index.js', 'generate', '--schema', 'prisma/schema'], {
        // The native schema engine is a download that nothing here needs.
        PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      }),
  },
  {
    name: 'server',
    sources: [
      'domain',
      'engine',
      'workflows',
      'activities',
      'api',
      'worker',
      'prisma',
      'embedded',
      'cli',
      'bench',
    ],
    output: 'dist/embedded/start.js',
    make: buildServer,
  },
  {
    name: 'due dates',
    sources: ['domain', 'cli/due.ts', 'cli/due', 'cli/demo/columns.ts'],
    output: 'dist/due.js',
    make: () => buildAlone('due'),
  },
  {
    name: 'explanations',
    sources: ['domain', 'cli/explain.ts', 'cli/explain', 'cli/demo/columns.ts'],
    output: 'dist/explain.js',
    // Explanations name functions.
    make: () => buildAlone('explain', { keepNames: true }),
  },
  {
    name: 'simulation',
    sources: ['domain', 'cli/simulate.ts', 'cli/simulate'],
    output: 'dist/simulate.js',
    make: () => buildAlone('simulate'),
  },
  {
    name: 'workflows',
    sources: ['workflows', 'domain'],
    needs: 'workflows/index.ts',
    output: 'dist/workflows.js',
    make: buildWorkflows,
  },
  {
    name: 'console',
    sources: ['web', 'domain'],
    needs: 'web/index.html',
    output: 'dist/web/index.html',
    make: buildConsole,
  },
];

/**
 * Runs the build in a process of its own when something changed; what it loads is not kept in memory.
 * `only` names the one part that is needed; what is told of it goes to `progress`.
 */
export async function ensureBuilt({ only, progress = process.stdout } = {}) {
  if (stale(only).length === 0) return;
  await node([fileURLToPath(import.meta.url), ...(only ? [only] : [])], {}, progress);
}

function stale(only) {
  const stamps = readStamps();
  return parts
    .filter(({ name, needs }) => (!only || name === only) && (!needs || existsSync(needs)))
    .map((part) => ({ ...part, hash: hashOf([...part.sources, ...common]) }))
    .filter(({ name, hash, output }) => stamps[name] !== hash || !existsSync(output));
}

async function build(only) {
  for (const part of stale(only)) {
    const began = Date.now();
    await part.make();
    mkdirSync('dist', { recursive: true });
    writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [part.name]: part.hash }));
    console.log(`· built the ${part.name} in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
}

const forNode = {
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
};

async function buildServer() {
  const { build: bundle } = await import('esbuild');
  for (const folder of serverFolders)
    rmSync(join('dist', folder), { recursive: true, force: true });
  await bundle({
    entryPoints: serverEntries(),
    outdir: 'dist',
    outbase: '.',
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    ...forNode,
  });
}

/** A file of its own: whoever asks waits for nothing else. */
async function buildAlone(name, options = {}) {
  const { build: bundle } = await import('esbuild');
  const files = { entryPoints: [`cli/${name}.ts`], outfile: `dist/${name}.js` };
  await bundle({ ...files, ...options, ...forNode });
}

const alone = ['cli/due', 'cli/explain', 'cli/simulate'];

const serverFolders = ['api', 'worker', 'prisma', 'embedded', 'cli', 'bench', 'chunks'];

function serverEntries() {
  const named = [
    'api/main.ts',
    'worker/main.ts',
    'prisma/seed-cli.ts',
    'bench/main.ts',
    'embedded/start.ts',
    'embedded/reset.ts',
    'embedded/watchdog-cli.ts',
    'embedded/migrate-cli.ts',
    'embedded/namespace-cli.ts',
    'embedded/temporal-cli.ts',
  ];
  const cli = filesIn('cli').filter(
    (file) => file.endsWith('.ts') && !alone.some((name) => file.startsWith(name)),
  );
  const children = filesIn('bench').filter((file) => file.endsWith('-process.ts'));
  return [...named, ...cli, ...children].filter((file) => existsSync(file));
}

async function buildWorkflows() {
  const { DefaultLogger, bundleWorkflowCode } = await import('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(process.cwd(), 'workflows/index.ts'),
    logger: new DefaultLogger('WARN'),
  });
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/workflows.js', code);
}

async function buildConsole() {
  const { build: bundle } = await import('vite');
  const configFile = ['web/vite.config.ts', 'vite.config.ts'].find((file) => existsSync(file));
  await bundle({
    root: 'web',
    configFile: configFile ? join(process.cwd(), configFile) : false,
    build: { outDir: '../dist/web', emptyOutDir: true },
    logLevel: 'warn',
  });
}

function node(args, env = {}, progress = process.stdout) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      if (args[0].endsWith('build.mjs')) progress.write(chunk);
      else said += chunk;
    });
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(buildFailure(args[0], said))));
  });
}

const buildFailure = (program, said) =>
  Object.assign(new Error(`${program} failed\n${said.trimEnd()}`), {
    step: 'build',
    wayOut: 'Correct what is named above; "git status" shows what differs from the release.',
  });

function hashOf(sources) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesIn)) hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function readStamps() {
  return existsSync(stampFile) ? JSON.parse(readFileSync(stampFile, 'utf8')) : {};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build(process.argv[2]).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
