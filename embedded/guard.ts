import { spawn } from 'node:child_process';
import { entryArguments } from './entry.ts';

/** Sees to it that the processes listed in `children` do not outlive this one, however it ends. */
export function guard(children: string): { release: () => Promise<void> } {
  const watchdog = spawn(process.execPath, [...entryArguments('embedded/watchdog-cli'), children], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => watchdog.once('exit', () => resolve()));
  watchdog.once('error', () => {});
  watchdog.stdin.on('error', () => {});
  return {
    async release() {
      watchdog.stdin.destroy();
      await ended;
    },
  };
}
