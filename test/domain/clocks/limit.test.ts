import { describe, expect, test } from '@jest/globals';
import {
  calendarDays,
  hours,
  isDayLimit,
  limitText,
  minutes,
  months,
  officeHours,
  parseLimit,
  withValue,
  workingDays,
} from '../../../domain/clocks/limit.ts';

const WRITTEN = [
  ['5wd', workingDays(5), '5 个工作日'],
  ['30cd', calendarDays(30), '30 日'],
  ['3m', months(3), '3 个月'],
  ['4oh', officeHours(4), '4 个工作小时'],
  ['48h', hours(48), '48 小时'],
  ['15min', minutes(15), '15 分钟'],
] as const;

describe('a limit', () => {
  test.each(WRITTEN)('%s is read and told', (text, limit, told) => {
    expect(parseLimit(text)).toEqual(limit);
    expect(limitText(limit)).toBe(told);
  });

  test('is at most ten years of days long', () => {
    expect(parseLimit('3660cd')).toEqual(calendarDays(3660));
    expect(parseLimit('3661cd')).toBeUndefined();
  });

  test.each([
    '',
    '5',
    'wd',
    '0wd',
    '-5wd',
    '5.5wd',
    '05wd',
    '5 wd',
    '5WD',
    '5wdx',
    '5y',
    '99999cd',
  ])('%p is none', (text) => {
    expect(parseLimit(text)).toBeUndefined();
  });

  test('ends with a day or at an instant', () => {
    expect(WRITTEN.map(([, limit]) => isDayLimit(limit))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('keeps its unit with another length', () => {
    expect(withValue(workingDays(5), 15)).toEqual(workingDays(15));
  });
});

describe('working days and office hours', () => {
  const handleIn = (limit: ReturnType<typeof workingDays>) => limitText(limit);
  const signIn = (limit: ReturnType<typeof officeHours>) => limitText(limit);

  test('are never taken for one another: the compiler refuses it', () => {
    // @ts-expect-error: office hours are no working days
    expect(handleIn(officeHours(4))).toBe('4 个工作小时');
    // @ts-expect-error: working days are no office hours
    expect(signIn(workingDays(5))).toBe('5 个工作日');
    // @ts-expect-error: calendar days are no working days
    expect(handleIn(calendarDays(5))).toBe('5 日');
    // @ts-expect-error: a number is no limit
    const bare: ReturnType<typeof workingDays> = 5;
    expect([handleIn(workingDays(5)), bare]).toEqual(['5 个工作日', 5]);
  });
});
