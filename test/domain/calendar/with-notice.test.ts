import { expect, test } from '@jest/globals';
import { cn2024to2026Data as published } from '../../../domain/calendar/cn-2024-2026.data.ts';
import type { Notice } from '../../../domain/calendar/notice.ts';
import { withNotice } from '../../../domain/calendar/with-notice.ts';

const notice = (year: number): Notice => ({
  year,
  number: '通知',
  date: `${year - 1}-11-01`,
  holidays: [],
  makeupDays: [],
});

const years = (year: number) =>
  withNotice(published, 'next', notice(year)).notices.map((one) => one.year);

test('a notice of the next year is added in its place', () => {
  expect(years(2027)).toEqual([2024, 2025, 2026, 2027]);
  expect(years(2023)).toEqual([2023, 2024, 2025, 2026]);
});

test('a notice of a year that has one takes its place, and nothing else is another', () => {
  const { notices, ...rest } = withNotice(published, 'next', notice(2025));
  expect(notices.map(({ number }) => number)).toEqual([
    published.notices[0]?.number,
    '通知',
    published.notices[2]?.number,
  ]);
  const { notices: _notices, ...others } = published;
  expect(rest).toEqual({ ...others, version: 'next' });
});
