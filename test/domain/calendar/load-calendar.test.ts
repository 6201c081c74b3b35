import { describe, expect, test } from '@jest/globals';
import { type Calendar, isWorkingDay } from '../../../domain/calendar/calendar.ts';
import { civilDate, dayNumber } from '../../../domain/calendar/civil.ts';
import { cn2024to2026Data } from '../../../domain/calendar/cn-2024-2026.data.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import { coveredDays } from '../../support/moments.ts';

/** Bytes of what is kept to count with: two numbers and a name of some characters for each run of days, periods as numbers. */
function weight({ worked, before, named, hours }: Calendar): number {
  const names = named.reduce((sum, { name }) => sum + 16 + 2 * name.length, 0);
  const periods = hours.reduce((sum, entry) => sum + 8 + 16 * entry.periods.length, 0);
  return worked.byteLength + before.byteLength + names + periods;
}

describe('a loaded calendar', () => {
  test('keeps three years in less than two kilobytes', () => {
    expect(weight(calendar)).toBeLessThan(2048);
    const arrays = calendar.worked.byteLength + calendar.before.byteLength;
    expect(arrays).toBe(35 * 4 + 36 * 2);
  });

  test('covers whole years', () => {
    expect([calendar.from, calendar.to - 1].map(civilDate)).toEqual(['2024-01-01', '2026-12-31']);
  });

  test('keeps the notices that it was made of', () => {
    expect(calendar.data).toBe(cn2024to2026Data);
    expect(calendar.version).toBe('cn-2024-2026.1');
    expect(calendar.data.notices.map(({ year }) => year)).toEqual([2024, 2025, 2026]);
  });

  test('has the names of its days off in order, however the notices list them', () => {
    const notices = cn2024to2026Data.notices.map((notice) => ({
      ...notice,
      holidays: notice.holidays.toReversed(),
      makeupDays: notice.makeupDays.toReversed(),
    }));
    const shuffled = loadCalendar({ ...cn2024to2026Data, notices });
    expect(shuffled.named).toEqual(calendar.named);
    expect(shuffled.worked).toEqual(calendar.worked);
    expect(calendar.named.map(({ from }) => from)).toEqual(
      calendar.named.map(({ from }) => from).toSorted((a, b) => a - b),
    );
  });

  test('may cover a single year', () => {
    const notices = cn2024to2026Data.notices.filter(({ year }) => year === 2025);
    const single = loadCalendar({ ...cn2024to2026Data, notices });
    const of2025 = coveredDays.filter((day) => civilDate(day).startsWith('2025'));
    const works = (one: Calendar) => of2025.filter((day) => isWorkingDay(one, day));
    expect(works(single)).toEqual(works(calendar));
    expect(isWorkingDay(single, dayNumber('2026-10-01'))).toBe(true);
    expect(isWorkingDay(single, dayNumber('2024-10-01'))).toBe(true);
  });
});
