import { describe, expect, test } from '@jest/globals';
import { type Calendar, calendarOf, kindOfDay } from '../../../domain/calendar/calendar.ts';
import { civilDate, type DayNumber, dayNumber, HOUR } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as house } from '../../../domain/calendar/cn-2024-2026.ts';
import { afterOfficeTime } from '../../../domain/calendar/office-time.ts';
import { workingDayAfter } from '../../../domain/calendar/working-days.ts';
import { at, coveredDays, moment } from '../../support/moments.ts';
import { unitCalendar } from './altered.ts';

const kind = (calendar: Calendar, date: string) => kindOfDay(calendar, dayNumber(date));
const isMakeup = (day: DayNumber) => kindOfDay(house, day).reason === '补班';
const fiveFrom = (calendar: Calendar, date: string) =>
  civilDate(workingDayAfter(calendar, dayNumber(date), 5));

/** The covered days on which a unit differs from the house. */
const differences = (calendar: Calendar) =>
  coveredDays
    .filter((day) => kindOfDay(calendar, day).working !== kindOfDay(house, day).working)
    .map(civilDate);

describe('a unit that stays closed on make-up days', () => {
  const closed = unitCalendar({ skipsMakeupDays: true });

  test('differs from the house on just those', () => {
    expect(differences(closed)).toEqual(coveredDays.filter(isMakeup).map(civilDate));
    expect(kind(closed, '2025-09-28')).toEqual({
      working: false,
      reason: '周日',
      provisional: false,
    });
  });

  test('needs longer for five working days', () => {
    expect(fiveFrom(house, '2025-09-26')).toBe('2025-10-10');
    expect(fiveFrom(closed, '2025-09-26')).toBe('2025-10-13');
  });
});

describe('a unit with days of its own', () => {
  const own = unitCalendar({
    offDays: ['2026-11-25'],
    workingDays: ['2026-11-28', '2026-10-02'],
  });

  test('differs from the house on just those, and says why', () => {
    expect(differences(own)).toEqual(['2026-10-02', '2026-11-25', '2026-11-28']);
    const reasons = ['2026-11-25', '2026-11-28', '2026-10-02'].map((date) => kind(own, date));
    expect(reasons).toEqual([
      { working: false, reason: '三号窗口', provisional: false },
      { working: true, reason: '三号窗口', provisional: false },
      { working: true, reason: '三号窗口', provisional: false },
    ]);
  });

  test('counts with them', () => {
    expect(fiveFrom(own, '2026-11-23')).toBe('2026-11-30');
    expect(fiveFrom(own, '2026-11-24')).toBe('2026-12-01');
    expect(fiveFrom(own, '2026-09-30')).toBe('2026-10-12');
  });

  test('names holidays as the house does', () => {
    expect(kind(own, '2026-10-01').reason).toBe('国庆节');
    expect(kind(own, '2026-11-29').reason).toBe('周日');
    expect(kind(own, '2026-11-26').reason).toBe('工作日');
  });

  // The house works that day too, and the notice says why; the ledger of the unit loses 计入补班.
  test('names make-up days as the house does', () => {
    expect(kind(own, '2026-10-10').reason).toBe('补班');
  });

  test('keeps the office hours of the house', () => {
    expect(afterOfficeTime(own, at('2026-11-24 16:00'), 2 * HOUR)).toBe(at('2026-11-26 10:00'));
  });
});

describe('a unit with office hours of its own', () => {
  const late = unitCalendar({ officeHours: [{ from: '2024-01-01', periods: ['12:00-20:00'] }] });

  test('counts office time in them, on the days of the house', () => {
    expect(differences(late)).toEqual([]);
    expect(moment(afterOfficeTime(late, at('2026-11-27 19:00'), 2 * HOUR))).toBe(
      '2026-11-30 13:00',
    );
  });
});

describe('a duty desk that never closes', () => {
  const desk = calendarOf(house, 'vital-sign-desk');

  test('works every day, covered or not, and says why on the days on which the house is closed', () => {
    const dates = ['2026-10-01', '2026-11-28', '2026-11-23', '2027-01-02', '2023-12-31'];
    expect(dates.map((date) => kind(desk, date))).toEqual([
      { working: true, reason: '值守席全天候值守', provisional: false },
      { working: true, reason: '值守席全天候值守', provisional: false },
      { working: true, reason: '工作日', provisional: false },
      { working: true, reason: '值守席全天候值守', provisional: true },
      { working: true, reason: '值守席全天候值守', provisional: true },
    ]);
    expect(fiveFrom(desk, '2026-09-30')).toBe('2026-10-05');
  });

  test('counts nights and holidays as office time', () => {
    expect(moment(afterOfficeTime(desk, at('2026-10-01 23:00'), 4 * HOUR))).toBe(
      '2026-10-02 03:00',
    );
    expect(moment(afterOfficeTime(desk, at('2026-12-31 12:00'), 48 * HOUR))).toBe(
      '2027-01-02 12:00',
    );
  });
});

describe('the calendar of a unit', () => {
  test('is the house’s unless the notices give it one', () => {
    expect(calendarOf(house, 'unit-a')).toBe(house);
    expect(calendarOf(house, 'constructor')).toBe(house);
    expect(calendarOf(house, 'vital-sign-desk')).not.toBe(house);
  });

  test('has the version of the house', () => {
    expect(calendarOf(house, 'vital-sign-desk').version).toBe(house.version);
  });
});
