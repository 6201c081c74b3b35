import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { workingDayAfter, workingDayOnOrBefore } from '../../../domain/calendar/calendar.ts';
import {
  dayOf,
  HOUR,
  type Instant,
  instantOf,
  isoInstant,
  msOfDay,
} from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { beforeOfficeTime } from '../../../domain/calendar/office-time.ts';
import { type Due, dueOf } from '../../../domain/clocks/due.ts';
import { type Level, levelInstants } from '../../../domain/clocks/ladder.ts';
import type { Limit, LimitUnit } from '../../../domain/clocks/limit.ts';
import { limitOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

type Climb = { readonly due: Due } & Readonly<Record<Level, Instant>>;

function climb(ladder: string, limit: Limit, startedAt: Instant): Climb {
  const due = dueOf(limit, startedAt, calendar);
  const rungs = levelInstants(
    qingpu2026.ladders[ladder] ?? [],
    { limit, startedAt, due },
    calendar,
  );
  return {
    due,
    ...Object.fromEntries(rungs.map(({ level, at: instant }) => [level, instant])),
  } as Climb;
}

/** Every limit of the policy that is a length of time, on the ladders for its unit. */
const LADDERS = {
  workingDays: ['standard'],
  calendarDays: ['standard', 'window'],
  officeHours: ['standard', 'brief'],
  hours: ['urgent'],
  minutes: ['urgent'],
} as const satisfies Record<LimitUnit, readonly string[]>;

const climbs = Object.entries(qingpu2026.rules).flatMap(([key, { unit }]) =>
  unit === 'times' ? [] : LADDERS[unit].map((ladder) => [key, ladder] as const),
);

describe('a ladder', () => {
  test.each(climbs)('for %s on %s rises strictly, from whatever start', (key, name) => {
    const limit = limitOf(qingpu2026, key);
    const ladder = qingpu2026.ladders[name] ?? [];
    fc.assert(
      fc.property(anyInstant, (startedAt) => {
        const due = dueOf(limit, startedAt, calendar);
        const rungs = levelInstants(ladder, { limit, startedAt, due }, calendar);
        const instants = [startedAt, ...rungs.map(({ at: instant }) => instant)];
        expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
        expect(rungs.map(({ level }) => level)).toEqual(ladder.map(({ level }) => level));
      }),
      runs(200),
    );
  });

  test('of three working days or more warns a working day before, at the latest', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 3, max: 15 }), (startedAt, value) => {
        const { due, L1 } = climb('standard', { value, unit: 'workingDays' }, startedAt);
        const dayBefore = workingDayOnOrBefore(calendar, dayOf(due.internal) - 1);
        expect(L1).toBeLessThanOrEqual(instantOf(dayBefore, msOfDay(due.internal)));
      }),
      runs(200),
    );
  });

  test('of one working day warns two office hours before', () => {
    fc.assert(
      fc.property(anyInstant, (startedAt) => {
        const { due, L1 } = climb('standard', { value: 1, unit: 'workingDays' }, startedAt);
        expect(L1).toBe(beforeOfficeTime(calendar, due.internal, 2 * HOUR));
      }),
      runs(200),
    );
  });

  test('turns red at the statutory instant and calls the supervisor a working day later', () => {
    const limit = fc.constantFrom<Limit>(
      { value: 1, unit: 'workingDays' },
      { value: 5, unit: 'workingDays' },
      { value: 4, unit: 'officeHours' },
    );
    fc.assert(
      fc.property(anyInstant, limit, (startedAt, limitOfClock) => {
        const { due, L2, L3 } = climb('standard', limitOfClock, startedAt);
        expect(L2).toBe(due.statutory);
        expect(dayOf(L3)).toBe(workingDayAfter(calendar, dayOf(due.statutory), 1));
        expect(msOfDay(L3)).toBe(msOfDay(due.statutory));
      }),
      runs(200),
    );
  });

  test('of an urgent duty calls the supervisor an hour later, by night too', () => {
    const { L1, L2, L3 } = climb('urgent', { value: 15, unit: 'minutes' }, at('2026-10-03 23:50'));
    expect([L1, L2, L3]).toEqual(
      ['2026-10-04 00:02', '2026-10-04 00:05', '2026-10-04 01:05'].map(at),
    );
  });

  test('over Golden Week counts no day off', () => {
    const { L0, L1, L2, L3 } = climb(
      'standard',
      { value: 5, unit: 'workingDays' },
      at('2026-09-30 16:00'),
    );
    expect([L0, L1, L2, L3].map(isoInstant)).toEqual([
      '2026-10-10T14:00:00+08:00',
      '2026-10-12T17:00:00+08:00',
      '2026-10-13T23:59:59+08:00',
      '2026-10-14T23:59:59+08:00',
    ]);
  });

  test('of a window has no rung', () => {
    expect(qingpu2026.ladders['window']).toEqual([]);
  });
});
