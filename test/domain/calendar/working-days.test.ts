import { describe, expect, test } from '@jest/globals';
import { type Calendar, calendarOf, isWorkingDay } from '../../../domain/calendar/calendar.ts';
import { civilDate, type DayNumber, dayNumber } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as house } from '../../../domain/calendar/cn-2024-2026.ts';
import {
  workingDayAfter,
  workingDayBefore,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysIn,
} from '../../../domain/calendar/working-days.ts';
import { daysFrom } from '../../support/moments.ts';

/** Half a year before the first notice to a year after the last: every way into and out of the covered years. */
const everyDay = daysFrom('2023-06-01', '2027-12-31');
const FARTHEST = 60;
const AHEAD = 100;

/** The n-th working day from `day` on in steps of `step`, for n from 0, one day after the other. */
function walk(calendar: Calendar, day: DayNumber, step: 1 | -1): readonly DayNumber[] {
  const found = [day];
  for (let next = day + step; found.length <= FARTHEST; next += step) {
    if (isWorkingDay(calendar, next)) found.push(next);
  }
  return found;
}

/** How many working days `[day, day + n)` has, for n from 0. */
function tally(calendar: Calendar, day: DayNumber): readonly number[] {
  const counts = [0];
  for (let next = day; counts.length <= AHEAD; next += 1) {
    counts.push((counts.at(-1) ?? 0) + (isWorkingDay(calendar, next) ? 1 : 0));
  }
  return counts;
}

type Jump = (calendar: Calendar, day: DayNumber, n: number) => DayNumber;

/** Where jumping and walking part, as `2026-10-01 +5`. */
const partings = (calendar: Calendar, jump: Jump, step: 1 | -1): readonly string[] =>
  everyDay.flatMap((day) =>
    walk(calendar, day, step)
      .map((expected, n) => [n, expected, jump(calendar, day, n)] as const)
      .filter(([, expected, found]) => expected !== found)
      .map(([n]) => `${civilDate(day)} ${step * n}`),
  );

const desk = calendarOf(house, 'vital-sign-desk');

describe.each([
  ['the house', house],
  ['a desk that never closes', desk],
])('the working days of %s, from every day of 2023-06 to 2027-12', (_, calendar) => {
  test('are found forwards as by walking from day to day', () => {
    expect(partings(calendar, workingDayAfter, 1)).toEqual([]);
  });

  test('are found backwards as by walking from day to day', () => {
    expect(partings(calendar, workingDayBefore, -1)).toEqual([]);
  });

  test('are counted as by walking from day to day', () => {
    const wrong = everyDay.flatMap((day) =>
      tally(calendar, day)
        .map((expected, n) => [n, expected === workingDaysIn(calendar, day, day + n)] as const)
        .filter(([, right]) => !right)
        .map(([n]) => `${civilDate(day)} ${n}`),
    );
    expect(wrong).toEqual([]);
  });

  test('are found on or next to a day', () => {
    const wrong = everyDay.filter((day) => {
      const works = isWorkingDay(calendar, day);
      const after = works ? day : walk(calendar, day, 1)[1];
      const before = works ? day : walk(calendar, day, -1)[1];
      return (
        workingDayOnOrAfter(calendar, day) !== after ||
        workingDayOnOrBefore(calendar, day) !== before
      );
    });
    expect(wrong.map(civilDate)).toEqual([]);
  });
});

describe('working days', () => {
  const after = (date: string, n: number) => civilDate(workingDayAfter(house, dayNumber(date), n));

  test('the next one lies after Golden Week', () => {
    expect(after('2026-09-30', 1)).toBe('2026-10-08');
  });

  test('the last one on or before a working day is that day', () => {
    const back = (date: string) => civilDate(workingDayOnOrBefore(house, dayNumber(date)));
    expect([back('2026-10-07'), back('2026-10-10'), back('2026-10-11')]).toEqual([
      '2026-09-30',
      '2026-10-10',
      '2026-10-10',
    ]);
  });

  test('are none in a stretch that is empty or goes back', () => {
    const day = dayNumber('2026-11-23');
    expect([0, -1, -30].map((n) => workingDaysIn(house, day, day + n))).toEqual([0, 0, 0]);
  });

  test('far from the covered years are those of plain weeks', () => {
    expect(after('2030-01-04', 1)).toBe('2030-01-07');
    expect(after('2010-10-01', 1)).toBe('2010-10-04');
    expect(workingDaysIn(house, dayNumber('2027-01-01'), dayNumber('2028-01-01'))).toBe(261);
    expect(workingDaysIn(desk, dayNumber('2027-01-01'), dayNumber('2028-01-01'))).toBe(365);
  });

  test('of the three years are as many as the notices make them', () => {
    const inYear = (year: number) =>
      workingDaysIn(house, dayNumber(`${year}-01-01`), dayNumber(`${year + 1}-01-01`));
    expect([2024, 2025, 2026].map(inYear)).toEqual([251, 248, 248]);
  });
});
