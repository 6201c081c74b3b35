import { describe, expect, test } from '@jest/globals';
import { counting } from '../../../domain/clocks/counting.ts';
import type { ClockFacts } from '../../../domain/clocks/facts.ts';
import {
  calendarDays,
  hours,
  type Limit,
  months,
  officeHours,
  workingDays,
} from '../../../domain/clocks/limit.ts';
import { deadlineOf } from '../../../domain/policy/policy.ts';
import { qingpu2026 } from '../../../domain/policy/qingpu-2026.ts';
import { allOn, dates, extendedBy, pause, paused } from './given-clocks.ts';

/** Reckoned by hand over the three Golden Weeks, three Spring Festivals and the make-up days between. */
const WORKING_DAYS = [
  ['2024-02-09', ['2024-02-18', '2024-02-20', '2024-02-22', '2024-02-26', '2024-03-07']],
  ['2024-04-30', ['2024-05-06', '2024-05-08', '2024-05-10', '2024-05-13', '2024-05-23']],
  ['2024-09-30', ['2024-10-08', '2024-10-10', '2024-10-12', '2024-10-15', '2024-10-25']],
  ['2025-04-25', ['2025-04-27', '2025-04-29', '2025-05-06', '2025-05-08', '2025-05-20']],
  ['2025-06-27', ['2025-06-30', '2025-07-02', '2025-07-04', '2025-07-08', '2025-07-18']],
  ['2025-09-26', ['2025-09-28', '2025-09-30', '2025-10-10', '2025-10-13', '2025-10-23']],
  ['2025-12-31', ['2026-01-04', '2026-01-06', '2026-01-08', '2026-01-12', '2026-01-22']],
  ['2026-04-30', ['2026-05-06', '2026-05-08', '2026-05-11', '2026-05-13', '2026-05-25']],
  ['2026-09-30', ['2026-10-08', '2026-10-10', '2026-10-13', '2026-10-15', '2026-10-27']],
] as const;

describe('working days', () => {
  test.each(WORKING_DAYS)('from %s, 1, 3, 5, 7 and 15 of them end as reckoned', (start, ends) => {
    const found = [1, 3, 5, 7, 15].map((n) => dates(counting(workingDays(n)), `${start} 10:00`));
    expect(found).toEqual(ends.map(allOn));
  });
});

/** Rule, start, nominal, statutory and internal day. */
const CALENDAR_DAYS = [
  ['petition.notice15', '2025-01-17', '2025-02-01', '2025-02-05', '2025-01-27'],
  ['petition.handle60', '2025-08-04', '2025-10-03', '2025-10-09', '2025-09-30'],
  ['waste.decisionDays', '2025-07-10', '2025-10-08', '2025-10-09', '2025-09-30'],
  ['waste.seizureDays', '2025-09-05', '2025-10-05', '2025-10-05', '2025-09-30'],
  ['waste.decisionDays', '2026-07-03', '2026-10-01', '2026-10-08', '2026-09-30'],
] as const;

describe('calendar days over a holiday', () => {
  test.each(CALENDAR_DAYS)(
    '%s from %s end on %s, by law on %s, internally on %s',
    (key, start, nominal, statutory, internal) => {
      expect(dates(deadlineOf(qingpu2026, key).counting, `${start} 10:00`)).toEqual({
        nominal,
        statutory: `${statutory} 23:59:59`,
        internal: `${internal} 17:00`,
      });
    },
  );

  test('a seizure would end on 2025-10-09 if it rolled', () => {
    const found = dates(counting(calendarDays(30)), '2025-09-05 10:00');
    expect(found.statutory).toBe('2025-10-09 23:59:59');
  });
});

describe('months', () => {
  test.each([
    [1, '2025-01-31', '2025-02-28'],
    [3, '2025-11-30', '2026-02-28'],
  ])('%i from %s end on %s', (value, start, end) => {
    expect(dates(counting(months(value)), `${start} 10:00`)).toEqual(allOn(end));
  });
});

describe('a hearing', () => {
  test('is asked for within five working days of the notice', () => {
    const { counting: request } = deadlineOf(qingpu2026, 'waste.hearingRequest');
    expect(dates(request, '2025-09-26 10:00')).toEqual(allOn('2025-10-10'));
  });

  test('on 2025-10-24 is told to the parties by 2025-10-14', () => {
    const { counting: notice } = deadlineOf(qingpu2026, 'waste.hearingNotice');
    expect(dates(notice, '2025-10-24 09:30')).toEqual(allOn('2025-10-14'));
  });
});

/** What, limit, start, facts, and the three days. */
const MOVED: readonly (readonly [string, Limit, string, ClockFacts, string, string, string])[] = [
  [
    'five working days suspended for two',
    workingDays(5),
    '2025-04-25',
    paused(pause('2025-04-28', '2025-04-30')),
    '2025-05-08',
    '2025-05-08',
    '2025-05-08',
  ],
  [
    'fifteen working days suspended until a make-up Saturday',
    workingDays(15),
    '2026-02-10',
    paused(pause('2026-02-11', '2026-02-14')),
    '2026-03-12',
    '2026-03-12',
    '2026-03-12',
  ],
  [
    'sixty days extended by thirty',
    calendarDays(60),
    '2025-11-20',
    extendedBy({ value: 30 }),
    '2026-02-18',
    '2026-02-24',
    '2026-02-14',
  ],
  [
    'ninety days with fifteen excluded',
    calendarDays(90),
    '2025-11-10',
    paused(pause('2025-12-01', '2025-12-16')),
    '2026-02-23',
    '2026-02-24',
    '2026-02-14',
  ],
];

describe('suspended or extended', () => {
  test.each(MOVED)('%s', (_, limit, start, facts, nominal, statutory, internal) => {
    expect(dates(counting(limit), `${start} 10:00`, facts)).toEqual({
      nominal,
      statutory: `${statutory} 23:59:59`,
      internal: `${internal} 17:00`,
    });
  });
});

describe('hours before Golden Week', () => {
  test.each([
    ['four office hours', officeHours(4), '2025-10-09 14:00'],
    ['24 hours round the clock', hours(24), '2025-10-01 16:00'],
  ])('%s from 2025-09-30 16:00 end at %s', (_, limit, end) => {
    const { statutory, internal } = dates(counting(limit), '2025-09-30 16:00');
    expect([statutory, internal]).toEqual([end, end]);
  });
});
