import { dayOf, days, holidays, positionOf } from './days.ts';
import type { Counting } from './rule.ts';
import type { Rule } from './subject.ts';
import { double, partial, sample, single, type Suspension } from './suspensions.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface Plan {
  /** Two suspensions are tried from every so-manyth day, beginning with `offset`. */
  readonly pairsEvery: number;
  /** Office clocks are opened in every so-manyth minute around the holidays. */
  readonly minutesEvery: number;
  readonly offset: number;
  readonly ledger: boolean;
}

export interface Question {
  readonly part: string;
  readonly rule: Rule;
  readonly start: number;
  readonly pauses: Suspension[];
  readonly extensions: number[];
}

/** The times of day at which a matter is received, dealt to the days in turn. */
const RECEIVED = [0, 9.5 * HOUR, 12.5 * HOUR, 17 * HOUR, 24 * HOUR - 1];

const receivedOn = (day: number): number =>
  dayOf(day).midnight + (RECEIVED[day % RECEIVED.length] ?? 0);

const startDays = days.flatMap(({ covered }, day) => (covered ? [day] : []));

export const isInHours = ({ limit }: Counting): boolean =>
  ['officeHours', 'hours', 'minutes'].includes(limit.unit);

/** Every start day under every rule, as it is and with the suspensions and extensions. */
export function* fromEveryDay(rules: readonly Rule[], plan: Plan): Generator<Question> {
  for (const day of startDays) {
    const inPairs = day % plan.pairsEvery === plan.offset % plan.pairsEvery;
    const cases: [string, Suspension[][]][] = [
      ['plain', [[]]],
      ['suspended', single(day)],
      ['suspended twice', inPairs ? double(day) : []],
      ['suspended for hours', partial(day)],
    ];
    const start = receivedOn(day);
    for (const rule of rules) {
      for (const [part, suspensions] of cases) {
        for (const pauses of suspensions) yield { part, rule, start, pauses, extensions: [] };
      }
      yield* extended(rule, day);
    }
  }
}

/** A notice before an event is not put off by an extension, so such rules are left out. */
function* extended(rule: Rule, day: number): Generator<Question> {
  if (rule.counting.before) return;
  const of = { part: 'extended', rule, start: receivedOn(day) };
  for (const extensions of [[1], [rule.counting.limit.value], [2, 3]]) {
    yield { ...of, pauses: [], extensions };
    yield { ...of, pauses: sample(day), extensions };
  }
}

/** The days from a week before each holiday to a week after it, each once. */
function daysAroundHolidays(): number[] {
  const around = new Set<number>();
  for (const { from, to } of holidays) {
    for (let day = positionOf(from) - 7; day <= positionOf(to) + 7; day += 1) around.add(day);
  }
  return [...around].filter((day) => dayOf(day).covered);
}

export function* fromEveryMinute(rules: readonly Rule[], plan: Plan): Generator<Question> {
  const inOffice = rules.filter(({ counting }) => counting.limit.unit === 'officeHours');
  for (const day of daysAroundHolidays()) {
    for (
      let minute = plan.offset % plan.minutesEvery;
      minute < 24 * 60;
      minute += plan.minutesEvery
    ) {
      const start = dayOf(day).midnight + minute * MINUTE;
      for (const rule of inOffice) {
        yield { part: 'opened', rule, start, pauses: [], extensions: [] };
      }
    }
  }
}

/** Events of the first month that no notice covers; what is due before them may lie before it. */
export function* fromEventsToCome(rules: readonly Rule[]): Generator<Question> {
  const notices = rules.filter(({ counting }) => counting.before);
  const first = positionOf('2027-01-01');
  for (let day = first; day < first + 31; day += 1) {
    for (const rule of notices) {
      yield { part: 'to come', rule, start: receivedOn(day), pauses: [], extensions: [] };
    }
  }
}

export function* forLedgers(rules: readonly Rule[]): Generator<Question> {
  for (const day of startDays) {
    const of = { part: 'ledger', start: receivedOn(day) };
    for (const rule of rules) {
      for (const pauses of isInHours(rule.counting) ? [[]] : [[], sample(day)]) {
        yield { ...of, rule, pauses, extensions: [] };
        if (!rule.counting.before) yield { ...of, rule, pauses, extensions: [2] };
      }
    }
  }
}
