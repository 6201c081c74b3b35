import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { entryArguments } from '../embedded/entry.ts';
import type { Deadlines } from './deadlines/readings.ts';

/**
 * Measures in a process of its own, so that nothing else has warmed it up or filled its heap. It lives in
 * Asia/Shanghai, because chinese-days reads dates in the zone of its process; ours reads none.
 */
export async function deadlines(): Promise<Deadlines> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', ...entryArguments('bench/deadlines-process')],
    { env: { ...process.env, TZ: 'Asia/Shanghai' } },
  );
  return JSON.parse(stdout) as Deadlines;
}
