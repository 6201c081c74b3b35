import type { FigureRule, FigureUnit } from './policy.ts';

const UNITS: Readonly<Record<FigureUnit, string>> = {
  times: ' 次',
  percent: '%',
  yuan: ' 元',
  items: ' 项',
  persons: ' 人',
  calendarDays: ' 日',
  workingDays: ' 个工作日',
  flag: '',
  text: '',
};

/** `2 次`, `50%、80%、100%`, `否`. */
export function figureText({ value, unit }: Pick<FigureRule, 'value' | 'unit'>): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  const values = typeof value === 'object' ? value : [value];
  return values.map((one) => `${one}${UNITS[unit]}`).join('、');
}
