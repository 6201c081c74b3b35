import fc from 'fast-check';
import { HOUR, type Instant, MINUTE } from '../../../domain/calendar/civil.ts';
import { type Counting, counting } from '../../../domain/clocks/counting.ts';
import type { ClockFacts, Extension, Pause } from '../../../domain/clocks/facts.ts';
import {
  calendarDays,
  type DayLimit,
  type HourLimit,
  hours,
  type Limit,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';

const upTo = <L extends Limit>(max: number, of: (value: number) => L): fc.Arbitrary<L> =>
  fc.integer({ min: 1, max }).map(of);

export const anyDayLimit: fc.Arbitrary<DayLimit> = fc.oneof(
  upTo(40, workingDays),
  upTo(90, calendarDays),
  upTo(7, months),
);
export const anyHourLimit: fc.Arbitrary<HourLimit> = fc.oneof(
  upTo(60, officeHours),
  upTo(72, hours),
  upTo(300, minutes),
);
export const anyLimit: fc.Arbitrary<Limit> = fc.oneof(
  { weight: 3, arbitrary: anyDayLimit },
  { weight: 1, arbitrary: anyHourLimit },
);

const target = fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined });

/** Rules of every kind that count forwards from a start; the target is a share of the limit. */
export const ruleOn = (limit: fc.Arbitrary<Limit>): fc.Arbitrary<Counting> =>
  fc
    .record({
      limit,
      roll: fc.constantFrom('forward', 'backward', 'none'),
      later: fc.boolean(),
      counter: fc.boolean(),
      target,
    })
    .map(({ limit: of, roll, later, counter, target: share }) =>
      counting(of, {
        roll,
        ...(later && { begins: 'nextWorkingDay' }),
        ...(counter && { ends: 'counter' }),
        ...(share && {
          internal: { ...of, value: Math.max(1, Math.ceil((of.value * share) / 100)) },
        }),
      }),
    );

export const anyRule = ruleOn(anyLimit);
export const anyDayRule = ruleOn(anyDayLimit);

const GROUNDS = ['等待鉴定', '听证'];

/** A pause that begins within some days of a start, at any minute, and takes up to a month. */
export const pauseNear = (start: Instant): fc.Arbitrary<Pause> =>
  fc
    .record({
      after: fc.integer({ min: -3 * 24 * 60, max: 60 * 24 * 60 }),
      long: fc.oneof(fc.nat(600), fc.nat(30 * 24 * 60)),
      ground: fc.constantFrom(...GROUNDS),
    })
    .map(({ after, long, ground }) => {
      const from = start + after * MINUTE;
      return { from, to: from + long * MINUTE, ground };
    });

const extensionNear = (start: Instant): fc.Arbitrary<Extension> =>
  fc
    .record({ value: fc.integer({ min: 1, max: 20 }), after: fc.option(fc.nat(90 * 24)) })
    .map(({ value, after }) =>
      after === null ? { value } : { value, askedAt: start + after * HOUR },
    );

/** Pauses and extensions, some of them asked for too late. */
export const factsNear = (start: Instant): fc.Arbitrary<ClockFacts> =>
  fc.record({
    pauses: fc.array(
      pauseNear(start).chain((one) =>
        fc
          .option(fc.nat(10 * 24))
          .map((late) => (late === null ? one : { ...one, askedAt: one.from + late * HOUR })),
      ),
      { maxLength: 3 },
    ),
    extensions: fc.array(extensionNear(start), { maxLength: 2 }),
  });

export interface AnyClock {
  readonly rule: Counting;
  readonly start: Instant;
  readonly facts: ClockFacts;
}

/** A clock of a rule with whatever happened to it. */
export const clockOn = (
  rule: fc.Arbitrary<Counting>,
  start: fc.Arbitrary<Instant>,
): fc.Arbitrary<AnyClock> =>
  fc
    .tuple(rule, start)
    .chain(([one, from]) => factsNear(from).map((facts) => ({ rule: one, start: from, facts })));

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
