import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Replaces a file in one step, readable by its owner alone: nobody ever reads half of it. */
export function writeJson(file: string, value: unknown): void {
  const fresh = `${file}.new.${process.pid}`;
  writeFileSync(fresh, JSON.stringify(value, undefined, 2), { mode: 0o600 });
  renameSync(fresh, file);
}

/** The file's value; undefined when it is not there or not complete. */
export function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
