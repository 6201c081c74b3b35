import { describe, expect, test } from '@jest/globals';
import { calendarProblems } from '../../../domain/calendar/check-calendar.ts';
import { cn2024to2026Data as published } from '../../../domain/calendar/cn-2024-2026.data.ts';
import { InvalidCalendar, loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import type { CalendarData } from '../../../domain/calendar/notice.ts';
import { withHoliday, withHours, withMakeupDay, withNotice, withUnit } from './altered.ts';

const hours = (...periods: string[]) => withHours({ from: '2024-01-01', periods });
const years = (...wanted: number[]): CalendarData => ({
  ...published,
  notices: wanted.flatMap((year) => published.notices.filter((notice) => notice.year === year)),
});

/** A copy with one thing broken, and the one line that says so. */
const BROKEN: readonly (readonly [what: string, data: CalendarData, line: string])[] = [
  ['a year left out', years(2024, 2026), '2026 年:未接续 2024 年,各年须连续'],
  ['years out of order', years(2025, 2024), '2024 年:未接续 2025 年,各年须连续'],
  ['a notice without its number', withNotice(2025, () => ({ number: ' ' })), '2025 年:通知缺文号'],
  [
    'a notice from within its own year',
    withNotice(2025, () => ({ date: '2025-01-01' })),
    '2025 年:通知日期 2025-01-01 须早于该年',
  ],
  ['a holiday forgotten', withHoliday(2025, '清明节', undefined), '2025 年:缺少清明节'],
  [
    'one holiday of two that fall together forgotten',
    withHoliday(2025, '国庆节、中秋节', { name: '国庆节' }),
    '2025 年:缺少中秋节',
  ],
  [
    'a day left out that the law gives',
    withHoliday(2026, '国庆节', { from: '2026-10-02' }),
    '2026 年:国庆节未包含 2026-10-01',
  ],
  [
    'May Day a day late',
    withHoliday(2026, '劳动节', { from: '2026-05-02' }),
    '2026 年:劳动节未包含 2026-05-01',
  ],
  [
    'a holiday that ends before it begins',
    withHoliday(2025, '端午节', { to: '2025-05-30' }),
    '2025 年:端午节止于 2025-05-30,早于起始日',
  ],
  [
    'a holiday of fifteen days',
    withHoliday(2026, '端午节', { to: '2026-07-03' }),
    '2026 年:端午节长达 15 天',
  ],
  [
    'a holiday in the year before',
    withHoliday(2025, '端午节', { from: '2024-12-24', to: '2024-12-24' }),
    '2025 年:端午节不在该年内',
  ],
  [
    'a make-up day on a Monday',
    withMakeupDay(2025, '2025-09-29'),
    '2025 年:调休上班日 2025-09-29 不是周末',
  ],
  [
    'a make-up day of the next year',
    withMakeupDay(2025, '2026-03-07'),
    '2025 年:调休上班日 2026-03-07 不在该年内',
  ],
  [
    'two holidays that share days',
    withHoliday(2026, '国庆节', { from: '2026-09-26' }),
    '2026-09-26:国庆节与中秋节重叠',
  ],
  [
    'a day that is both off and worked',
    withMakeupDay(2025, '2025-10-04'),
    '2025-10-04:既是放假日(国庆节、中秋节),又是调休上班日',
  ],
  ['a make-up day named twice', withMakeupDay(2025, '2025-09-28'), '2025-09-28:调休上班日重复'],
  [
    'a holiday on a day that does not exist',
    withHoliday(2025, '清明节', { from: '2025-04-31' }),
    'notices.1.holidays.2.from:没有这一天',
  ],
  [
    'a make-up day that does not exist',
    withMakeupDay(2026, '2026-02-29'),
    'notices.2.makeupDays.6:没有这一天',
  ],
  [
    'office hours written another way',
    hours('9:00-11:30'),
    '办公时间:自 2024-01-01 起的办公时间 9:00-11:30 有误',
  ],
  [
    'office hours that overlap',
    hours('09:00-12:00', '11:30-17:00'),
    '办公时间:自 2024-01-01 起的办公时间 09:00-12:00 11:30-17:00 有误',
  ],
  [
    'office hours that go back',
    hours('13:30-17:00', '09:00-11:30'),
    '办公时间:自 2024-01-01 起的办公时间 13:30-17:00 09:00-11:30 有误',
  ],
  [
    'office hours that end as they begin',
    hours('09:00-09:00'),
    '办公时间:自 2024-01-01 起的办公时间 09:00-09:00 有误',
  ],
  [
    'office hours past midnight',
    hours('22:00-24:30'),
    '办公时间:自 2024-01-01 起的办公时间 22:00-24:30 有误',
  ],
  [
    'office hours that come into force in the wrong order',
    withHours(
      { from: '2026-01-01', periods: ['09:00-17:00'] },
      { from: '2025-01-01', periods: ['09:00-16:00'] },
    ),
    '办公时间:2025-01-01 须晚于前一项',
  ],
  [
    'office hours that come into force on one day twice',
    withHours(
      { from: '2026-01-01', periods: ['09:00-17:00'] },
      { from: '2026-01-01', periods: ['09:00-16:00'] },
    ),
    '办公时间:2026-01-01 须晚于前一项',
  ],
  [
    'a unit with a day both off and worked',
    withUnit({ offDays: ['2025-07-07'], workingDays: ['2025-07-05', '2025-07-07'] }),
    '单位 window-3:2025-07-07 既休息又上班',
  ],
  [
    'a unit with hours that are none',
    withUnit({ officeHours: [{ from: '2024-01-01', periods: ['17:00-09:00'] }] }),
    '单位 window-3:自 2024-01-01 起的办公时间 17:00-09:00 有误',
  ],
  [
    'a unit with a day off that does not exist',
    withUnit({ offDays: ['2025-13-45'] }),
    'units.1.offDays.0:没有这一天',
  ],
];

describe('checking a calendar', () => {
  test('finds nothing wrong with the published one', () => {
    expect(calendarProblems(published)).toEqual([]);
  });

  test.each(BROKEN)('tells of %s in one line', (_, data, line) => {
    expect(calendarProblems(data)).toEqual([line]);
  });

  test('tells of a year with two notices', () => {
    const twice = calendarProblems(years(2024, 2025, 2025, 2026));
    expect(twice).toContain('2025 年:有两份通知');
    expect(twice).toContain('2025-10-01:国庆节、中秋节与国庆节、中秋节重叠');
  });

  test('lets New Year’s holiday begin in the last days of the year before', () => {
    expect(calendarProblems(withHoliday(2026, '元旦', { from: '2025-12-30' }))).toEqual([]);
  });

  // The check compares texts, and every day of a later year comes after the last week of the year before.
  test('tells of a holiday in the year after', () => {
    const data = withHoliday(2025, '端午节', { from: '2026-07-01', to: '2026-07-03' });
    expect(calendarProblems(data)).toEqual(['2025 年:端午节不在该年内']);
  });

  // As the notice for 2019 did with 2018-12-29, and that for 2012 with 2011-12-31.
  test('lets the make-up day of New Year’s holiday lie in the year before', () => {
    const data = withHoliday(2026, '元旦', { from: '2025-12-30' });
    const notices = data.notices.map((notice) =>
      notice.year === 2026
        ? { ...notice, makeupDays: ['2025-12-28', ...notice.makeupDays] }
        : notice,
    );
    expect(calendarProblems({ ...data, notices })).toEqual([]);
  });

  test('tells of a desk that never closes and yet has days off', () => {
    const desk = withUnit({ neverCloses: true, offDays: ['2025-07-07'] });
    expect(calendarProblems(desk)).toEqual(['单位 window-3:全年无休,不应有休息日和办公时间']);
  });

  test('tells of a unit that is named twice', () => {
    const once = withUnit({ offDays: ['2025-07-07'] });
    const again = { unit: 'window-3', reason: '三号窗口', skipsMakeupDays: true } as const;
    expect(calendarProblems({ ...once, units: [...once.units, again] })).toHaveLength(1);
  });
});

describe('a calendar that is not shaped like one', () => {
  const shaped = (change: object) => calendarProblems({ ...published, ...change });

  test.each([
    ['no version', { version: '' }, /^version:/],
    ['a version that is no file name', { version: 'cn 2024' }, /^version:/],
    ['no notice', { notices: [] }, /^notices:/],
    ['no office hours', { officeHours: [] }, /^officeHours:/],
    ['office hours without a period', hours(), /^officeHours\.0\.periods:/],
    ['a field that nobody reads', { zone: 'Asia/Shanghai' }, /zone/],
    ['a unit without a reason', withUnit({ reason: '' }), /^units\.1\.reason:/],
    [
      'a holiday without a name',
      withHoliday(2025, '清明节', { name: '' }),
      /^notices\.1\.holidays\.2\.name:/,
    ],
  ])('is refused: %s', (_, change, line) => {
    const problems = shaped(change);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(line);
  });
});

describe('a calendar with something wrong', () => {
  test('is not loaded, and the error names its version and tells everything', () => {
    const data = withHoliday(2025, '清明节', undefined);
    const load = () => loadCalendar({ ...data, officeHours: hours('9-5').officeHours });
    expect(load).toThrow(InvalidCalendar);
    expect(load).toThrow(
      [
        'calendar cn-2024-2026.1 cannot be used:',
        '2025 年:缺少清明节',
        '办公时间:自 2024-01-01 起的办公时间 9-5 有误',
      ].join('\n  '),
    );
  });
});
