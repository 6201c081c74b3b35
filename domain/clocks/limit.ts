/** Days on which offices work, by the State Council's notices. */
export interface WorkingDays {
  readonly unit: 'workingDays';
  readonly value: number;
}
/** All days (日, 自然日). */
export interface CalendarDays {
  readonly unit: 'calendarDays';
  readonly value: number;
}
/** Ends on the corresponding day of a later month (Civil Code art. 202). */
export interface Months {
  readonly unit: 'months';
  readonly value: number;
}
/** Hours in which offices are open: not a fraction of working days, and a type of its own on purpose. */
export interface OfficeHours {
  readonly unit: 'officeHours';
  readonly value: number;
}
/** Hours round the clock. */
export interface Hours {
  readonly unit: 'hours';
  readonly value: number;
}
export interface Minutes {
  readonly unit: 'minutes';
  readonly value: number;
}

/** Limits that end with a day, and limits that end at an instant: nothing takes one for the other. */
export type DayLimit = WorkingDays | CalendarDays | Months;
export type HourLimit = OfficeHours | Hours | Minutes;

/** A length of time as a rule states it. */
export type Limit = DayLimit | HourLimit;
export type LimitUnit = Limit['unit'];

export const workingDays = (value: number): WorkingDays => ({ unit: 'workingDays', value });
export const calendarDays = (value: number): CalendarDays => ({ unit: 'calendarDays', value });
export const months = (value: number): Months => ({ unit: 'months', value });
export const officeHours = (value: number): OfficeHours => ({ unit: 'officeHours', value });
export const hours = (value: number): Hours => ({ unit: 'hours', value });
export const minutes = (value: number): Minutes => ({ unit: 'minutes', value });

export const isDayLimit = (limit: Limit): limit is DayLimit =>
  limit.unit === 'workingDays' || limit.unit === 'calendarDays' || limit.unit === 'months';

/** The same kind of limit with another length. */
export const withValue = <L extends Limit>(limit: L, value: number): L => ({ ...limit, value });

const UNIT_LABELS = {
  workingDays: '个工作日',
  calendarDays: '日',
  months: '个月',
  officeHours: '个工作小时',
  hours: '小时',
  minutes: '分钟',
} as const satisfies Record<LimitUnit, string>;

/** `5 个工作日`, `15 分钟`. */
export const limitText = (limit: Limit): string => `${limit.value} ${UNIT_LABELS[limit.unit]}`;

const SHORT: Readonly<Record<string, LimitUnit>> = {
  wd: 'workingDays',
  cd: 'calendarDays',
  m: 'months',
  oh: 'officeHours',
  h: 'hours',
  min: 'minutes',
};

/** Longest limit that can be asked for, in its own unit: ten years of calendar days. */
const LONGEST = 3_660;

/** `5wd`, `30cd`, `3m`, `4oh`, `48h`, `15min`; undefined for anything else. */
export function parseLimit(text: string): Limit | undefined {
  const match = /^([1-9]\d{0,3})(wd|cd|m|oh|h|min)$/.exec(text);
  const unit = SHORT[match?.[2] ?? ''];
  const value = Number(match?.[1]);
  return unit && value <= LONGEST ? { unit, value } : undefined;
}
