import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { childrenIn } from '../embedded/children.ts';
import type { System } from './system.ts';

/** Resident memory of API and worker, in MiB. */
export interface Memory {
  readonly api: number;
  readonly worker: number;
}

export function memory({ application }: System): Memory {
  const { api, worker } = application.pids();
  return { api: residentKiB(api) / 1024, worker: residentKiB(worker) / 1024 };
}

/** Linux images often lack ps, other systems have no /proc. */
function residentKiB(pid: number): number {
  if (process.platform !== 'linux') {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
  }
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]);
}

/** Processor time used so far by each program that was started here, by name, in ms. */
export type Processor = Readonly<Record<string, number>>;

/** Empty where there is no /proc. */
export function processor({ children }: System): Processor {
  if (process.platform !== 'linux') return {};
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const times = all.map((pid) => timesOf(pid)).filter((one) => one !== undefined);
  return Object.fromEntries(
    childrenIn(children).map(({ name, pid }) => {
      const family = times.filter((one) => one.pid === pid || one.parent === pid);
      return [name, family.reduce((sum, one) => sum + one.ms, 0)];
    }),
  );
}

/** Linux counts in hundredths of a second on every common machine. */
const MS_OF_A_TICK = 10;

/** A process with what its ended children used; PostgreSQL's servers of connections come and go. */
function timesOf(pid: string): { pid: number; parent: number; ms: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold spaces.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + field, 0);
    return { pid: Number(pid), parent: fields[1] ?? 0, ms: ticks * MS_OF_A_TICK };
  } catch {
    return undefined;
  }
}

/** What was used between two looks, for each of `operations`. */
export const perOperation = (before: Processor, after: Processor, operations: number): Processor =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / operations]),
  );
