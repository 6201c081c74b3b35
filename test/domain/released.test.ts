import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSync, transformSync } from 'esbuild';
import { CASE_TYPES } from '../../domain/registry.ts';

const KEPT = 'test/fixtures/released.json';

/** What a definition says, without what its comments and its layout say. */
const codeOf = (file: string): string =>
  transformSync(readFileSync(file, 'utf8'), {
    loader: 'ts',
    minifyWhitespace: true,
    target: 'esnext',
  }).code;

/** A definition's file and everything of the definitions that it imports; the engine below them may be mended. */
function filesOf(id: string, version: number): readonly string[] {
  const { metafile } = buildSync({
    entryPoints: [`domain/case-types/${id}.v${version}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    format: 'esm',
  });
  return Object.keys(metafile.inputs)
    .filter((file) => file.startsWith('domain/case-types/'))
    .sort();
}

const hashOf = (id: string, version: number): string => {
  const hash = createHash('sha256');
  for (const file of filesOf(id, version)) hash.update(file).update('\0').update(codeOf(file));
  return hash.digest('hex');
};

/** `RELEASE=1` writes the hashes anew: before a release goes out, and after it only for versions that it adds. */
test('a released definition is what it was; a change is a new version', () => {
  const hashes = Object.fromEntries(
    CASE_TYPES.map(({ id, version }) => [`${id}.v${version}`, hashOf(id, version)]),
  );
  if (process.env['RELEASE']) writeFileSync(KEPT, `${JSON.stringify(hashes, null, 2)}\n`);
  expect(hashes).toEqual(JSON.parse(readFileSync(KEPT, 'utf8')));
});
