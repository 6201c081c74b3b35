import { type DayNumber, dayOf, isoInstant } from '../calendar/civil.ts';
import type { Due } from '../clocks/counting.ts';
import { dueOf } from '../clocks/due.ts';
import { levelInstants } from '../clocks/ladder.ts';
import { ledgerOf } from '../clocks/ledger.ts';
import { ledgerText, shortLedgerText, type Told } from '../clocks/ledger-text.ts';
import { isDayLimit } from '../clocks/limit.ts';
import { timely } from '../clocks/timely.ts';
import { type Answer, datesOf, marks, missingYears, origin, type Read } from './answer.ts';
import { dateOf } from './moment.ts';
import type { LimitSubject } from './subject.ts';
import { applicable } from './warnings.ts';

/** The answer to a length of time: dates, levels and a reckoning. */
export function limitAnswer(subject: LimitSubject, read: Read): Answer {
  const { rule, label, counting, ladder, named } = subject;
  const { calendar, policy } = read;
  const start = read.start.at;
  const facts = timely(counting, start, calendar, applicable(subject, read.facts));
  const due = dueOf(counting, start, calendar, facts);
  const basis = named && { label, clause: named.clause, policy: policy.version };
  const told: Told = { counting, start, calendar, facts, ...(basis && { basis }) };
  const labels = new Map(ladder.map((level) => [level.level, level.label]));
  return {
    rule,
    label,
    unit: counting.limit.unit,
    limit: counting.limit.value,
    start: isDayLimit(counting.limit) ? dateOf(start) : isoInstant(start),
    ...(isDayLimit(counting.limit) ? datesOf(due) : instantsOf(due)),
    missingYears: missingYears(due, firstCounted(subject, read), calendar),
    ledger: ledgerOf(counting, start, calendar, facts),
    levels: levelInstants(ladder, { counting, start, due }, calendar, facts).map(
      ({ level, at }) => ({ level, label: labels.get(level) ?? level, at: isoInstant(at) }),
    ),
    text: ledgerText(told),
    short: shortLedgerText(told),
    ...origin(named, read),
  };
}

/** Days count from the day after; hours on the day itself; a notice counts back to the day of its event. */
const firstCounted = ({ counting }: LimitSubject, { start }: Read): DayNumber =>
  counting.limit.unit === 'officeHours' || counting.before ? dayOf(start.at) : dayOf(start.at) + 1;

/** A limit in hours has one instant, and an earlier one only where a target was set. */
const instantsOf = (due: Due) => ({
  nominal: isoInstant(due.statutory),
  statutory: isoInstant(due.statutory),
  internal: isoInstant(due.internal),
  ...marks(due),
});
