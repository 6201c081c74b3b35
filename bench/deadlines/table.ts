import type { Row } from '../markdown.ts';
import type { CalendarMemory } from './calendar-memory.ts';
import { type Deadlines, timesFindWorkday } from './readings.ts';
import type { Timing } from './timing.ts';

export const DEADLINES_HEAD: Row = ['due dates', 'ns', '× findWorkday', ''];

/** What was measured of due dates, a line each. */
export const deadlineRows = ({ timings, recomputed, calendar }: Deadlines): readonly Row[] => [
  ...timings.map((timing) => timingRow(timings, timing)),
  recomputedRow(recomputed),
  ['a calendar of three years', '', '', memoryText(calendar)],
];

function timingRow(timings: readonly Timing[], timing: Timing): Row {
  const times = timesFindWorkday(timings, timing);
  const text = times.toFixed(times < 10 ? 1 : 0);
  return [timing.name, timing.ns.toFixed(0), text, timing.gives];
}

function recomputedRow(recomputed: Deadlines['recomputed']): Row {
  const { cases, clocks, levels, seconds, processorSeconds } = recomputed;
  const text = [
    `${clocks} clocks, ${levels} levels: ${processorSeconds.toFixed(2)} s of one core`,
    `${seconds.toFixed(2)} s by the clock`,
  ].join(', ');
  return [`all clocks of ${cases} cases`, ((processorSeconds * 1e9) / clocks).toFixed(0), '', text];
}

const memoryText = ({ tables, house, withUnit }: CalendarMemory): string =>
  [
    `${house.toFixed(0)} bytes in all, ${tables} of them tables`,
    `${withUnit.toFixed(0)} with a unit's own calendar`,
  ].join('; ');
