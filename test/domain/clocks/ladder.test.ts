import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarOf } from '../../../domain/calendar/calendar.ts';
import { dayOf, HOUR, type Instant, instantOf, msOfDay } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { beforeOfficeTime } from '../../../domain/calendar/office-time.ts';
import { workingDayAfter, workingDayBefore } from '../../../domain/calendar/working-days.ts';
import { type Counting, counting, type Due } from '../../../domain/clocks/counting.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { type ClockFacts, NO_FACTS } from '../../../domain/clocks/facts.ts';
import { type Ladder, type Level, levelInstants } from '../../../domain/clocks/ladder.ts';
import {
  calendarDays,
  hours,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { countingsOf, ladderOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { anyInstant, at, moment } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';
import { extendedBy, pause, paused } from './given-clocks.ts';

type Climb = { readonly due: Due } & Readonly<Record<Level, Instant>>;

function climb(ladder: string, rule: Counting, start: Instant, facts = NO_FACTS): Climb {
  const due = dueOf(rule, start, calendar, facts);
  const rungs = qingpu2026.ladders[ladder] ?? [];
  const levels = levelInstants(rungs, { counting: rule, start, due }, calendar, facts);
  const instants = levels.map(({ level, at: instant }) => [level, instant]);
  return { due, ...Object.fromEntries(instants) } as Climb;
}

/** The instants of a ladder in the words of a test. */
const told = (ladder: string, rule: Counting, start: string, facts?: ClockFacts) => {
  const { due: _due, ...levels } = climb(ladder, rule, at(start), facts);
  return Object.fromEntries(Object.entries(levels).map(([level, at_]) => [level, moment(at_)]));
};

describe.each([
  ['the house', calendar],
  ['a desk that never closes', calendarOf(calendar, 'vital-sign-desk')],
])('a ladder at %s', (_, on) => {
  test.each(countingsOf(qingpu2026))(
    'for $key rises strictly, from whatever start',
    ({ key, counting: rule }) => {
      const ladder = ladderOf(qingpu2026, key);
      fc.assert(
        fc.property(anyInstant, (start) => {
          const due = dueOf(rule, start, on);
          const rungs = levelInstants(ladder, { counting: rule, start, due }, on);
          const instants = [start, ...rungs.map(({ at: instant }) => instant)];
          expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
          expect(rungs.map(({ level }) => level)).toEqual(ladder.map(({ level }) => level));
        }),
        runs(100),
      );
    },
  );
});

describe('a warning', () => {
  test('on three working days or more comes a working day before, at the latest', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 3, max: 15 }), (start, value) => {
        const { due, L1 } = climb('standard', counting(workingDays(value)), start);
        const dayBefore = workingDayBefore(calendar, dayOf(due.internal), 1);
        expect(L1).toBeLessThanOrEqual(instantOf(dayBefore, msOfDay(due.internal)));
      }),
      runs(200),
    );
  });

  test('on one or two working days comes two office hours before, at the latest', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 2 }), (start, value) => {
        const { due, L1 } = climb('standard', counting(workingDays(value)), start);
        const latest = beforeOfficeTime(calendar, due.internal, 2 * HOUR);
        expect(L1).toBeLessThanOrEqual(latest);
        if (value === 1) expect(L1).toBe(latest);
      }),
      runs(200),
    );
  });

  test.each([
    ['one working day', workingDays(1), '2026-11-24 15:00'],
    ['two working days', workingDays(2), '2026-11-25 14:36'],
    ['three working days', workingDays(3), '2026-11-25 17:00'],
    ['five working days', workingDays(5), '2026-11-27 17:00'],
    ['fifteen working days', workingDays(15), '2026-12-09 17:00'],
    ['ten days', calendarDays(10), '2026-12-01 17:00'],
    ['one day', calendarDays(1), '2026-11-24 15:48'],
    ['four office hours', officeHours(4), '2026-11-23 14:42'],
    ['24 hours', hours(24), '2026-11-24 04:42'],
    ['fifteen minutes', minutes(15), '2026-11-23 09:42'],
  ])('on %s from Monday 9:30 comes at 80 %% or before', (_, limit, expected) => {
    const ladder = { officeHours: 'brief', hours: 'urgent', minutes: 'urgent' } as const;
    const name = Object.entries(ladder).find(([unit]) => unit === limit.unit)?.[1] ?? 'standard';
    const found = told(name, counting(limit), '2026-11-23 09:30')['L1'];
    expect(found).toBe(expected);
  });
});

