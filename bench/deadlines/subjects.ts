import chineseDays from 'chinese-days';
import {
  civilDate,
  DAY,
  dayNumber,
  dayOf,
  HOUR,
  instantOf,
  MINUTE,
} from '../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../domain/calendar/cn-2024-2026.ts';
import { type Counting, counting } from '../../domain/clocks/counting.ts';
import { dueOf } from '../../domain/clocks/due.ts';
import { type ClockFacts, NO_FACTS } from '../../domain/clocks/facts.ts';
import { ledgerOf } from '../../domain/clocks/ledger.ts';
import { calendarDays, officeHours, workingDays } from '../../domain/clocks/limit.ts';
import { FIND_WORKDAY, WITHOUT_LEDGER } from './readings.ts';
import type { Subject } from './timing.ts';

/** A power of two, so that the next start is found without a division. */
const STARTS = 1024;
const FIRST = dayNumber('2024-01-02');
const LAST = dayNumber('2026-06-30');

/** Spread over the covered years, at odd times of the day; every limit ends in a covered year. */
const starts = Array.from({ length: STARTS }, (_, i) => {
  const day = FIRST + Math.floor(((LAST - FIRST) * i) / STARTS);
  return instantOf(day, ((i * 7919) % (24 * 60)) * MINUTE);
});
const dates = starts.map((start) => civilDate(dayOf(start)));

const startOf = (i: number): number => starts[i & (STARTS - 1)] ?? 0;
const dateOf = (i: number): string => dates[i & (STARTS - 1)] ?? '';

/** Twelve days of waiting for an appraisal, later nine and a half for a hearing. */
const twoPauses: readonly ClockFacts[] = starts.map((start) => ({
  pauses: [
    { from: start + 20 * DAY, to: start + 32 * DAY, ground: '等待鉴定' },
    { from: start + 50 * DAY, to: start + 59 * DAY + 12 * HOUR, ground: '听证' },
  ],
  extensions: [],
}));
const noPauses = (): ClockFacts => NO_FACTS;
const paused = (i: number): ClockFacts => twoPauses[i & (STARTS - 1)] ?? NO_FACTS;

const FIFTEEN = counting(workingDays(15));

export function subjects(): readonly Subject[] {
  checkAgainstFindWorkday();
  return [
    ...both('15 working days', FIFTEEN, noPauses),
    ...both('90 calendar days with two pauses', counting(calendarDays(90)), paused),
    ...both('4 office hours', counting(officeHours(4)), noPauses),
    {
      name: '15 working days, from text to text',
      gives: 'the date alone, as findWorkday',
      run: (i) => ours(dateOf(i)).length,
    },
    {
      name: FIND_WORKDAY,
      gives: 'the date alone',
      run: (i) => chineseDays.findWorkday(15, dateOf(i)).length,
    },
  ];
}

const both = (
  name: string,
  as: Counting,
  factsOf: (i: number) => ClockFacts,
): readonly Subject[] => [
  {
    name: `${name}, ${WITHOUT_LEDGER}`,
    gives: 'three dates',
    run: (i) => dueOf(as, startOf(i), calendar, factsOf(i)).statutory,
  },
  {
    name: `${name}, with ledger`,
    gives: `about ${entriesOf(as, factsOf)} entries`,
    run: (i) => ledgerOf(as, startOf(i), calendar, factsOf(i)).length,
  },
];

function entriesOf(as: Counting, factsOf: (i: number) => ClockFacts): number {
  const lengths = starts.map((start, i) => ledgerOf(as, start, calendar, factsOf(i)).length);
  return Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
}

const ours = (date: string): string =>
  civilDate(dueOf(FIFTEEN, instantOf(dayNumber(date), 0), calendar).nominal);

/** Two programs that disagree must not be compared for speed. */
function checkAgainstFindWorkday(): void {
  const wrong = dates.find((date) => ours(date) !== chineseDays.findWorkday(15, date));
  if (wrong)
    throw new Error(
      `from ${wrong}: ${ours(wrong)}, ${chineseDays.findWorkday(15, wrong)} by chinese-days`,
    );
}
