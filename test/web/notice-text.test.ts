import { describe, expect, test } from '@jest/globals';
import { daysIn, holidaysIn, LineProblem } from '../../web/registers/notice-text.ts';

const NEW_YEAR = { name: '元旦', from: '2027-01-01', to: '2027-01-03' };

/** Fields and words of what cannot be read. */
function problemOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error instanceof LineProblem ? [error.problem.field, error.problem.detail] : error;
  }
}

describe('holidays as they are typed', () => {
  test.each([
    '元旦 2027-01-01 至 2027-01-03',
    '元旦\uff1a2027-01-01 到 2027-01-03',
    '元旦: 2027-01-01\uff5e2027-01-03',
    '  元旦2027-01-01—2027-01-03  \n\n',
  ])('%j is New Year', (text) => {
    expect(holidaysIn(text)).toEqual([NEW_YEAR]);
  });

  test('may be a single day, and two that fall together', () => {
    expect(holidaysIn('清明节 2027-04-05\n国庆节、中秋节 2027-10-01 至 2027-10-08')).toEqual([
      { name: '清明节', from: '2027-04-05', to: '2027-04-05' },
      { name: '国庆节、中秋节', from: '2027-10-01', to: '2027-10-08' },
    ]);
  });

  test('that cannot be read are named with their line', () => {
    expect(problemOf(() => holidaysIn('元旦 2027-01-01\n春节 2月6日'))).toEqual([
      'input.holidays',
      expect.stringContaining('第 2 项“春节 2月6日”'),
    ]);
  });
});

describe('make-up days as they are typed', () => {
  test('are separated by whatever separates', () => {
    const days = ['2027-01-09', '2027-02-20', '2027-10-09'];
    expect(daysIn(`${days[0]}\n${days[1]}\uff0c${days[2]}`)).toEqual(days);
    expect(daysIn(' ')).toEqual([]);
  });

  test('that are none are named', () => {
    expect(problemOf(() => daysIn('2027-01-09、1月10日'))).toEqual([
      'input.makeupDays',
      expect.stringContaining('第 2 项“1月10日”'),
    ]);
  });
});
