/** Working days and working hours are different units on purpose: neither converts into the other. */
export type LimitUnit = 'workingDays' | 'calendarDays' | 'officeHours' | 'hours' | 'minutes';

/** A length of time as a rule states it. */
export interface Limit {
  readonly value: number;
  readonly unit: LimitUnit;
}

const UNIT_LABELS = {
  workingDays: '个工作日',
  calendarDays: '日',
  officeHours: '个工作小时',
  hours: '小时',
  minutes: '分钟',
} as const satisfies Record<LimitUnit, string>;

/** `5 个工作日`, `15 分钟`. */
export const limitText = (limit: Limit): string => `${limit.value} ${UNIT_LABELS[limit.unit]}`;
