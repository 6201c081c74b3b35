import type { Calendar } from './calendar.ts';
import { cn2024to2026Data } from './cn-2024-2026.data.ts';
import { loadCalendar } from './load-calendar.ts';

/** The working calendar of 2024 to 2026, with the make-up working days of the three notices. */
export const cn2024to2026: Calendar = loadCalendar(cn2024to2026Data);
