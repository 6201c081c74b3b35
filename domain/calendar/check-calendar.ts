import { z } from 'zod';
import { issueLine } from '../input-problem.ts';
import { type CivilDate, type DayNumber, dayNumber, weekday } from './civil.ts';
import type { CalendarData, Holiday, Notice, UnitDays } from './notice.ts';
import { officePeriods } from './office-hours.ts';

const date = z.string().refine(isDate, { error: '没有这一天' });
const officeHours = z
  .array(z.strictObject({ from: date, periods: z.array(z.string()).min(1) }))
  .min(1);

const shape = z.strictObject({
  version: z.string().regex(/^[\w.-]{1,60}$/),
  notices: z
    .array(
      z.strictObject({
        year: z.int().min(1900).max(2200),
        number: z.string(),
        date,
        holidays: z.array(z.strictObject({ name: z.string().min(1), from: date, to: date })),
        makeupDays: z.array(date),
      }),
    )
    .min(1),
  officeHours,
  units: z.array(
    z.strictObject({
      unit: z.string().min(1),
      reason: z.string().min(1),
      skipsMakeupDays: z.literal(true).optional(),
      neverCloses: z.literal(true).optional(),
      offDays: z.array(date).optional(),
      workingDays: z.array(date).optional(),
      officeHours: officeHours.optional(),
    }),
  ),
});

/** What is wrong with a calendar, a line each, naming the year and the day; empty when it may be used. */
export function calendarProblems(data: CalendarData): readonly string[] {
  const parsed = shape.safeParse(data);
  if (!parsed.success) return parsed.error.issues.map(issueLine);
  return [
    ...yearProblems(data.notices),
    ...data.notices.flatMap(noticeProblems),
    ...clashes(data.notices),
    ...hoursProblems('办公时间', data.officeHours),
    ...data.units.flatMap(unitProblems),
    ...data.units
      .filter(({ unit }, i) => data.units.findIndex((other) => other.unit === unit) !== i)
      .map(({ unit }) => `单位 ${unit}:重复`),
  ];
}

function isDate(text: string): boolean {
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

function yearProblems(notices: readonly Notice[]): readonly string[] {
  const years = notices.map(({ year }) => year);
  return years.flatMap((year, i) => {
    if (years.indexOf(year) !== i) return [`${year} 年:有两份通知`];
    const gap = i > 0 && year !== (years[i - 1] ?? 0) + 1;
    return gap ? [`${year} 年:未接续 ${years[i - 1]} 年,各年须连续`] : [];
  });
}

/** The holidays that every year has, and the days that they cannot do without (全国年节及纪念日放假办法). */
const NAMES = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;
const FIXED: Readonly<Record<string, readonly string[]>> = {
  元旦: ['01-01'],
  劳动节: ['05-01'],
  国庆节: ['10-01', '10-02', '10-03'],
};

function noticeProblems(notice: Notice): readonly string[] {
  const { year, number, holidays, makeupDays } = notice;
  const named = holidays.flatMap(({ name }) => name.split('、'));
  return [
    ...(number.trim() === '' ? [`${year} 年:通知缺文号`] : []),
    ...(dayNumber(notice.date) >= dayNumber(`${year}-01-01`)
      ? [`${year} 年:通知日期 ${notice.date} 须早于该年`]
      : []),
    ...NAMES.filter((name) => !named.includes(name)).map((name) => `${year} 年:缺少${name}`),
    ...Object.entries(FIXED).flatMap(([name, days]) => fixedProblems(year, holidays, name, days)),
    ...holidays.flatMap((holiday) => holidayProblems(year, holiday)),
    ...makeupDays.flatMap((day) => makeupProblems(year, day)),
  ];
}

function fixedProblems(
  year: number,
  holidays: readonly Holiday[],
  name: string,
  days: readonly string[],
): readonly string[] {
  const holiday = holidays.find((one) => one.name.split('、').includes(name));
  if (!holiday) return [];
  return days
    .map((day) => `${year}-${day}`)
    .filter((day) => day < holiday.from || day > holiday.to)
    .map((day) => `${year} 年:${name}未包含 ${day}`);
}

function holidayProblems(year: number, { name, from, to }: Holiday): readonly string[] {
  const length = dayNumber(to) - dayNumber(from) + 1;
  if (length < 1) return [`${year} 年:${name}止于 ${to},早于起始日`];
  if (length > 14) return [`${year} 年:${name}长达 ${length} 天`];
  return inYear(year, from) && inYear(year, to) ? [] : [`${year} 年:${name}不在该年内`];
}

/** New Year's holiday may begin in the last days of the year before, and be worked for there. */
const inYear = (year: number, day: CivilDate): boolean =>
  day.startsWith(`${year}-`) || (day >= `${year - 1}-12-25` && day < `${year}-01-01`);

function makeupProblems(year: number, day: CivilDate): readonly string[] {
  const weekend = weekday(dayNumber(day)) % 6 === 0;
  return [
    ...(weekend ? [] : [`${year} 年:调休上班日 ${day} 不是周末`]),
    ...(inYear(year, day) ? [] : [`${year} 年:调休上班日 ${day} 不在该年内`]),
  ];
}

function clashes(notices: readonly Notice[]): readonly string[] {
  const off = new Map<DayNumber, string>();
  const found: string[] = [];
  for (const { name, from, to } of notices.flatMap(({ holidays }) => holidays)) {
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
      const other = off.get(day);
      if (other !== undefined) found.push(`${from}:${name}与${other}重叠`);
      off.set(day, name);
    }
  }
  const makeup = notices.flatMap(({ makeupDays }) => makeupDays);
  return [
    ...new Set(found),
    ...makeup
      .filter((day) => off.has(dayNumber(day)))
      .map((day) => `${day}:既是放假日(${off.get(dayNumber(day))}),又是调休上班日`),
    ...makeup.filter((day, i) => makeup.indexOf(day) !== i).map((day) => `${day}:调休上班日重复`),
  ];
}

const hoursProblems = (
  where: string,
  hours: readonly { readonly from: CivilDate; readonly periods: readonly string[] }[],
): readonly string[] => [
  ...hours
    .filter(({ periods }) => officePeriods(periods) === undefined)
    .map(({ from, periods }) => `${where}:自 ${from} 起的办公时间 ${periods.join(' ')} 有误`),
  ...hours
    .filter(({ from }, i) => i > 0 && from <= (hours[i - 1]?.from ?? ''))
    .map(({ from }) => `${where}:${from} 须晚于前一项`),
];

function unitProblems(unit: UnitDays): readonly string[] {
  const { offDays = [], workingDays = [], officeHours, neverCloses } = unit;
  const both = offDays.filter((day) => workingDays.includes(day));
  return [
    ...(neverCloses && (offDays.length > 0 || officeHours)
      ? [`单位 ${unit.unit}:全年无休,不应有休息日和办公时间`]
      : []),
    ...both.map((day) => `单位 ${unit.unit}:${day} 既休息又上班`),
    ...hoursProblems(`单位 ${unit.unit}`, unit.officeHours ?? []),
  ];
}
