import { type Counting, counting } from '../clocks/counting.ts';
import {
  calendarDays,
  hours,
  type Limit,
  minutes,
  months,
  officeHours,
  workingDays,
} from '../clocks/limit.ts';
import type { DeadlineRule, ExtensionRule } from './policy.ts';

/** How a limit counts unless its row says otherwise, and the ladder that its kind climbs. */
type Count = Pick<DeadlineRule, 'counting' | 'ladder'>;
type More = Omit<Partial<Counting>, 'limit'>;

const count =
  <L extends Limit>(of: (value: number) => L, ladder: string) =>
  (value: number, more: More = {}): Count => ({ counting: counting(of(value), more), ladder });

/** n working days. */
export const wd = count(workingDays, 'standard');
/** n calendar days, rolled forward over days off. */
export const cd = count(calendarDays, 'standard');
/** n months, rolled forward over days off. */
export const mo = count(months, 'standard');
/** n hours of open offices. */
export const oh = count(officeHours, 'brief');
/** n hours round the clock. */
export const hr = count(hours, 'urgent');
/** n minutes round the clock. */
export const min = count(minutes, 'urgent');

/** Nobody in the house is late when it lapses. */
export const window = ({ counting: as }: Count): Count => ({ counting: as, ladder: 'window' });

/** Minutes count: who stays silent is followed within the hour, whoever owes the next step. */
export const alarm = ({ counting: as }: Count): Count => ({ counting: as, ladder: 'alarm' });

/** Missed at its end: red, and whatever follows is another duty's. */
export const missed = ({ counting: as }: Count): Count => ({ counting: as, ladder: 'missed' });

/** What a supervisor leaves unanswered climbs to those above. */
export const answered = ({ counting: as }: Count, ladder: string = 'escalation'): Count => ({
  counting: as,
  ladder,
});

/** The notice lies that many clear working days before the event. */
export const clearDaysBefore = (value: number): Count => window(wd(value, { before: true }));

/** Once, by so much at the most. */
export const once = (max: number, by: string): ExtensionRule => ({ steps: [{ max, by }] });
