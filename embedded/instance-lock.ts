import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { identityOf } from './process-identity.ts';

export interface Holder {
  pid: number;
  identity: string;
}

export type LockAnswer = { held: true; release: () => void } | { held: false; by: Holder };

/**
 * One holder a file at a time. A lock whose process died, or whose pid now belongs to another
 * program, is taken over; a living holder is named in the answer.
 */
export function takeLock(file: string): LockAnswer {
  mkdirSync(dirname(file), { recursive: true });
  const me: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (;;) {
      if (linked(mine, file)) return { held: true, release: () => release(file, me) };
      const holder = readHolder(file);
      if (holder && identityOf(holder.pid) === holder.identity) return { held: false, by: holder };
      setAside(file, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

// link() is the one call that both creates the name and fails when it is there, with the content
// already complete: nobody ever reads half a lock.
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

// Two starters may find the same stale lock: the slower one must not carry off the fresh lock that
// the faster one has just made, so it looks at what it took and puts a living one back.
function setAside(file: string, stale: Holder | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readHolder(aside);
  if (taken && taken.identity !== stale?.identity) linked(aside, file);
  rmSync(aside, { force: true });
}

function release(file: string, me: Holder): void {
  const holder = readHolder(file);
  if (holder?.pid === me.pid && holder.identity === me.identity) rmSync(file, { force: true });
}
