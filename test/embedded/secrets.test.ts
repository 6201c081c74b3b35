import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keptSecret } from '../../embedded/secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bihuan-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the master key is made once, 32 bytes, readable by its owner alone', () => {
  const file = join(folder, 'master.key');
  const key = keptSecret(file, 32, 'base64');
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(keptSecret(file, 32, 'base64')).toBe(key);
  expect(readdirSync(folder)).toEqual(['master.key']);
});

test('an emptied key file is refused: a new key could not read what the old one sealed', () => {
  const file = join(folder, 'master.key');
  writeFileSync(file, '');
  expect(() => keptSecret(file, 32, 'base64')).toThrow(/is empty/);
});
