import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { DAY } from '../../../domain/calendar/civil.ts';
import { type Counting, counting } from '../../../domain/clocks/counting.ts';
import { type Holding, legsOf } from '../../../domain/clocks/legs.ts';
import {
  calendarDays,
  hours,
  minutes,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { usedUntil } from '../../../domain/clocks/used.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

const start = at('2026-09-28 10:00');
const NO_PAUSES: readonly never[] = [];

const used = (of: Counting, until: string, pauses: { from: number; to: number }[] = []) =>
  usedUntil(
    of,
    start,
    calendar,
    pauses.map((pause) => ({ ...pause, ground: '等待第三方' })),
    at(until),
  );

describe('time used', () => {
  test.each([
    ['2026-09-28 23:00', 0],
    ['2026-09-29 00:00', 1],
    ['2026-09-30 12:00', 2],
    ['2026-10-07 12:00', 2],
    ['2026-10-08 00:00', 3],
    ['2026-10-10 09:00', 5],
  ])('by %s is %d working days, over Golden Week and on a make-up Saturday', (until, days) => {
    expect(used(counting(workingDays(9)), until)).toBe(days);
  });

  test('of calendar days goes on over holidays', () => {
    expect(used(counting(calendarDays(30)), '2026-10-07 12:00')).toBe(9);
  });

  test('of office hours stops when the office closes, of hours and minutes never', () => {
    expect(used(counting(officeHours(9)), '2026-09-29 10:00')).toBe(6);
    expect(used(counting(hours(48)), '2026-09-29 10:30')).toBe(24.5);
    expect(used(counting(minutes(15)), '2026-09-28 10:07')).toBe(7);
    expect(used(counting(hours(48)), '2026-09-28 09:00')).toBe(0);
  });

  test('never changes by a pause: what was used before it stays used, and nothing more is', () => {
    const of = counting(workingDays(9));
    const pause = { from: at('2026-09-30 00:00'), to: at('2026-10-09 00:00') };
    expect(used(of, '2026-09-29 17:00', [pause])).toBe(used(of, '2026-09-29 17:00'));
    expect(used(of, '2026-10-08 12:00', [pause])).toBe(1);
    expect(used(of, '2026-10-09 12:00', [pause])).toBe(2);
  });
});

describe('the legs of a clock', () => {
  const of = counting(workingDays(5));
  const holdings: readonly Holding[] = [
    { unit: 'greening', from: at('2026-09-28 11:00') },
    { unit: null, from: at('2026-09-30 09:00') },
    { unit: 'water', from: at('2026-09-30 15:00') },
  ];

  test('say who held it how long: the day of handing over is who hands over’s', () => {
    const legs = legsOf(
      { counting: of, start, pauses: NO_PAUSES, until: at('2026-10-12 10:00') },
      holdings,
      calendar,
    );
    expect(legs.map(({ unit, used: days }) => [unit, days])).toEqual([
      [null, 0],
      ['greening', 2],
      [null, 0],
      ['water', 4],
    ]);
    expect(legs.map(({ from }) => from)).toEqual([start, ...holdings.map(({ from }) => from)]);
  });

  test('leave out who held it before it began or after it ended', () => {
    const around: readonly Holding[] = [
      { unit: 'before', from: at('2026-09-01 09:00') },
      { unit: 'greening', from: at('2026-09-28 09:00') },
      { unit: 'after', from: at('2026-10-13 09:00') },
    ];
    const clock = { counting: of, start, pauses: NO_PAUSES, until: at('2026-10-12 10:00') };
    expect(legsOf(clock, around, calendar).map(({ unit }) => unit)).toEqual(['greening']);
  });

  test('add up to what the clock used, whatever the hands', () => {
    const limit = fc.constantFrom(
      counting(workingDays(5)),
      counting(calendarDays(30)),
      counting(officeHours(4)),
      counting(hours(24)),
    );
    const stays = fc.array(
      fc.tuple(fc.constantFrom('a', 'b', null), fc.integer({ min: 1, max: 9 * DAY })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(
        limit,
        anyInstant,
        stays,
        fc.integer({ min: 1, max: 40 * DAY }),
        (one, from, hands, length) => {
          let next = from - DAY;
          const held = hands.map(([unit, stay]): Holding => ({ unit, from: (next += stay) }));
          const until = from + length;
          const legs = legsOf(
            { counting: one, start: from, pauses: NO_PAUSES, until },
            held,
            calendar,
          );
          const sum = legs.reduce((total, leg) => total + leg.used, 0);
          expect(sum).toBeCloseTo(usedUntil(one, from, calendar, NO_PAUSES, until), 6);
          expect(Math.min(0, ...legs.map((leg) => leg.used))).toBe(0);
        },
      ),
      runs(300),
    );
  });
});
