import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay } from '../../../domain/calendar/calendar.ts';
import { dayNumber, dayOf } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { dueOf } from '../../../domain/clocks/due.ts';
import { ledgerOf, ledgerText } from '../../../domain/clocks/ledger.ts';
import type { Limit, LimitUnit } from '../../../domain/clocks/limit.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { runs } from '../../support/soak.ts';

const limitIn = (...units: LimitUnit[]): fc.Arbitrary<Limit> =>
  fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom(...units) });
const anyLimit = limitIn('workingDays', 'calendarDays', 'officeHours', 'hours', 'minutes');
const datedLimit = limitIn('workingDays', 'calendarDays', 'officeHours');
const skippingLimit = limitIn('workingDays', 'officeHours');

describe('a reckoning', () => {
  test('adds up to its limit exactly', () => {
    fc.assert(
      fc.property(anyLimit, anyInstant, (limit, start) => {
        const counted = ledgerOf(limit, start, calendar).map((entry) => entry.counted);
        expect(counted.reduce((sum, part) => sum + part, 0)).toBe(limit.value);
        expect(Math.min(...counted)).toBeGreaterThanOrEqual(0);
      }),
      runs(500),
    );
  });

  test('counts last the day on which the limit is due', () => {
    fc.assert(
      fc.property(datedLimit, anyInstant, (limit, start) => {
        const last = ledgerOf(limit, start, calendar).at(-1);
        expect(last?.counted).toBeGreaterThan(0);
        expect(last?.date).toBe(dueOf(limit, start, calendar).nominal);
      }),
      runs(300),
    );
  });

  test('names every day from the start to the end, in order and without a gap', () => {
    fc.assert(
      fc.property(datedLimit, anyInstant, (limit, start) => {
        const entries = ledgerOf(limit, start, calendar);
        const days = [...new Set(entries.map(({ date }) => dayNumber(date)))];
        expect(days).toEqual(days.map((_, index) => dayOf(start) + index));
      }),
      runs(300),
    );
  });

  test('skips a day only where counting it is impossible, and never counts a day off', () => {
    fc.assert(
      fc.property(skippingLimit, anyInstant, (limit, start) => {
        for (const { date, counted } of ledgerOf(limit, start, calendar)) {
          const day = dayNumber(date);
          if (day === dayOf(start)) continue;
          expect({ date, counts: counted > 0 }).toEqual({
            date,
            counts: isWorkingDay(calendar, day),
          });
        }
      }),
      runs(300),
    );
  });

  test('never counts the day of the start of a limit in days', () => {
    const [first] = ledgerOf({ value: 1, unit: 'workingDays' }, at('2026-11-23 00:00'), calendar);
    expect(first).toEqual({ date: '2026-11-23', counted: 0, reason: '起算日不计' });
  });

  test('shows the office hours that it counts', () => {
    const start = at('2026-09-30 16:00');
    const entries = ledgerOf({ value: 4, unit: 'officeHours' }, start, calendar);
    expect(entries.filter(({ counted }) => counted > 0)).toEqual([
      { date: '2026-09-30', counted: 1, reason: '工作日', span: '16:00-17:00' },
      { date: '2026-10-08', counted: 2.5, reason: '工作日', span: '09:00-11:30' },
      { date: '2026-10-08', counted: 0.5, reason: '工作日', span: '13:30-14:00' },
    ]);
  });

  test('says why an evening’s working day does not count', () => {
    const start = at('2026-11-23 18:00');
    const [first] = ledgerOf({ value: 2, unit: 'officeHours' }, start, calendar);
    expect(first).toEqual({ date: '2026-11-23', counted: 0, reason: '办公时间外' });
  });
});

describe('a reckoning in one sentence', () => {
  test.each<[string, Limit, string, string]>([
    [
      'a weekend',
      { value: 5, unit: 'workingDays' },
      '2026-11-23 09:30',
      '5 个工作日:自 2026-11-23(一)次日起算,扣除 11-28(六)、11-29(日),于 2026-11-30(一)届满',
    ],
    [
      'a holiday and a make-up day',
      { value: 5, unit: 'workingDays' },
      '2026-09-30 16:00',
      '5 个工作日:自 2026-09-30(三)次日起算,扣除 10-01(国庆节)、10-02(国庆节)、10-03(国庆节)、10-04(国庆节)、10-05(国庆节)、10-06(国庆节)、10-07(国庆节)、10-11(日),计入补班 10-10,于 2026-10-13(二)届满',
    ],
    [
      'office hours over night',
      { value: 4, unit: 'officeHours' },
      '2026-11-23 16:00',
      '4 个工作小时:自 2026-11-23(一)16:00 起算,于 2026-11-24(二)14:00 届满',
    ],
    [
      'minutes round the clock',
      { value: 15, unit: 'minutes' },
      '2026-10-03 23:50',
      '15 分钟:自 2026-10-03(六)23:50 连续计算,于 2026-10-04(日)00:05 届满',
    ],
    [
      'a year without a notice',
      { value: 5, unit: 'workingDays' },
      '2026-12-28 10:00',
      '5 个工作日:自 2026-12-28(一)次日起算,扣除 01-02(六)、01-03(日),于 2027-01-04(一)届满,其中未公布放假安排的年份暂按周一至周五计,为暂定日期',
    ],
  ])('tells of %s', (_, limit, start, text) => {
    expect(ledgerText(limit, at(start), calendar)).toBe(text);
  });
});
