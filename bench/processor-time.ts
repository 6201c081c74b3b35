import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Linux counts in hundredths of a second on every common machine. */
const MS_OF_A_TICK = 10;

interface Used {
  readonly pid: number;
  readonly parent: number;
  readonly ms: number;
}

/** Processor time that a process and all below it have used so far, in ms; 0 where there is no /proc. */
export function familyMs(pid: number): number {
  const all = processes();
  const family = new Set([pid]);
  // A parent may have a higher number than its child, so look until nobody is added any more.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return all.filter((one) => family.has(one.pid)).reduce((sum, one) => sum + one.ms, 0);
}

function processes(): readonly Used[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => usedBy(pid)).filter((one) => one !== undefined);
}

/** A process with what its ended children used: PostgreSQL's servers of connections come and go. */
function usedBy(pid: string): Used | undefined {
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

/** Measures from now on what share of the machine other programs take, between 0 and 1. */
export function watchOthers(): () => number {
  const begun = { others: busyMs() - familyMs(process.pid), at: performance.now() };
  return () => {
    const others = busyMs() - familyMs(process.pid) - begun.others;
    return Math.max(0, others) / ((performance.now() - begun.at) * cpus().length);
  };
}

const busyMs = (): number =>
  cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
