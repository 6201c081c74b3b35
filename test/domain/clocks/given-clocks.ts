import type { Calendar } from '../../../domain/calendar/calendar.ts';
import { civilDate } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 } from '../../../domain/calendar/cn-2024-2026.ts';
import type { Counting, Due } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import type { ClockFacts, Extension, Pause } from '../../../domain/clocks/facts.ts';
import { at, moment } from '../../support/moments.ts';

/** A pause between two moments, given as dates or as `2026-11-23 09:30`. */
export const pause = (from: string, to: string, more: Partial<Pause> = {}): Pause => ({
  from: at(from),
  to: at(to),
  ground: '等待鉴定',
  ...more,
});

export const paused = (...pauses: readonly Pause[]): ClockFacts => ({ pauses, extensions: [] });

export const extendedBy = (...extensions: readonly Extension[]): ClockFacts => ({
  pauses: [],
  extensions,
});

/** The dates of a clock in the words of a test. */
export const told = ({ nominal, statutory, internal }: Due) => ({
  nominal: civilDate(nominal),
  statutory: moment(statutory),
  internal: moment(internal),
});

/** When a clock is due that started at a moment, in the words of a test. */
export const dates = (
  counting: Counting,
  start: string,
  facts?: ClockFacts,
  calendar: Calendar = cn2024to2026,
) => told(dueOf(counting, at(start), calendar, facts));

/** The three dates of a limit that ends on a working day. */
export const allOn = (date: string) => ({
  nominal: date,
  statutory: `${date} 23:59:59`,
  internal: `${date} 17:00`,
});
