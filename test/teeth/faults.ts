/** A mistake that a programmer might make, as a change of one place. */
export interface Fault {
  readonly name: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly put: string;
  /** Where it should be found out; left out: by the tests of due dates. */
  readonly tests?: readonly string[];
  /** Tests of the engine need servers, `live`; those of the domain do not, `unit`. */
  readonly project?: 'unit' | 'live';
}

/** Mistakes that other systems made, and some of our own kind: each must turn a test red. */
export const FAULTS: readonly Fault[] = [
  {
    name: 'the day of the event is counted',
    file: 'domain/clocks/reckon.ts',
    find: ': dayOf(start);',
    put: ': dayOf(start) - 1;',
  },
  {
    name: 'make-up working days are ignored',
    file: 'domain/calendar/load-calendar.ts',
    find: 'if (everyDay || on.has(day)) return true;',
    put: 'if (everyDay) return true;',
  },
  {
    name: 'the roll becomes part of the count',
    file: 'domain/clocks/reckon.ts',
    find: 'const nominal = end(limit.value);',
    put: 'const nominal = workingDayOnOrAfter(calendar, end(limit.value));',
  },
  {
    name: 'an extension counts from the rolled date',
    file: 'domain/clocks/reckon.ts',
    find: 'const nominal = end(limit.value);',
    put: 'const nominal = more > 0 ? workingDayOnOrAfter(calendar, lastDay(limit, zero, paused, calendar)) + more : end(limit.value);',
  },
  {
    name: 'a pause is counted twice on calendar days',
    file: 'domain/clocks/count-days.ts',
    find: 'last += to - first;',
    put: 'last += 2 * (to - first);',
  },
  {
    name: 'a pause takes calendar days out of working days',
    file: 'domain/clocks/count-days.ts',
    find: 'last = workingDayAfter(calendar, last, workingDaysIn(calendar, first, to));',
    put: 'last = workingDayAfter(calendar, last, to - first);',
  },
  {
    name: 'the day on which a pause begins is skipped, however late it begins',
    file: 'domain/clocks/paused-days.ts',
    find: 'const first = from <= opening(calendar, dayOf(from)) ? dayOf(from) : dayOf(from) + 1;',
    put: 'const first = dayOf(from);',
  },
  {
    name: 'the day on which a pause ends is skipped too',
    file: 'domain/clocks/paused-days.ts',
    find: 'if (dayOf(to) > first) days.push({ from: first, to: dayOf(to) });',
    put: 'if (dayOf(to) >= first) days.push({ from: first, to: dayOf(to) + 1 });',
  },
  {
    name: 'overlapping pauses are not merged',
    file: 'domain/clocks/paused-days.ts',
    find: 'if (last && span.from <= last.to)',
    put: 'if (last && span.from < last.from)',
  },
  {
    name: 'a late request cures lateness',
    file: 'domain/clocks/timely.ts',
    find: 'if (!late) valid = add(valid);',
    put: 'valid = add(valid);',
  },
  {
    name: 'only the longest extension counts',
    file: 'domain/clocks/facts.ts',
    find: 'sum + value, 0',
    put: 'Math.max(sum, value), 0',
  },
  {
    name: 'a month ends beyond its last day',
    file: 'domain/calendar/civil.ts',
    find: 'return first + Math.min(dayOfMonth, next - first) - 1;',
    put: 'return first + Math.min(dayOfMonth, next) - 1;',
  },
  {
    name: 'property is held longer because of a holiday',
    file: 'domain/policy/qingpu-2026/waste-case.ts',
    find: "...cd(30, { roll: 'none' })",
    put: '...cd(30)',
  },
  {
    name: 'a hearing is notified six clear days before',
    file: 'domain/clocks/notice-by.ts',
    find: 'const nominal = firstClear - 1;',
    put: 'const nominal = firstClear;',
  },
  {
    name: 'the lunch break is office time',
    file: 'domain/calendar/cn-2024-2026.data.ts',
    find: "['09:00-11:30', '13:30-17:00']",
    put: "['09:00-17:00']",
  },
  {
    name: 'the first day of a year without a notice is certain',
    file: 'domain/clocks/reckon.ts',
    find: 'to >= calendar.to ||',
    put: 'to > calendar.to ||',
  },
  {
    name: 'days change at midnight in Greenwich',
    file: 'domain/calendar/civil.ts',
    find: 'const OFFSET = 8 * HOUR;',
    put: 'const OFFSET = 0;',
  },
  {
    name: 'the n-th working day is one off at a word of the calendar',
    file: 'domain/calendar/working-days.ts',
    find: 'while ((before[word + 1] ?? covered) < n) word += 1;',
    put: 'while ((before[word + 1] ?? covered) < n - 1) word += 1;',
  },
  {
    name: 'the management target may lie after the legal date',
    file: 'domain/clocks/reckon.ts',
    find: 'internal: Math.min(instantOf(internalDay, closeOf(calendar, internalDay)), statutory),',
    put: 'internal: instantOf(internalDay, closeOf(calendar, internalDay)),',
  },
  {
    name: 'a supervisor is called twice after an extension',
    file: 'domain/clocks/clock.ts',
    find: "level === 'L0' || level === 'L1' || level === 'L2';",
    put: "level !== 'L4';",
  },
  {
    name: 'reminders come as if nothing had been paused',
    file: 'domain/clocks/ladder.ts',
    find: 'const paused = pausedDays(valid.pauses, calendar);',
    put: 'const paused = pausedDays([], calendar);',
  },
  {
    name: 'a ledger forgets the day to which a date was rolled',
    file: 'domain/clocks/day-entries.ts',
    find: 'return [first, ...days, ...rollOf(clock, dayOf(due.statutory))];',
    put: 'return [first, ...days];',
  },
];
