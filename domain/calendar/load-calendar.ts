import type { Calendar, HoursInForce } from './calendar.ts';
import { calendarProblems } from './check-calendar.ts';
import { type DayNumber, dayNumber, firstOfMonth, weekday } from './civil.ts';
import type { CalendarData, OfficeHours, UnitDays } from './notice.ts';
import { officePeriods } from './office-hours.ts';

/** A calendar that must not be loaded; `problems` says line by line what is wrong with it. */
export class InvalidCalendar extends Error {
  readonly problems: readonly string[];
  constructor(version: string, problems: readonly string[]) {
    super([`calendar ${version} cannot be used:`, ...problems].join('\n  '));
    this.name = 'InvalidCalendar';
    this.problems = problems;
  }
}

/** Checks a calendar and makes it ready to count with. Throws InvalidCalendar. */
export function loadCalendar(data: CalendarData): Calendar {
  const problems = calendarProblems(data);
  if (problems.length > 0) throw new InvalidCalendar(data.version, problems);
  const house = compile(data, daysOf(data));
  const units = data.units.map((unit) => [unit.unit, unitCalendar(data, unit)] as const);
  return { ...house, units: Object.fromEntries(units) };
}

/** What makes a day worked or not, whatever its weekday. */
interface Days {
  readonly off: ReadonlySet<DayNumber>;
  readonly on: ReadonlySet<DayNumber>;
  readonly everyDay: boolean;
  readonly hours: readonly OfficeHours[];
}

/** A run of days off with its name, half-open. */
interface NamedDays {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly name: string;
}

const holidaysOf = (data: CalendarData): readonly NamedDays[] =>
  data.notices
    .flatMap(({ holidays }) => holidays)
    .map(({ name, from, to }) => ({ name, from: dayNumber(from), to: dayNumber(to) + 1 }))
    .sort((a, b) => a.from - b.from);

function daysOf(data: CalendarData): Days {
  const off = holidaysOf(data).flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, i) => from + i),
  );
  const on = data.notices.flatMap(({ makeupDays }) => makeupDays).map(dayNumber);
  return { off: new Set(off), on: new Set(on), everyDay: false, hours: data.officeHours };
}

function unitCalendar(data: CalendarData, unit: UnitDays): Calendar {
  const house = daysOf(data);
  const { offDays = [], workingDays = [], officeHours = data.officeHours } = unit;
  const kept = unit.skipsMakeupDays ? [] : [...house.on];
  const days: Days = {
    off: new Set([...house.off, ...offDays.map(dayNumber)]),
    on: new Set([...kept, ...workingDays.map(dayNumber)]),
    everyDay: unit.neverCloses === true,
    hours: unit.neverCloses ? [{ from: '0001-01-01', periods: ['00:00-24:00'] }] : officeHours,
  };
  const { reason } = unit;
  return { ...compile(data, days), unit: { reason, everyDay: days.everyDay } };
}

function compile(data: CalendarData, days: Days): Calendar {
  const years = data.notices.map(({ year }) => year);
  const from = firstOfMonth(Math.min(...years), 1);
  const to = firstOfMonth(Math.max(...years) + 1, 1);
  const holidays = holidaysOf(data);
  const { worked, spans, before } = tables(Math.ceil((to - from) / 32), holidays.length);
  spans.set(holidays.flatMap((holiday) => [holiday.from, holiday.to]));
  let count = 0;
  for (let day = from; day < to; day += 1) {
    const bit = day - from;
    if ((bit & 31) === 0) before[bit >>> 5] = count;
    if (!isWorked(days, day)) continue;
    worked[bit >>> 5] = (worked[bit >>> 5] ?? 0) | (1 << (bit & 31));
    count += 1;
  }
  before[worked.length] = count;
  const names = holidays.map(({ name }) => name);
  const hours = days.hours.map(inForce).sort((a, b) => a.from - b.from);
  const { version } = data;
  return { version, data, from, to, worked, before, names, spans, hours, units: {} };
}

/** All tables of a calendar in one piece of memory. */
function tables(words: number, holidays: number) {
  const memory = new ArrayBuffer(words * 4 + holidays * 8 + (words + 1) * 2);
  return {
    worked: new Uint32Array(memory, 0, words),
    spans: new Int32Array(memory, words * 4, holidays * 2),
    before: new Uint16Array(memory, words * 4 + holidays * 8),
  };
}

function isWorked({ off, on, everyDay }: Days, day: DayNumber): boolean {
  if (everyDay || on.has(day)) return true;
  return !off.has(day) && weekday(day) % 6 !== 0;
}

const inForce = ({ from, periods }: OfficeHours): HoursInForce => ({
  from: dayNumber(from),
  periods: officePeriods(periods) ?? [],
});
