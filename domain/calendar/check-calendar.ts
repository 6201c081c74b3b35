import { z } from 'zod';
import { type CivilDate, type DayNumber, dayNumber, weekday } from './civil.ts';
import type { CalendarData, Holiday, Notice, UnitDays } from './notice.ts';
import { officePeriods } from './office-hours.ts';

const date = z.string().refine(isDate, { error: 'no such day' });
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
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  }
  return [
    ...yearProblems(data.notices),
    ...data.notices.flatMap(noticeProblems),
    ...clashes(data.notices),
    ...hoursProblems('officeHours', data.officeHours),
    ...data.units.flatMap(unitProblems),
    ...data.units
      .filter(({ unit }, i) => data.units.findIndex((other) => other.unit === unit) !== i)
      .map(({ unit }) => `unit ${unit}: is named twice`),
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
    if (years.indexOf(year) !== i) return [`${year}: has two notices`];
    const gap = i > 0 && year !== (years[i - 1] ?? 0) + 1;
    return gap ? [`${year}: does not follow ${years[i - 1]}; years must be complete`] : [];
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
    ...(number.trim() === '' ? [`${year}: the notice has no number`] : []),
    ...(dayNumber(notice.date) >= dayNumber(`${year}-01-01`)
      ? [`${year}: the notice of ${notice.date} is not from before the year`]
      : []),
    ...NAMES.filter((name) => !named.includes(name)).map((name) => `${year}: ${name} is missing`),
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
    .map((day) => `${year}: ${name} leaves out ${day}`);
}

function holidayProblems(year: number, { name, from, to }: Holiday): readonly string[] {
  const length = dayNumber(to) - dayNumber(from) + 1;
  if (length < 1) return [`${year}: ${name} ends on ${to}, before it begins`];
  if (length > 14) return [`${year}: ${name} has ${length} days`];
  return inYear(year, from) && inYear(year, to) ? [] : [`${year}: ${name} lies outside the year`];
}

/** New Year's holiday may begin in the last days of the year before, and be worked for there. */
const inYear = (year: number, day: CivilDate): boolean =>
  day.startsWith(`${year}-`) || (day >= `${year - 1}-12-25` && day < `${year}-01-01`);

function makeupProblems(year: number, day: CivilDate): readonly string[] {
  const weekend = weekday(dayNumber(day)) % 6 === 0;
  return [
    ...(weekend ? [] : [`${year}: make-up day ${day} is not on a weekend`]),
    ...(inYear(year, day) ? [] : [`${year}: make-up day ${day} lies outside the year`]),
  ];
}

function clashes(notices: readonly Notice[]): readonly string[] {
  const off = new Map<DayNumber, string>();
  const found: string[] = [];
  for (const { name, from, to } of notices.flatMap(({ holidays }) => holidays)) {
    for (let day = dayNumber(from); day <= dayNumber(to); day += 1) {
      const other = off.get(day);
      if (other !== undefined) found.push(`${from}: ${name} and ${other} share a day`);
      off.set(day, name);
    }
  }
  const makeup = notices.flatMap(({ makeupDays }) => makeupDays);
  return [
    ...new Set(found),
    ...makeup
      .filter((day) => off.has(dayNumber(day)))
      .map((day) => `${day}: is both a day off (${off.get(dayNumber(day))}) and a make-up day`),
    ...makeup.filter((day, i) => makeup.indexOf(day) !== i).map((day) => `${day}: is named twice`),
  ];
}

const hoursProblems = (
  where: string,
  hours: readonly { readonly from: CivilDate; readonly periods: readonly string[] }[],
): readonly string[] => [
  ...hours
    .filter(({ periods }) => officePeriods(periods) === undefined)
    .map(({ from, periods }) => `${where}: ${periods.join(' ')} from ${from} are no office hours`),
  ...hours
    .filter(({ from }, i) => i > 0 && from <= (hours[i - 1]?.from ?? ''))
    .map(({ from }) => `${where}: ${from} does not come after the entry before it`),
];

function unitProblems(unit: UnitDays): readonly string[] {
  const { offDays = [], workingDays = [], officeHours, neverCloses } = unit;
  const both = offDays.filter((day) => workingDays.includes(day));
  return [
    ...(neverCloses && (offDays.length > 0 || officeHours)
      ? [`unit ${unit.unit}: never closes, so it has no days off and no office hours`]
      : []),
    ...both.map((day) => `unit ${unit.unit}: ${day} is both off and worked`),
    ...hoursProblems(`unit ${unit.unit}`, unit.officeHours ?? []),
  ];
}
