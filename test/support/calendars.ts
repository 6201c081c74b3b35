import { cn2024to2026Data } from '../../domain/calendar/cn-2024-2026.data.ts';
import type { CalendarData, Holiday, Notice } from '../../domain/calendar/notice.ts';

/** Days off that every year has, where a test says nothing else of them. */
const PLAIN: readonly Omit<Holiday, 'from' | 'to'>[] = ['清明节', '端午节', '中秋节'].map(
  (name) => ({
    name,
  }),
);

/** The released calendar with one more year, made up but for what a test cares about. */
export function withYear(
  year: number,
  { holidays, makeupDays = [] }: Partial<Pick<Notice, 'holidays' | 'makeupDays'>>,
): CalendarData {
  const fixed: readonly Holiday[] = [
    { name: '元旦', from: `${year}-01-01`, to: `${year}-01-01` },
    { name: '春节', from: `${year}-02-06`, to: `${year}-02-12` },
    { name: '劳动节', from: `${year}-05-01`, to: `${year}-05-05` },
    { name: '国庆节', from: `${year}-10-01`, to: `${year}-10-07` },
    ...PLAIN.map(({ name }, i) => {
      const day = `${year}-0${[4, 6, 9][i]}-${[5, 9, 15][i]?.toString().padStart(2, '0')}`;
      return { name, from: day, to: day };
    }),
  ];
  const own = holidays ?? [];
  const rest = fixed.filter(({ name }) => !own.some((holiday) => holiday.name === name));
  const notice: Notice = {
    year,
    number: '示例通知',
    date: `${year - 1}-11-01`,
    holidays: [...rest, ...own],
    makeupDays,
  };
  return {
    ...cn2024to2026Data,
    version: `test-${year}.1`,
    notices: [...cn2024to2026Data.notices, notice],
  };
}
