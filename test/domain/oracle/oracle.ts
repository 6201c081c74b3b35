import { dayOf, positionAt } from './days.ts';
import { instantAfter } from './office.ts';
import type { Counting, OracleDue, Pause } from './rule.ts';
import { dayZero, lastOf, onOrAfter, onOrBefore, walk, walkBack } from './walk.ts';

const HOUR = 3_600_000;
const CLOSE = 17 * HOUR;
const LAST_SECOND = 24 * HOUR - 1000;

const isProvisional = (start: number, last: number): boolean => {
  for (let day = positionAt(start) + 1; day <= last; day += 1) {
    if (!dayOf(day).covered) return true;
  }
  return false;
};

const dayDue = (
  nominal: number,
  statutory: number,
  internal: number,
  start: number,
): OracleDue => ({
  nominal: dayOf(nominal).date,
  statutory,
  internal: Math.min(internal, statutory),
  provisional: isProvisional(start, Math.max(nominal, positionAt(statutory))),
});

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
  const nominal = lastOf(walk(counting, zero, limit.value + extended, pauses), zero);
  const target = internal
    ? lastOf(walk(counting, zero, internal.value + extended, pauses), zero)
    : nominal;
  const managed = limit.unit === 'workingDays' ? target : onOrBefore(target, zero + 1);
  const { midnight } = dayOf(rolled(counting, nominal, zero));
  const statutory = midnight + (counting.ends ? CLOSE : LAST_SECOND);
  return dayDue(nominal, statutory, dayOf(managed).midnight + CLOSE, start);
}

function dueBefore(counting: Counting, event: number, extended: number): OracleDue {
  const day = positionAt(event);
  const nominal = lastOf(walkBack(day, counting.limit.value + extended), day) - 1;
  const { midnight } = dayOf(onOrBefore(nominal, 0));
  const statutory = midnight + (counting.ends ? CLOSE : LAST_SECOND);
  return dayDue(nominal, statutory, midnight + CLOSE, event);
}

function dueInHours(counting: Counting, start: number, extended: number): OracleDue {
  const { limit, internal } = counting;
  const due = instantAfter(counting, start, limit.value + extended);
  const target = internal ? instantAfter(counting, start, internal.value + extended) : due;
  const told = dayDue(positionAt(due), due, target, start);
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
    ? walkBack(positionAt(start), value)
    : walk(counting, dayZero(counting, start), value, pauses);
  return counted.map((day) => dayOf(day).date);
}
