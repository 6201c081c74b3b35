import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `probe` gives something; fails after `within` ms, naming what was waited for. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | undefined | false>,
  within = 30_000,
): Promise<T> {
  const end = Date.now() + within;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ${within} ms in vain for: ${what}`);
    await pause(50);
  }
}
