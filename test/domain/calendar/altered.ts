import { type Calendar, calendarOf } from '../../../domain/calendar/calendar.ts';
import { cn2024to2026Data as published } from '../../../domain/calendar/cn-2024-2026.data.ts';
import { loadCalendar } from '../../../domain/calendar/load-calendar.ts';
import type {
  CalendarData,
  Holiday,
  Notice,
  OfficeHours,
  UnitDays,
} from '../../../domain/calendar/notice.ts';

/** The published calendar with a change to one year's notice. */
export const withNotice = (
  year: number,
  change: (notice: Notice) => Partial<Notice>,
): CalendarData => ({
  ...published,
  notices: published.notices.map((notice) =>
    notice.year === year ? { ...notice, ...change(notice) } : notice,
  ),
});

/** The published calendar with a change to one holiday of a year; undefined leaves it out. */
export const withHoliday = (
  year: number,
  name: string,
  change: Partial<Holiday> | undefined,
): CalendarData =>
  withNotice(year, ({ holidays }) => ({
    holidays: holidays.flatMap((one) => {
      if (one.name !== name) return [one];
      return change ? [{ ...one, ...change }] : [];
    }),
  }));

/** The published calendar with one more make-up working day. */
export const withMakeupDay = (year: number, day: string): CalendarData =>
  withNotice(year, ({ makeupDays }) => ({ makeupDays: [...makeupDays, day] }));

/** The published calendar with other office hours. */
export const withHours = (...officeHours: readonly OfficeHours[]): CalendarData => ({
  ...published,
  officeHours,
});

/** The published calendar with one more unit. */
export const withUnit = (unit: Partial<UnitDays>): CalendarData => ({
  ...published,
  units: [...published.units, { unit: 'window-3', reason: '三号窗口', ...unit }],
});

/** The calendar of a unit whose days differ so. */
export const unitCalendar = (unit: Partial<UnitDays>): Calendar =>
  calendarOf(loadCalendar(withUnit(unit)), unit.unit ?? 'window-3');
