import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { childrenIn } from '../embedded/children.ts';
import { familyMs } from './processor-time.ts';
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

/** Resident memory of API, worker and the Temporal server, in MiB; 0 where another's server is used. */
export function memoryAtRest(system: System): Memory & { readonly temporal: number } {
  const server = childrenIn(system.children).find(({ name }) => name === 'Temporal');
  return { ...memory(system), temporal: server ? residentKiB(server.pid) / 1024 : 0 };
}

/** The highest resident memory of a process so far, in MiB; 0 once it has ended, and where there is no /proc. */
export function peakMiB(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
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
export const processor = ({ children }: System): Processor =>
  Object.fromEntries(childrenIn(children).map(({ name, pid }) => [name, familyMs(pid)]));

/** What was used between two looks, for each of `operations`. */
export const perOperation = (before: Processor, after: Processor, operations: number): Processor =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / operations]),
  );
