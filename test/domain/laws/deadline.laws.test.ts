import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, periodsOf } from '../../../domain/calendar/calendar.ts';
import {
  civilDate,
  DAY,
  dayOf,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  msOfDay,
} from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { type ClockMove, type ClockState, moved } from '../../../domain/clocks/clock.ts';
import { type Counting, counting, type Due } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { type ClockFacts, extended, NO_FACTS, type Pause } from '../../../domain/clocks/facts.ts';
import { levelInstants } from '../../../domain/clocks/ladder.ts';
import { ledgerOf } from '../../../domain/clocks/ledger.ts';
import { officeHours, withValue } from '../../../domain/clocks/limit.ts';
import { planOf } from '../../../domain/clocks/plan.ts';
import { timely } from '../../../domain/clocks/timely.ts';
import { ladders } from '../../../domain/policy/qingpu-2026/ladders.ts';
import { anyInstant, earlyInstant } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';
import {
  anyDayRule,
  anyHourLimit,
  anyRule,
  clockOn,
  pauseNear,
  ruleOn,
  sum,
} from '../clocks/arbitraries.ts';

const due = (rule: Counting, start: Instant, facts: ClockFacts = NO_FACTS): Due =>
  dueOf(rule, start, calendar, facts);
const anyClock = clockOn(anyRule, earlyInstant);
const anyDayClock = clockOn(anyDayRule, earlyInstant);

/** No date of the first is later than that of the second. */
function expectNoLater(first: Due, second: Due): void {
  expect(first.nominal).toBeLessThanOrEqual(second.nominal);
  expect(first.statutory).toBeLessThanOrEqual(second.statutory);
  expect(first.internal).toBeLessThanOrEqual(second.internal);
}

/** Pauses that nobody asked for, so that nothing is late. */
const pausesFrom = (start: Instant) => fc.array(pauseNear(start), { maxLength: 4 });
const pausedClock = fc
  .tuple(anyDayRule, earlyInstant)
  .chain(([rule, start]) => pausesFrom(start).map((pauses) => ({ rule, start, pauses })));
const withPauses = (pauses: readonly Pause[]): ClockFacts => ({ pauses, extensions: [] });

/** The ledger without its words. */
const days = (rule: Counting, start: Instant, facts: ClockFacts) =>
  ledgerOf(rule, start, calendar, facts).map(({ date, kind, counted }) => [date, kind, counted]);

describe('a due date comes no earlier', () => {
  test('for a later start', () => {
    fc.assert(
      fc.property(anyRule, earlyInstant, fc.nat(40 * DAY), (rule, start, later) => {
        expectNoLater(due(rule, start), due(rule, start + later));
      }),
      runs(500),
    );
  });

  test('for a later event, where the notice comes before', () => {
    const notice = ruleOn(
      fc.integer({ min: 1, max: 20 }).map((value) => ({ unit: 'workingDays', value })),
    );
    fc.assert(
      fc.property(notice, earlyInstant, fc.nat(40 * DAY), (rule, event, later) => {
        const before: Counting = { ...rule, before: true };
        expectNoLater(due(before, event), due(before, event + later));
      }),
      runs(300),
    );
  });

  test('for a longer limit', () => {
    fc.assert(
      fc.property(anyClock, fc.nat(20), ({ rule, start, facts }, more) => {
        const longer = { ...rule, limit: withValue(rule.limit, rule.limit.value + more) };
        expectNoLater(due(rule, start, facts), due(longer, start, facts));
      }),
      runs(500),
    );
  });

  test('for one more pause', () => {
    const clock = anyDayClock.chain((one) =>
      pauseNear(one.start).map((pause) => ({ ...one, pause })),
    );
    fc.assert(
      fc.property(clock, ({ rule, start, facts, pause }) => {
        const more = { ...facts, pauses: [...facts.pauses, pause] };
        expectNoLater(due(rule, start, facts), due(rule, start, more));
      }),
      runs(500),
    );
  });

  test('for one more extension', () => {
    fc.assert(
      fc.property(anyClock, fc.integer({ min: 1, max: 30 }), ({ rule, start, facts }, value) => {
        const more = { ...facts, extensions: [...facts.extensions, { value }] };
        expectNoLater(due(rule, start, facts), due(rule, start, more));
      }),
      runs(500),
    );
  });
});

