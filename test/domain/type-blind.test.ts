import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { CASE_TYPES } from '../../domain/registry.ts';

/** What treats all case types alike; the worker and the activities with them. */
const BLIND = ['workflows', 'engine', 'activities', 'worker'];
const BLIND_FILES = [
  'decider.ts',
  'evolve.ts',
  'step-events.ts',
  'timekeeping.ts',
  'views.ts',
  'with-clocks.ts',
].map((name) => `domain/${name}`);

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name}`);

const inCode = (id: string): string => id.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());

test.each([...BLIND.flatMap(filesIn), ...BLIND_FILES])('%s knows no case type by name', (file) => {
  const text = readFileSync(file, 'utf8');
  const named = CASE_TYPES.flatMap(({ id, label }) => [`'${id}'`, inCode(id), `'${label}'`]);
  expect(
    named
      .filter((name) => name.includes("'") || /[A-Z]/.test(name))
      .filter((name) => text.includes(name)),
  ).toEqual([]);
});
