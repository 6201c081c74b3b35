// npm writes into package-lock.json only those optional platform packages that the registry at hand
// serves, and then refuses its own lock elsewhere ("npm ci … Missing: x from lock file"). This adds an
// entry for each one that a package asks for by an exact version. Run it after every "npm install".
import { readFileSync, writeFileSync } from 'node:fs';

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = fill(lock.packages);
if (added.length > 0) {
  const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`${added.length} platform packages added to ${file}`);

function fill(packages) {
  const names = [];
  for (const [at, entry] of Object.entries({ ...packages })) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = versionFrom(packages, at, name);
      if (found === version || (found && !/^\d/.test(version))) continue;
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version)) {
        console.error(`left out ${name}@${version}: not a platform package of an exact version`);
        continue;
      }
      const dev = entry.dev ? { dev: true } : {};
      const place = found ? `${at}/node_modules/${name}` : `node_modules/${name}`;
      packages[place] = { version, ...dev, optional: true, ...platform };
      names.push(name);
    }
  }
  return names;
}

/** The version that `name` resolves to from the package at `at`: beside it or in a folder above. */
function versionFrom(packages, at, name) {
  for (let from = at; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    const entry = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`];
    if (entry) return entry.version;
    if (from === '') return undefined;
  }
}

function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (!os || !cpu) return undefined;
  const libc = words.some((word) => word.startsWith('musl'))
    ? { libc: ['musl'] }
    : words.some((word) => word.startsWith('gnu'))
      ? { libc: ['glibc'] }
      : {};
  return { os: [os], cpu: [cpu], ...libc };
}
