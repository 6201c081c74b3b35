import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DAY, type Instant } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { type Counting, counting } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import type { Pause } from '../../../domain/clocks/facts.ts';
import {
  calendarDays,
  hours,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { usedUntil } from '../../../domain/clocks/used.ts';
import { at, earlyInstant } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';
import { anyRule, pauseNear } from './arbitraries.ts';
import { pause } from './given-clocks.ts';

const START = '2026-11-23 09:30';
const used = (rule: Counting, until: string, ...pauses: readonly Pause[]) =>
  usedUntil(rule, at(START), calendar, pauses, at(until));

const pausedClock = fc
  .tuple(anyRule, earlyInstant)
  .chain(([rule, start]) =>
    fc.array(pauseNear(start), { maxLength: 3 }).map((pauses) => ({ rule, start, pauses })),
  );

describe('the time that a clock has used', () => {
  test.each([
    ['working days', workingDays(5), '2026-11-30 10:00', 5],
    ['calendar days', calendarDays(10), '2026-11-30 10:00', 7],
    ['months, in days', months(1), '2026-12-23 10:00', 30],
    ['office hours', officeHours(10), '2026-11-24 10:00', 6.5],
    ['hours', hours(24), '2026-11-23 21:30', 12],
    ['minutes', minutes(15), '2026-11-23 09:37', 7],
  ])('is told in the unit of its limit: %s', (_, limit, until, expected) => {
    expect(used(counting(limit), until)).toBe(expected);
  });

  test('is nothing on the day of its start, or before it', () => {
    expect(used(counting(workingDays(5)), '2026-11-23 23:59:59')).toBe(0);
    expect(used(counting(workingDays(5)), '2026-11-24 00:00')).toBe(1);
    expect(used(counting(calendarDays(5)), '2026-11-20 10:00')).toBe(0);
    expect(used(counting(hours(24)), '2026-11-23 09:00')).toBe(0);
  });

  test('has no day of a pause', () => {
    const two = pause('2026-11-24', '2026-11-26');
    expect(used(counting(workingDays(5)), '2026-11-27 10:00', two)).toBe(2);
    expect(used(counting(workingDays(5)), '2026-11-25 10:00', two)).toBe(0);
    expect(used(counting(calendarDays(9)), '2026-11-27 10:00', two)).toBe(2);
  });

  test('of a plain clock is its limit on the nominal day', () => {
    const dayRule = fc
      .tuple(fc.constantFrom(workingDays, calendarDays), fc.integer({ min: 1, max: 60 }))
      .map(([of, value]) => counting(of(value)));
    fc.assert(
      fc.property(dayRule, earlyInstant, (rule, start) => {
        const end = dueOf(rule, start, calendar).nominal * DAY;
        expect(usedUntil(rule, start, calendar, [], end)).toBe(rule.limit.value);
      }),
      runs(300),
    );
  });

  test('never shrinks as time goes on, and never grows by a pause', () => {
    const moments = fc.tuple(fc.nat(90 * DAY), fc.nat(30 * DAY));
    fc.assert(
      fc.property(pausedClock, moments, ({ rule, start, pauses }, [after, later]) => {
        const until: Instant = start + after;
        const now = usedUntil(rule, start, calendar, pauses, until);
        expect(usedUntil(rule, start, calendar, pauses, until + later)).toBeGreaterThanOrEqual(now);
        expect(now).toBeLessThanOrEqual(usedUntil(rule, start, calendar, [], until));
        expect(now).toBeGreaterThanOrEqual(0);
      }),
      runs(300),
    );
  });
});
