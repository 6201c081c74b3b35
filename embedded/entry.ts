import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Arguments for node that run one of our programs, say "embedded/watchdog-cli": the built one when we
 * run built ourselves, else the source.
 */
export function entryArguments(name: string): string[] {
  if (isBuilt()) return ['--enable-source-maps', resolve('dist', `${name}.js`)];
  const loader = pathToFileURL(createRequire(resolve('package.json')).resolve('tsx')).href;
  return ['--import', loader, resolve(`${name}.ts`)];
}

export const entryExists = (name: string): boolean => existsSync(entryFile(name));

/** The file of one of our programs, built or source as we run ourselves. */
export const entryFile = (name: string): string =>
  isBuilt() ? resolve('dist', `${name}.js`) : resolve(`${name}.ts`);

const isBuilt = (): boolean => !fileURLToPath(import.meta.url).endsWith('.ts');
