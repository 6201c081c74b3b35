import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Ending, endProcess } from './process-identity.ts';

/** A process that was started, kept on disk in the order of starting. */
export interface Child extends Ending {
  name: string;
}

export function childrenIn(file: string): Child[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Child[];
  } catch {
    return [];
  }
}

export function remember(file: string, child: Child): void {
  store(file, [...childrenIn(file), child]);
}

export function forget(file: string, pid: number): void {
  const rest = childrenIn(file).filter((child) => child.pid !== pid);
  store(file, rest);
}

/**
 * Ends what a start that died left running, last started first: API and worker before Temporal,
 * PostgreSQL at the end. A pid that meanwhile belongs to another program is left alone.
 */
export async function endLeftovers(file: string): Promise<string[]> {
  const left = childrenIn(file).toReversed();
  for (const child of left) await endProcess(child);
  if (left.length > 0) store(file, []);
  return left.map((child) => child.name);
}

function store(file: string, children: Child[]): void {
  const fresh = `${file}.new.${process.pid}`;
  try {
    writeFileSync(fresh, JSON.stringify(children), { mode: 0o600 });
    renameSync(fresh, file);
  } catch (error) {
    // The folder is gone: a test or a reset removed it, and the list with it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
