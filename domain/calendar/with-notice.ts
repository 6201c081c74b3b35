import type { CalendarData, Notice } from './notice.ts';

/** A calendar under its own name with one year's notice added, or put in the place of that year's earlier one. */
export function withNotice(data: CalendarData, version: string, notice: Notice): CalendarData {
  const others = data.notices.filter(({ year }) => year !== notice.year);
  const notices = [...others, notice].toSorted((a, b) => a.year - b.year);
  return { ...data, version, notices };
}
