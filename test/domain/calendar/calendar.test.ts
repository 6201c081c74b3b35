import { describe, expect, test } from '@jest/globals';
import { isCovered, isWorkingDay, kindOfDay } from '../../../domain/calendar/calendar.ts';
import { civilDate, type DayNumber, dayNumber } from '../../../domain/calendar/civil.ts';
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
const reasonOf = (day: DayNumber): string => kindOfDay(calendar, day).reason;
const PLAIN = ['工作日', '补班', '周六', '周日'];

describe('the working calendar of 2024 to 2026', () => {
  test('is compared on all of its 1096 days', () => {
    expect(published.map(({ date }) => date)).toEqual(coveredDays.map(civilDate));
    expect(published).toHaveLength(1096);
    expect(coveredDays.filter((day) => !isCovered(calendar, day))).toEqual([]);
  });

  test('works on the days on which chinese-days works', () => {
    const ours = coveredDays.filter((day) => isWorkingDay(calendar, day)).map(civilDate);
    expect(ours).toEqual(published.filter(({ work }) => work).map(({ date }) => date));
  });

  test('names every day off of the notices as chinese-days does, and no other', () => {
    const ours = coveredDays.filter((day) => !PLAIN.includes(reasonOf(day)));
    const theirs = published.filter((detail) => !detail.work && named(detail));
    expect(ours.map(civilDate)).toEqual(theirs.map(({ date }) => date));
    const strangers = theirs.filter(({ date, name }) => {
      const [, holiday = ''] = name.split(',');
      const reason = reasonOf(dayNumber(date));
      return !reason.split('、').some((one) => one.startsWith(holiday.slice(0, 2)));
    });
    expect(strangers).toEqual([]);
  });

  test('names every make-up working day and no other', () => {
    const ours = coveredDays.filter((day) => reasonOf(day) === '补班').map(civilDate);
    const theirs = published.filter((detail) => detail.work && named(detail));
    expect(ours).toEqual(theirs.map(({ date }) => date));
  });

  test.each([
    ['2024', [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    ['2025', [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    ['2026', [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('has the published number of working days in each month of %s', (year, expected) => {
    const inMonth = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
    const counted = expected.map((_, index) =>
      coveredDays.filter(
        (day) => civilDate(day).startsWith(inMonth(index + 1)) && isWorkingDay(calendar, day),
      ),
    );
    expect(counted.map((days) => days.length)).toEqual(expected);
  });

  test('is provisional on no covered day and on every day before and after', () => {
    expect(coveredDays.filter((day) => kindOfDay(calendar, day).provisional)).toEqual([]);
    const kinds = ['2023-12-29', '2023-12-31', '2027-01-01', '2027-01-02'].map((date) =>
      kindOfDay(calendar, dayNumber(date)),
    );
    expect(kinds).toEqual([
      { working: true, reason: '工作日', provisional: true },
      { working: false, reason: '周日', provisional: true },
      { working: true, reason: '工作日', provisional: true },
      { working: false, reason: '周六', provisional: true },
    ]);
  });

  test.each([
    ['2024-02-09', true, '工作日'],
    ['2025-01-28', false, '春节'],
    ['2025-10-08', false, '国庆节、中秋节'],
    ['2026-10-01', false, '国庆节'],
    ['2026-10-10', true, '补班'],
    ['2026-10-11', false, '周日'],
    ['2026-10-17', false, '周六'],
    ['2026-10-12', true, '工作日'],
  ])('tells of %s why it does or does not count', (date, working, reason) => {
    expect(kindOfDay(calendar, dayNumber(date))).toEqual({ working, reason, provisional: false });
  });
});
