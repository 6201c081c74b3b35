import { dayOf, positionAt } from './days.ts';
import { instantAfter } from './office.ts';
import type { Counting, OracleDue, Pause } from './rule.ts';
import { clearDays, dayZero, daysCounted, lastDay, onOrAfter, onOrBefore } from './walk.ts';

const HOUR = 3_600_000;
const CLOSE = 17 * HOUR;
const LAST_SECOND = 24 * HOUR - 1000;

/** Whether a day from the one to the other, both included, is of a year without a notice. */
function isProvisional(first: number, last: number): boolean {
  for (let day = first; day <= last; day += 1) if (!dayOf(day).covered) return true;
  return false;
}

function dueFrom(start: number, nominal: number, statutory: number, internal: number): OracleDue {
  const last = Math.max(nominal, positionAt(statutory));
  return {
    nominal: dayOf(nominal).date,
    statutory,
    internal: Math.min(internal, statutory),
    provisional: isProvisional(positionAt(start) + 1, last),
  };
}

/** The nominal last day put where the rule wants it. Suspensions play no part in this. */
function rolled(counting: Counting, nominal: number, zero: number): number {
  switch (counting.roll) {
    case 'forward':
      return onOrAfter(nominal);
    case 'backward':
      return onOrBefore(nominal, zero + 1);
    case 'none':
      return nominal;
  }
}

function dueInDays(
  counting: Counting,
  start: number,
  pauses: readonly Pause[],
  extended: number,
): OracleDue {
  const { limit, internal } = counting;
  const zero = dayZero(counting, start);
  const nominal = lastDay(counting, zero, limit.value + extended, pauses);
  const target = internal ? lastDay(counting, zero, internal.value + extended, pauses) : nominal;
  const managed = limit.unit === 'workingDays' ? target : onOrBefore(target, zero + 1);
  const { midnight } = dayOf(rolled(counting, nominal, zero));
  const statutory = midnight + (counting.ends ? CLOSE : LAST_SECOND);
  return dueFrom(start, nominal, statutory, dayOf(managed).midnight + CLOSE);
}

/** The days that may turn out otherwise are here those between the notice and its event. */
function dueBefore(counting: Counting, event: number, extended: number): OracleDue {
  const day = positionAt(event);
  const first = clearDays(day, counting.limit.value + extended).at(-1) ?? day;
  const nominal = first - 1;
  const noticed = onOrBefore(nominal, 0);
  const { midnight } = dayOf(noticed);
  return {
    nominal: dayOf(nominal).date,
    statutory: midnight + LAST_SECOND,
    internal: midnight + CLOSE,
    provisional: isProvisional(noticed, day - 1),
  };
}

function dueInHours(counting: Counting, start: number, extended: number): OracleDue {
  const { limit, internal } = counting;
  const due = instantAfter(counting, start, limit.value + extended);
  const target = internal ? instantAfter(counting, start, internal.value + extended) : due;
  const told = dueFrom(start, positionAt(due), due, target);
  return { ...told, provisional: limit.unit === 'officeHours' && told.provisional };
}

const isInDays = ({ limit }: Counting): boolean =>
  ['workingDays', 'calendarDays', 'months'].includes(limit.unit);

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0);

/** The three dates of a rule, found by walking from day to day. Extensions are in its own unit. */
export function oracleDue(
  counting: Counting,
  start: number,
  pauses: readonly Pause[] = [],
  extensions: readonly number[] = [],
): OracleDue {
  const extended = sum(extensions);
  if (counting.before) return dueBefore(counting, start, extended);
  if (isInDays(counting)) return dueInDays(counting, start, pauses, extended);
  return dueInHours(counting, start, extended);
}

/** The dates that a day rule counts up to its nominal day, in the order of counting. */
export function countedDays(
  counting: Counting,
  start: number,
  pauses: readonly Pause[] = [],
  extensions: readonly number[] = [],
): string[] {
  const value = counting.limit.value + sum(extensions);
  const counted = counting.before
    ? clearDays(positionAt(start), value)
    : daysCounted(counting, dayZero(counting, start), value, pauses);
  return counted.map((day) => dayOf(day).date);
}
