import { cn2024to2026 } from '../../domain/calendar/cn-2024-2026.ts';
import { cn2024to2026Data } from '../../domain/calendar/cn-2024-2026.data.ts';
import { loadCalendar } from '../../domain/calendar/load-calendar.ts';
import type { CalendarData } from '../../domain/calendar/notice.ts';
import { median } from './timing.ts';

/** What a loaded calendar takes, in bytes; the data it is made from are not in it. */
export interface CalendarMemory {
  /** The bits of worked days, the counts before them, and the days of the holidays. */
  readonly tables: number;
  /** All that a load leaves on the heap: with the objects around those, and the office hours. */
  readonly house: number;
  /** The same with the calendar of the desk that never closes. */
  readonly withUnit: number;
}

const LOADS = 1000;
const ROUNDS = 7;
const houseAlone: CalendarData = { ...cn2024to2026Data, units: [] };

export const calendarMemory = (): CalendarMemory => ({
  tables: cn2024to2026.worked.buffer.byteLength,
  house: bytesOf(() => loadCalendar(houseAlone)),
  withUnit: bytesOf(() => loadCalendar(cn2024to2026Data)),
});

/** What one of the things takes that `make` makes: the difference in the heap over many, some times over. */
const bytesOf = (make: () => object): number =>
  median(Array.from({ length: ROUNDS }, () => bytesOfOne(make)));

function bytesOfOne(make: () => object): number {
  const kept: object[] = Array.from({ length: LOADS });
  kept[0] = make();
  const before = inUse();
  for (let i = 0; i < LOADS; i += 1) kept[i] = make();
  const bytes = (inUse() - before) / (LOADS - 1);
  // Read after the measurement, so that all are alive during it.
  if (kept.includes(calendarMemory)) throw new Error('something else was kept');
  return bytes;
}

function inUse(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
