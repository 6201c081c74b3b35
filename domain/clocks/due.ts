import type { Calendar } from '../calendar/calendar.ts';
import type { Instant } from '../calendar/civil.ts';
import type { Counting, Due } from './counting.ts';
import { type ClockFacts, NO_FACTS } from './facts.ts';
import { noticeBy } from './notice-by.ts';
import { reckon } from './reckon.ts';
import { timely } from './timely.ts';

/**
 * When a clock is due that started at `start` and to which `facts` happened. Extensions lengthen the nominal count,
 * which is rolled once; what was asked for after the due date has no effect. For a rule that counts backwards,
 * `start` is the event to come, and the due date is the last day for the notice.
 */
export const dueOf = (
  counting: Counting,
  start: Instant,
  calendar: Calendar,
  facts: ClockFacts = NO_FACTS,
): Due =>
  counting.before
    ? noticeBy(counting, start, calendar)
    : reckon(counting, start, calendar, timely(counting, start, calendar, facts));
