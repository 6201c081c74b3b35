import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartFailure } from './failure.ts';

/** Reads a secret kept in `file`, making it (mode 0600) from `bytes` random bytes when it is not there. */
export function keptSecret(file: string, bytes: number, encoding: 'base64' | 'hex'): string {
  const kept = read(file);
  if (kept !== undefined) return kept;
  // Written whole and then linked: a start killed in between leaves no half secret behind.
  const fresh = `${file}.new.${process.pid}`;
  writeFileSync(fresh, randomBytes(bytes).toString(encoding), { mode: 0o600, flush: true });
  try {
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return read(file) ?? '';
}

function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  throw new StartFailure(
    'read its secrets',
    `${file} is empty`,
    'Put the file back from a backup. Without it sealed data cannot be read; "npm run reset" starts over.',
  );
}
