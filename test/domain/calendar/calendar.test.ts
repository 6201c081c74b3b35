import { describe, expect, test } from '@jest/globals';
import {
  kindOfDay,
  workingDayAfter,
  workingDayOnOrBefore,
} from '../../../domain/calendar/calendar.ts';
import { civilDate, dayNumber } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { inZone } from '../../support/in-zone.ts';
import { coveredDays } from '../../support/moments.ts';

interface Detail {
  readonly date: string;
  readonly work: boolean;
  readonly name: string;
}

/** chinese-days counts weekends wrongly west of UTC, so it is asked in Shanghai. */
const published = inZone(
  'Asia/Shanghai',
  `import chineseDays from 'chinese-days';
   const dates = ${JSON.stringify(coveredDays.map(civilDate))};
   console.log(JSON.stringify(dates.map((date) => chineseDays.getDayDetail(date))));`,
) as readonly Detail[];

/** A name in two languages and a number: the day is named by a notice, and not a plain weekday. */
const named = ({ name }: Detail): boolean => name.includes(',');

describe('the working calendar of 2024 to 2026', () => {
  test('is compared on all of its 1096 days', () => {
    expect(published.map(({ date }) => date)).toEqual(coveredDays.map(civilDate));
    expect(published).toHaveLength(1096);
  });

  test('works on the days on which chinese-days works', () => {
    const ours = coveredDays.filter((day) => kindOfDay(calendar, day).working).map(civilDate);
    expect(ours).toEqual(published.filter(({ work }) => work).map(({ date }) => date));
  });

  test('names every day off of the notices and no other', () => {
    const theirs = published.filter((detail) => !detail.work && named(detail));
    expect(Object.keys(calendar.offDays).sort()).toEqual(theirs.map(({ date }) => date));
  });

  test('names every make-up working day and no other', () => {
    const theirs = published.filter((detail) => detail.work && named(detail));
    expect(Object.keys(calendar.makeupDays).sort()).toEqual(theirs.map(({ date }) => date));
  });

  test.each([
    ['2024', [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    ['2025', [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    ['2026', [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('has the published number of working days in each month of %s', (year, expected) => {
    const inMonth = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
    const counted = expected.map((_, index) =>
      coveredDays.filter(
        (day) => civilDate(day).startsWith(inMonth(index + 1)) && kindOfDay(calendar, day).working,
      ),
    );
    expect(counted.map((days) => days.length)).toEqual(expected);
  });

  test('is provisional on no covered day and on every day after', () => {
    expect(coveredDays.filter((day) => kindOfDay(calendar, day).provisional)).toEqual([]);
    expect(kindOfDay(calendar, dayNumber('2027-01-01'))).toEqual({
      working: true,
      reason: '工作日',
      provisional: true,
    });
    expect(kindOfDay(calendar, dayNumber('2027-01-02')).reason).toBe('周六');
  });

  test.each([
    ['2026-10-01', false, '国庆节'],
    ['2026-10-10', true, '补班'],
    ['2026-10-11', false, '周日'],
    ['2026-10-17', false, '周六'],
    ['2026-10-12', true, '工作日'],
  ])('tells of %s why it does or does not count', (date, working, reason) => {
    expect(kindOfDay(calendar, dayNumber(date))).toEqual({ working, reason, provisional: false });
  });
});

describe('finding working days', () => {
  test('the next one lies after Golden Week', () => {
    expect(civilDate(workingDayAfter(calendar, dayNumber('2026-09-30'), 1))).toBe('2026-10-08');
  });

  test('the last one on or before a working day is that day', () => {
    const back = (date: string) => civilDate(workingDayOnOrBefore(calendar, dayNumber(date)));
    expect([back('2026-10-07'), back('2026-10-10'), back('2026-10-11')]).toEqual([
      '2026-09-30',
      '2026-10-10',
      '2026-10-10',
    ]);
  });
});