describe('a level after the end', () => {
  test('turns red at the statutory instant and climbs one, three and five working days later', () => {
    const rule = fc
      .constantFrom(workingDays(1), workingDays(5), calendarDays(30), months(1), officeHours(4))
      .map((limit) => counting(limit));
    fc.assert(
      fc.property(anyInstant, rule, (start, one) => {
        const { due, L2, L3, L4, L5 } = climb('standard', one, start);
        expect(L2).toBe(due.statutory);
        expect([L3, L4, L5].map(dayOf)).toEqual(
          [1, 3, 5].map((days) => workingDayAfter(calendar, dayOf(due.statutory), days)),
        );
        expect(new Set([L3, L4, L5].map(msOfDay))).toEqual(new Set([msOfDay(due.statutory)]));
      }),
      runs(200),
    );
  });

  test('of an urgent duty comes one, three and five hours later, by night too', () => {
    expect(told('urgent', counting(minutes(15)), '2026-10-03 23:50')).toEqual({
      L1: '2026-10-04 00:02',
      L2: '2026-10-04 00:05',
      L3: '2026-10-04 01:05',
      L4: '2026-10-04 03:05',
      L5: '2026-10-04 05:05',
    });
  });

  test('that a supervisor leaves unanswered comes at once, and the last a working day later', () => {
    // One working day from a Friday: due on Monday, the last level on Tuesday.
    expect(told('escalation', counting(workingDays(1)), '2026-11-20 10:00')).toEqual({
      L4: '2026-11-23 23:59:59',
      L5: '2026-11-24 23:59:59',
    });
  });

  test('of a window does not exist', () => {
    expect(qingpu2026.ladders['window']).toEqual([]);
    expect(told('window', counting(workingDays(5)), '2026-11-23 09:30')).toEqual({});
  });
});

describe('the shares of a ladder', () => {
  test('count no day off over Golden Week', () => {
    expect(told('standard', counting(workingDays(5)), '2026-09-30 16:00')).toEqual({
      L0: '2026-10-10 14:00',
      L1: '2026-10-12 17:00',
      L2: '2026-10-13 23:59:59',
      L3: '2026-10-14 23:59:59',
      L4: '2026-10-16 23:59:59',
      L5: '2026-10-20 23:59:59',
    });
  });

  test('count days off up to the internal date where all days count', () => {
    // Sixty days from 2025-08-04, internally up to 2025-09-30: 57 days, half of them 28.5, 80 % of them 45.6.
    expect(told('standard', counting(calendarDays(60)), '2025-08-04 10:00')).toEqual({
      L0: '2025-09-02 14:00',
      L1: '2025-09-19 14:36',
      L2: '2025-10-09 23:59:59',
      L3: '2025-10-10 23:59:59',
      // The Saturday of 2025-10-11 is worked.
      L4: '2025-10-13 23:59:59',
      L5: '2025-10-15 23:59:59',
    });
  });

  test('measure a target shorter than the limit', () => {
    const target = counting(workingDays(10), { internal: workingDays(5) });
    const plain = told('standard', counting(workingDays(5)), '2026-11-23 09:30');
    const found = told('standard', target, '2026-11-23 09:30');
    expect([found['L0'], found['L1']]).toEqual([plain['L0'], plain['L1']]);
    expect(found['L2']).toBe('2026-12-07 23:59:59');
    const short = counting(officeHours(10), { internal: officeHours(5) });
    expect(told('brief', short, '2026-11-23 09:00')['L1']).toBe('2026-11-23 15:00');
  });

  test('leave out paused days', () => {
    const facts = paused(pause('2026-11-24', '2026-11-26'));
    expect(told('standard', counting(workingDays(5)), '2026-11-23 09:30', facts)).toEqual({
      L0: '2026-11-30 14:00',
      L1: '2026-12-01 17:00',
      L2: '2026-12-02 23:59:59',
      L3: '2026-12-03 23:59:59',
      L4: '2026-12-07 23:59:59',
      L5: '2026-12-09 23:59:59',
    });
  });

  test('that lie before a pause stay where they are', () => {
    const plain = told('standard', counting(workingDays(5)), '2026-11-23 09:30');
    const facts = paused(pause('2026-11-30', '2026-12-05'));
    const found = told('standard', counting(workingDays(5)), '2026-11-23 09:30', facts);
    expect([found['L0'], found['L1']]).toEqual([plain['L0'], plain['L1']]);
    expect(found['L2']).toBe('2026-12-07 23:59:59');
  });

  test('stretch with an extension', () => {
    const facts = extendedBy({ value: 10 });
    const plain = told('standard', counting(workingDays(15)), '2026-11-23 09:30');
    expect(told('standard', counting(workingDays(5)), '2026-11-23 09:30', facts)).toEqual(plain);
    const more = extendedBy({ value: 6 });
    const ten = told('brief', counting(officeHours(10)), '2026-11-23 09:30');
    expect(told('brief', counting(officeHours(4)), '2026-11-23 09:30', more)).toEqual(ten);
  });

  test('know nothing of an extension that was asked for late', () => {
    const late = extendedBy({ value: 10, askedAt: at('2026-12-10') });
    const plain = told('standard', counting(workingDays(5)), '2026-11-23 09:30');
    expect(told('standard', counting(workingDays(5)), '2026-11-23 09:30', late)).toEqual(plain);
  });

  test('of hours from the next working day count from its opening', () => {
    const next = counting(hours(10), { begins: 'nextWorkingDay' });
    expect(told('urgent', next, '2026-09-30 10:00')['L1']).toBe('2026-10-08 17:00');
  });
});