describe('the dates of a clock', () => {
  test('come after its start, the internal one no later than the statutory one', () => {
    fc.assert(
      fc.property(anyClock, ({ rule, start, facts }) => {
        const { internal, statutory } = due(rule, start, facts);
        expect(internal).toBeGreaterThan(start);
        expect(internal).toBeLessThanOrEqual(statutory);
      }),
      runs(500),
    );
  });

  test('that roll forward end on a working day, on or after the nominal one', () => {
    fc.assert(
      fc.property(anyDayClock, ({ rule, start, facts }) => {
        const { nominal, statutory } = due({ ...rule, roll: 'forward' }, start, facts);
        expect(isWorkingDay(calendar, dayOf(statutory))).toBe(true);
        expect(dayOf(statutory)).toBeGreaterThanOrEqual(nominal);
      }),
      runs(500),
    );
  });

  test('in office hours lie inside working time', () => {
    const length = fc.integer({ min: 1, max: 100 }).map((value) => counting(officeHours(value)));
    fc.assert(
      fc.property(length, anyInstant, (rule, start) => {
        const { statutory } = due(rule, start);
        const day = dayOf(statutory);
        const time = msOfDay(statutory);
        const open = periodsOf(calendar, day).some(
          ({ from, to }) => time > from * MINUTE && time <= to * MINUTE,
        );
        expect([isWorkingDay(calendar, day), open]).toEqual([true, true]);
      }),
      runs(500),
    );
  });

  test('do not depend on the order of what happened', () => {
    const shuffled = <T>(all: readonly T[]) =>
      fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });
    const turned = anyClock.chain((clock) =>
      fc
        .tuple(shuffled(clock.facts.pauses), shuffled(clock.facts.extensions))
        .map(([pauses, extensions]) => ({ clock, turned: { pauses, extensions } })),
    );
    fc.assert(
      fc.property(turned, ({ clock: { rule, start, facts }, turned: other }) => {
        expect(due(rule, start, other)).toEqual(due(rule, start, facts));
      }),
      runs(500),
    );
  });
});

describe('pauses', () => {
  test('that leave every office hour open win no day, however many they are', () => {
    const night = fc.record({
      day: fc.integer({ min: -1, max: 60 }),
      from: fc.integer({ min: 17 * 60, max: 33 * 60 }),
      long: fc.nat(16 * 60),
    });
    fc.assert(
      fc.property(anyDayRule, earlyInstant, fc.array(night), (rule, start, nights) => {
        const pauses = nights.map(({ day, from, long }) => {
          const midnight = instantOf(dayOf(start) + day, 0);
          const to = Math.min(from + long, 33 * 60);
          return { from: midnight + from * MINUTE, to: midnight + to * MINUTE, ground: '听证' };
        });
        expect(due(rule, start, withPauses(pauses))).toEqual(due(rule, start));
      }),
      runs(300),
    );
  });

  test('do not move a date by being split, listed twice or turned round', () => {
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(pausedClock, cut, ({ rule, start, pauses }, share) => {
        const pieces = pauses.flatMap((pause) => {
          const middle = pause.from + Math.round((pause.to - pause.from) * share);
          return [
            { ...pause, from: middle },
            { ...pause, to: middle },
          ];
        });
        const expected = due(rule, start, withPauses(pauses));
        expect(due(rule, start, withPauses(pieces))).toEqual(expected);
        expect(due(rule, start, withPauses([...pauses, ...pauses]))).toEqual(expected);
        expect(due(rule, start, withPauses(pauses.toReversed()))).toEqual(expected);
      }),
      runs(500),
    );
  });

  test('do not move a date by being merged with one that touches or overlaps them', () => {
    fc.assert(
      fc.property(pausedClock, fc.nat(20 * DAY), ({ rule, start, pauses: [one] }, more) => {
        if (!one || one.to < one.from) return;
        const overlap = Math.min(HOUR, one.to - one.from);
        const whole = { ...one, to: one.to + more };
        const expected = due(rule, start, withPauses([whole]));
        for (const from of [one.to, one.to - overlap]) {
          const parts = [one, { ...one, from, to: whole.to }];
          expect(due(rule, start, withPauses(parts))).toEqual(expected);
        }
      }),
      runs(500),
    );
  });

  test('that end as they begin change nothing, in the ledger neither', () => {
    fc.assert(
      fc.property(anyDayClock, fc.nat(60 * DAY), ({ rule, start, facts }, after) => {
        const instant = start + after;
        const none = { from: instant, to: instant, ground: '听证' };
        const more = { ...facts, pauses: [...facts.pauses, none] };
        expect(due(rule, start, more)).toEqual(due(rule, start, facts));
        expect(days(rule, start, more)).toEqual(days(rule, start, facts));
      }),
      runs(300),
    );
  });

  test('never change the time that was used before them', () => {
    fc.assert(
      fc.property(pausedClock, ({ rule, start, pauses }) => {
        const first = civilDate(
          dayOf(Math.min(Infinity, ...pauses.map(({ from }) => from), start + 400 * DAY)),
        );
        const used = (facts: ClockFacts) =>
          sum(
            ledgerOf(rule, start, calendar, facts)
              .filter(({ date }) => date < first)
              .map(({ counted }) => counted),
          );
        expect(used(withPauses(pauses))).toBe(used(NO_FACTS));
      }),
      runs(300),
    );
  });

  test('move no limit in hours', () => {
    fc.assert(
      fc.property(clockOn(ruleOn(anyHourLimit), earlyInstant), ({ rule, start, facts }) => {
        const plain = { ...timely(rule, start, calendar, facts), pauses: [] };
        expect(due(rule, start, facts)).toEqual(due(rule, start, plain));
      }),
      runs(300),
    );
  });
});

