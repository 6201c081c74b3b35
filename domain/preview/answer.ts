import type { Calendar } from '../calendar/calendar.ts';
import { civilDate, type DayNumber, dayOf, isoInstant, yearOf } from '../calendar/civil.ts';
import type { Due } from '../clocks/counting.ts';
import type { ClockFacts } from '../clocks/facts.ts';
import type { Level } from '../clocks/ladder.ts';
import type { LedgerEntry } from '../clocks/ledger-entry.ts';
import { DUTIES } from '../policy/duty.ts';
import type { FigureRule, Policy, PolicyRule, RuleStatus } from '../policy/policy.ts';
import { dateOf, type Moment } from './moment.ts';

/** A due date with everything that it rests on. */
export interface PreviewAnswer {
  readonly rule: string;
  readonly label: string;
  /** The limit's unit, `schedule`, or a figure's unit. */
  readonly unit: string;
  /** In that unit, extensions not included; a figure's value; null for a schedule. */
  readonly limit: FigureRule['value'] | null;
  /** Days and schedules: `YYYY-MM-DD`; hours and minutes: an instant with +08:00; figures have no dates. */
  readonly start: string;
  readonly nominal: string | null;
  readonly statutory: string | null;
  readonly internal: string | null;
  /** Days of a year without a published notice were counted: these. */
  readonly provisional: boolean;
  readonly missingYears: readonly number[];
  readonly ledger: readonly LedgerEntry[];
  readonly levels: readonly {
    readonly level: Level;
    readonly label: string;
    readonly at: string;
  }[];
  readonly text: string;
  readonly short: string;
  /** Whose duty it is, in Chinese; null, like clause and status, for a limit made up on the spot. */
  readonly duty: string | null;
  readonly clause: string | null;
  readonly status: RuleStatus | null;
  readonly policy: string;
  readonly calendar: string;
  /** What the rule would not allow, and what had no effect. */
  readonly warnings: readonly string[];
  /** The instants of the two dates. */
  readonly statutoryAt: string | null;
  readonly internalAt: string | null;
}

/** Everything that a question gave, read. */
export interface Read {
  readonly start: Moment;
  readonly facts: ClockFacts;
  readonly policy: Policy;
  readonly calendar: Calendar;
}

/** An answer before the rule was asked what it thinks of it. */
export type Answer = Omit<PreviewAnswer, 'warnings'>;

/** Whose duty it is and what the answer rests on. */
export const origin = (named: PolicyRule | undefined, { policy, calendar }: Read) => ({
  duty: named ? DUTIES[named.duty] : null,
  clause: named?.clause ?? null,
  status: named?.status ?? null,
  policy: policy.version,
  calendar: calendar.version,
});

/** The years without a notice among the days that were counted or rolled over, from `first` to the end or back. */
export function missingYears(due: Due, first: DayNumber, { data }: Calendar): readonly number[] {
  if (!due.provisional) return [];
  const days = [first, due.nominal, dayOf(due.statutory)];
  const [from, to] = [yearOf(Math.min(...days)), yearOf(Math.max(...days))];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(
    (year) => !data.notices.some((notice) => notice.year === year),
  );
}

export const marks = ({ statutory, internal, provisional }: Due) => ({
  provisional,
  statutoryAt: isoInstant(statutory),
  internalAt: isoInstant(internal),
});

/** Dates of a limit that ends with a day. */
export const datesOf = (due: Due) => ({
  nominal: civilDate(due.nominal),
  statutory: dateOf(due.statutory),
  internal: dateOf(due.internal),
  ...marks(due),
});
