import { describe, expect, test } from '@jest/globals';
import { type Calendar, isWorkingDay } from '../../../domain/calendar/calendar.ts';
import { civilDate, dayNumber } from '../../../domain/calendar/civil.ts';
import { cn2024to2026Data } from '../../../domain/calendar/cn-2024-2026.data.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import { loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import { coveredDays } from '../../support/moments.ts';

/** Bytes of what is kept to count with: tables, a name of some characters for each holiday, periods as numbers. */
function weight({ worked, names, hours }: Calendar): number {
  const characters = names.reduce((sum, name) => sum + 8 + 2 * name.length, 0);
  const periods = hours.reduce((sum, entry) => sum + 8 + 16 * entry.periods.length, 0);
  return worked.buffer.byteLength + characters + periods;
}

describe('a loaded calendar', () => {
  test('keeps three years in less than two kilobytes', () => {
    expect(weight(calendar)).toBeLessThan(2048);
    expect(calendar.worked.buffer.byteLength).toBe(35 * 4 + 20 * 8 + 36 * 2);
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
    expect(shuffled.names).toEqual(calendar.names);
    expect(shuffled.spans).toEqual(calendar.spans);
    expect(shuffled.worked).toEqual(calendar.worked);
    expect([...calendar.spans]).toEqual([...calendar.spans].toSorted((a, b) => a - b));
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
