import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { REFUSAL_TEXTS } from '../../../domain/refusal-texts.ts';

const textOf = (folder: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');

/** Codes of refusals that a text names. */
const codesIn = (text: string): readonly string[] =>
  Object.keys(REFUSAL_TEXTS).filter((code) => text.includes(`'${code}'`));

const DEFINITIONS = 'domain/case-types';
const types = readdirSync(DEFINITIONS).filter((name) =>
  statSync(join(DEFINITIONS, name)).isDirectory(),
);

describe('a rule that no test knows could be lost unseen', () => {
  test.each(types)('every refusal of %s is met in its tests', (type) => {
    const met = textOf(join('test/domain/case-types', type));
    const unmet = codesIn(textOf(join(DEFINITIONS, type))).filter(
      (code) => !met.includes(`'${code}'`),
    );
    expect(unmet).toEqual([]);
  });

  test.each(['oversight', 'definition'])(
    'every refusal of domain/%s is met in some test',
    (area) => {
      const tests = [
        ...types.map((type) => join('test/domain/case-types', type)),
        'test/domain',
        'test/domain/oversight',
        'test/domain/laws',
        'test/api',
      ];
      const met = tests.map(textOf).join('\n');
      const unmet = codesIn(textOf(join('domain', area))).filter(
        (code) => !met.includes(`'${code}'`),
      );
      expect(unmet).toEqual([]);
    },
  );
});
