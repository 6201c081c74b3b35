import { readFileSync } from 'node:fs';

export interface Period {
  readonly from: number;
  readonly to: number;
}

/**
 * The calendar as a plain row of days. Everything here is spelled out day by day, so that what the
 * oracle says can be followed with a finger on a wall calendar.
 */
export interface Day {
  readonly date: string;
  /** The instant of its midnight in Shanghai, which is eight hours before that of UTC. */
  readonly midnight: number;
  readonly working: boolean;
  /** The posted hours of the city's offices, kept on working days only: six hours a day. */
  readonly officeHours: readonly Period[];
  /** Whether a holiday notice has been published for its year. */
  readonly covered: boolean;
}

interface Facts {
  readonly coveredYears: readonly number[];
  readonly offDays: Readonly<Record<string, string>>;
  readonly makeupWorkdays: readonly string[];
  readonly holidays: readonly { name: string; from: string; to: string }[];
}

const HOUR = 3_600_000;
const MS_A_DAY = 24 * HOUR;
const SHANGHAI = 8 * HOUR;

const facts = JSON.parse(
  readFileSync(new URL('../../fixtures/calendar-cn-2024-2026.json', import.meta.url), 'utf8'),
) as Facts;

export const { holidays } = facts;

const FIRST = Date.UTC(2023, 0, 1);
const LAST = Date.UTC(2039, 11, 31);

function dayAt(utc: number): Day {
  const date = new Date(utc).toISOString().slice(0, 10);
  const weekend = [0, 6].includes(new Date(utc).getUTCDay());
  const madeUp = facts.makeupWorkdays.includes(date);
  const midnight = utc - SHANGHAI;
  return {
    date,
    midnight,
    officeHours: [
      { from: midnight + 9 * HOUR, to: midnight + 11.5 * HOUR },
      { from: midnight + 13.5 * HOUR, to: midnight + 17 * HOUR },
    ],
    working: madeUp || (!weekend && facts.offDays[date] === undefined),
    covered: facts.coveredYears.includes(Number(date.slice(0, 4))),
  };
}

/** From a year before the covered ones, for notices, to where five years twice over reach. */
export const days: readonly Day[] = Array.from(
  { length: (LAST - FIRST) / MS_A_DAY + 1 },
  (_, index) => dayAt(FIRST + index * MS_A_DAY),
);

/** Fails loudly past either end: a walk that leaves the row must never look like an answer. */
export function dayOf(index: number): Day {
  const day = days[index];
  if (!day) throw new RangeError(`no day ${index} in the row`);
  return day;
}

const positions: ReadonlyMap<string, number> = new Map(
  days.map(({ date }, index) => [date, index]),
);

export function positionOf(date: string): number {
  const position = positions.get(date);
  if (position === undefined) throw new RangeError(`${date} is not in the row`);
  return position;
}

/** The place in the row of the day on which an instant falls in Shanghai. */
export const positionAt = (instant: number): number =>
  Math.floor((instant + SHANGHAI - FIRST) / MS_A_DAY);

/** The date of a number of days since 1970-01-01, by which others know a day. */
export const dateOfNumber = (number: number): string => dayOf(number - FIRST / MS_A_DAY).date;

/** `2025-09-30 16:00` or `2025-09-30 23:59:59` in Shanghai; a bare date is its midnight. */
export function moment(text: string): number {
  const [date = '', time = '00:00'] = text.split(' ');
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return dayOf(positionOf(date)).midnight + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/** The text that `moment` reads, with its milliseconds. */
export const shown = (instant: number): string =>
  new Date(instant + SHANGHAI).toISOString().slice(0, 23).replace('T', ' ');
