import { civilDate, type DayNumber, type Instant, isoInstant, weekday } from './civil.ts';

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** `周一`. */
export const weekdayText = (day: DayNumber): string => `周${WEEKDAYS[weekday(day)] ?? ''}`;

/** `2026-11-23(周一)`. */
export const dateText = (day: DayNumber): string => `${civilDate(day)}(${weekdayText(day)})`;

/** `09:30` in Asia/Shanghai. */
export const timeText = (instant: Instant): string => isoInstant(instant).slice(11, 16);

/** `2026-11-23 09:30` in Asia/Shanghai. */
export const minuteText = (instant: Instant): string =>
  isoInstant(instant).slice(0, 16).replace('T', ' ');
