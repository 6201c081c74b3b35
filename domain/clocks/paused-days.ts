import { type Calendar, closeOf, openingOf, periodsOf } from '../calendar/calendar.ts';
import { type DayNumber, dayOf, type Instant, instantOf, MINUTE } from '../calendar/civil.ts';
import type { Pause } from './facts.ts';

/** Whole days on which a clock does not count, half-open. */
export interface PausedDays {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

const NONE: readonly PausedDays[] = [];

/**
 * The days that pauses take out of a count, merged and in order. A day is out only when pauses cover all of its
 * office hours, so a few minutes around midnight win nothing. Days off are measured by the hours they would have.
 */
export function pausedDays(pauses: readonly Pause[], calendar: Calendar): readonly PausedDays[] {
  if (pauses.length === 0) return NONE;
  const closed = pauses.map((pause) => widened(pause, calendar));
  const days: PausedDays[] = [];
  for (const { from, to } of merged(closed)) {
    const first = from <= opening(calendar, dayOf(from)) ? dayOf(from) : dayOf(from) + 1;
    if (dayOf(to) > first) days.push({ from: first, to: dayOf(to) });
  }
  return days;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const opening = (calendar: Calendar, day: DayNumber) => instantOf(day, openingOf(calendar, day));
const closing = (calendar: Calendar, day: DayNumber) => instantOf(day, closeOf(calendar, day));

/** A pause that begins or ends while the office is closed might as well begin at the closing before and end at the opening after. */
const widened = ({ from, to }: Span, calendar: Calendar): Span => ({
  from: lastClosing(from, calendar),
  to: nextOpening(to, calendar),
});

function lastClosing(at: Instant, calendar: Calendar): Instant {
  const day = dayOf(at);
  let last = closing(calendar, day - 1);
  for (const period of periodsOf(calendar, day)) {
    const opens = instantOf(day, period.from * MINUTE);
    const closes = instantOf(day, period.to * MINUTE);
    if (at <= opens) return last;
    if (at < closes) return at;
    last = closes;
  }
  return last;
}

function nextOpening(at: Instant, calendar: Calendar): Instant {
  const day = dayOf(at);
  for (const period of periodsOf(calendar, day)) {
    const opens = instantOf(day, period.from * MINUTE);
    const closes = instantOf(day, period.to * MINUTE);
    if (at <= opens) return opens;
    if (at < closes) return at;
  }
  return opening(calendar, day + 1);
}

function merged(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && span.from <= last.to)
      all[all.length - 1] = { ...last, to: Math.max(last.to, span.to) };
    else all.push(span);
  }
  return all;
}
