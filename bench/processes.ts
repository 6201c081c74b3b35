import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
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
