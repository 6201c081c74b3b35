import { type Calendar, closeOf } from '../calendar/calendar.ts';
import { dayOf, type Instant, instantOf } from '../calendar/civil.ts';
import { workingDayBefore, workingDayOnOrBefore } from '../calendar/working-days.ts';
import { type Counting, type Due, END_OF_DAY } from './counting.ts';

/**
 * The last day on which a notice may be given for an event to come. "Seven days before" is read carefully: seven
 * clear working days lie between the two, so for a hearing on 24 October 2025 the parties know by 14 October.
 */
export function noticeBy({ limit }: Counting, event: Instant, calendar: Calendar): Due {
  const firstClear = workingDayBefore(calendar, dayOf(event), limit.value);
  const nominal = firstClear - 1;
  const day = workingDayOnOrBefore(calendar, nominal);
  return {
    nominal,
    statutory: instantOf(day, END_OF_DAY),
    internal: instantOf(day, closeOf(calendar, day)),
    provisional: dayOf(event) > calendar.to || day < calendar.from,
  };
}