describe('extensions', () => {
  const value = fc.integer({ min: 1, max: 30 });

  test('of an extended date count from the nominal one: 10 and 20 are 30', () => {
    fc.assert(
      fc.property(pausedClock, value, value, ({ rule, start, pauses }, a, b) => {
        const apart = { pauses, extensions: [{ value: a }, { value: b }] };
        const together = { pauses, extensions: [{ value: a + b }] };
        expect(due(rule, start, apart)).toEqual(due(rule, start, together));
      }),
      runs(500),
    );
  });

  test('are those of a longer limit', () => {
    fc.assert(
      fc.property(anyRule, earlyInstant, value, (rule, start, more) => {
        const plain = counting(rule.limit, { roll: rule.roll });
        const longer = { ...plain, limit: withValue(rule.limit, rule.limit.value + more) };
        const facts = { pauses: [], extensions: [{ value: more }] };
        expect(due(plain, start, facts)).toEqual(due(longer, start));
      }),
      runs(500),
    );
  });

  test('that are taken back leave the dates as they were without them', () => {
    const standard = ladders['standard'] ?? [];
    fc.assert(
      fc.property(pausedClock, value, ({ rule, start, pauses }, more) => {
        const plan = (facts: ClockFacts) => planOf(rule, standard, start, calendar, facts);
        const before = { ...plan(withPauses(pauses)), facts: withPauses(pauses), fired: [] };
        const clock = { ...before, revision: 0 } as unknown as ClockState;
        const move = (facts: ClockFacts, revision: number) =>
          ({ ...plan(facts), facts, revision, cause: 'extended' }) as unknown as ClockMove;
        const longer = moved(clock, move({ pauses, extensions: [{ value: more }] }, 1), start);
        const back = moved(longer, move(withPauses(pauses), 2), start);
        expect(back).toEqual({ ...clock, revision: 2 });
      }),
      runs(300),
    );
  });
});

describe('ledger and ladder', () => {
  test('the ledger adds up to limit and extensions exactly', () => {
    fc.assert(
      fc.property(anyClock, ({ rule, start, facts }) => {
        const counted = ledgerOf(rule, start, calendar, facts).map((entry) => entry.counted);
        const valid = timely(rule, start, calendar, facts);
        expect(sum(counted)).toBe(rule.limit.value + extended(valid));
        expect(Math.min(...counted)).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });

  test('the ledger counts no paused day, and every entry has a reason', () => {
    fc.assert(
      fc.property(anyDayClock, ({ rule, start, facts }) => {
        const entries = ledgerOf(rule, start, calendar, facts);
        const odd = entries.filter(
          ({ kind, counted, reason }) => (kind === 'counted') !== counted > 0 || reason === '',
        );
        expect(odd).toEqual([]);
      }),
      runs(300),
    );
  });

  const forward = anyDayClock.map((clock) => ({
    ...clock,
    rule: { ...clock.rule, roll: clock.rule.roll === 'none' ? 'none' : 'forward' } as Counting,
  }));
  const climb = (name: string, rule: Counting, start: Instant, facts: ClockFacts) => {
    const clock = { counting: rule, start, due: due(rule, start, facts) };
    return levelInstants(ladders[name] ?? [], clock, calendar, facts).map(({ at: when }) => when);
  };

  test.each(['standard', 'brief'])('the ladder %s rises strictly, however extended', (name) => {
    fc.assert(
      fc.property(forward, ({ rule, start, facts: { extensions } }) => {
        const instants = [start, ...climb(name, rule, start, { pauses: [], extensions })];
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
      }),
      runs(500),
    );
  });

  test.each(['standard', 'brief'])('the ladder %s never falls, and rests in a pause', (name) => {
    fc.assert(
      fc.property(forward, ({ rule, start, facts }) => {
        const instants = climb(name, rule, start, facts);
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
        const { pauses } = timely(rule, start, calendar, facts);
        const within = instants.filter((one) =>
          pauses.some(({ from, to }) => one >= from && one < to),
        );
        expect(within).toEqual([]);
      }),
      runs(500),
    );
  });
});