describe('a level that would fall into a pause', () => {
  const five = counting(workingDays(5));
  const plain = told('standard', five, '2026-11-23 09:30');
  const during = (from: string, to: string, rule = five) =>
    told('standard', rule, '2026-11-23 09:30', paused(pause(from, to)));

  test('and is the due instant itself: lateness counts from when the clock goes on', () => {
    const facts = paused(pause('2025-10-09 08:00', '2025-10-20 09:30'));
    const found = told('standard', counting(calendarDays(60)), '2025-08-04 10:00', facts);
    expect([found['L2'], found['L3']]).toEqual(['2025-10-20 09:30', '2025-10-21 09:30']);
  });

  test('in hours comes all the same: days do not pause hours', () => {
    const facts = paused(pause('2026-11-23', '2026-11-26'));
    const plainly = told('urgent', counting(hours(24)), '2026-11-23 09:30');
    expect(told('urgent', counting(hours(24)), '2026-11-23 09:30', facts)).toEqual(plainly);
  });

  test('comes when the clock goes on', () => {
    expect(during('2026-11-26 13:40', '2026-11-26 16:00')).toEqual({
      ...plain,
      L0: '2026-11-26 16:00',
    });
    expect(during('2026-11-26 14:00', '2026-11-26 14:01')['L0']).toBe('2026-11-26 14:01');
    expect(during('2026-11-26 13:59', '2026-11-26 14:00')).toEqual(plain);
  });

  test('comes at the end of the last pause, where one leads into the next', () => {
    const two = [
      pause('2026-11-26 15:00', '2026-11-26 16:30'),
      pause('2026-11-26 13:40', '2026-11-26 15:00'),
    ];
    expect(told('standard', five, '2026-11-23 09:30', paused(...two))['L0']).toBe(
      '2026-11-26 16:30',
    );
  });

  test('comes together with another one of the same pause', () => {
    const { L0, L1 } = during('2026-11-24 13:40', '2026-11-24 16:00', counting(workingDays(1)));
    expect([L0, L1]).toEqual(['2026-11-24 16:00', '2026-11-24 16:00']);
  });

  test('does not wait for a pause that was asked for late', () => {
    const late = pause('2026-11-30 23:00', '2026-12-03', { askedAt: at('2026-12-01 10:00') });
    expect(told('standard', five, '2026-11-23 09:30', paused(late))).toEqual(plain);
  });
});

describe('a fixed time on the last day', () => {
  const ladder: Ladder = [
    { level: 'L1', label: '预警', at: { lastDayAt: 15 * 60 }, notify: ['responsible'] },
  ];
  const warned = (rule: Counting, start: string) => {
    const due = dueOf(rule, at(start), calendar);
    return levelInstants(ladder, { counting: rule, start: at(start), due }, calendar).map(
      ({ at: instant }) => moment(instant),
    );
  };

  test('is three in the afternoon of the last working day', () => {
    expect(warned(counting(workingDays(5)), '2025-09-28 09:30')).toEqual(['2025-10-11 15:00']);
    expect(warned(counting(calendarDays(60)), '2025-08-04 10:00')).toEqual(['2025-09-30 15:00']);
  });
});
