import {
  civilDate,
  dayNumber,
  dayOf,
  type Instant,
  instant,
  instantOf,
} from '../calendar/civil.ts';
import { type PreviewField, type PreviewProblem, quoted } from './problem.ts';

/** A date or a time of day that somebody gave. */
export interface Moment {
  /** Of a date: its midnight in Asia/Shanghai. */
  readonly at: Instant;
  readonly isDate: boolean;
}

/** Half-open. Before 1992 China had daylight saving; decades after the last notice no date means anything. */
const FIRST = dayNumber('1992-01-01');
const END = dayNumber('2050-01-01');

const FORM = '须为日期 2026-11-23,或时间 2026-11-23T09:30(北京时间)、2026-11-23T09:30:00+08:00';

/** Reads `2026-11-23` or an ISO-8601 instant, taken as Asia/Shanghai where it has no offset. */
export function momentOf(text: string, field: PreviewField): Moment | PreviewProblem {
  const form = /^\d{4}-\d{2}-\d{2}(T.+)?$/.exec(text);
  if (!form) {
    const meant = dateLike(text);
    return { field, message: `${quoted(text)}${FORM}`, ...(meant && { suggestions: [meant] }) };
  }
  const isDate = form[1] === undefined;
  const at = read(text, isDate);
  if (at === undefined) {
    return { field, message: isDate ? `没有${quoted(text)}这一天` : `${quoted(text)}${FORM}` };
  }
  const day = dayOf(at);
  if (day >= FIRST && day < END) return { at, isDate };
  return { field, message: `${quoted(text)}不在 1992 至 2049 年之间,无法推算` };
}

function read(text: string, isDate: boolean): Instant | undefined {
  try {
    return isDate ? instantOf(dayNumber(text), 0) : instant(text);
  } catch {
    return undefined;
  }
}

/** `2026/1/5`, `20260105` and `2026年1月5日` are dates to people. */
function dateLike(text: string): string | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return read(date, true) === undefined ? undefined : date;
}

/** `2026-11-23`, whatever the time of day. */
export const dateOf = (at: Instant): string => civilDate(dayOf(at));
