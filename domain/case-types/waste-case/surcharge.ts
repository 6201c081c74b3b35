import { dayOf, type Instant } from '../../calendar/civil.ts';
import type { WasteFacts } from './facts.ts';

export interface SurchargeRates {
  /** Percent of what is unpaid, for each day. */
  readonly perDay: number;
  /** The most, in percent of the fine. */
  readonly cap: number;
}

/**
 * The surcharge on a fine that is overdue (Penalty Law art. 72, 73), in fen: so many percent of what is unpaid for each day
 * after the last day of payment, never more than the fine itself; days on which it is under review or in court do not
 * count. A part that was paid stops counting on the day after. Integers only, and what is less than a fen is dropped.
 */
export function surcharge(
  {
    fine,
    payments = [],
    overdueFrom,
    disputes,
  }: Pick<WasteFacts, 'fine' | 'payments' | 'overdueFrom' | 'disputes'>,
  at: Instant,
  { perDay, cap }: SurchargeRates,
): number {
  if (overdueFrom === undefined) return 0;
  const most = Math.floor((fine * cap) / 100);
  const last = dayOf(at);
  let grown = 0;
  for (let day = dayOf(overdueFrom) + 1; day <= last && grown < most * 100; day += 1) {
    const disputed = disputes.some(
      ({ from, to }) => day >= dayOf(from) && (to === undefined || day < dayOf(to)),
    );
    if (!disputed) grown += perDay * (fine - paidBefore(payments, day));
  }
  return Math.min(most, Math.floor(grown / 100));
}

const paidBefore = (payments: NonNullable<WasteFacts['payments']>, day: number): number =>
  payments.reduce((sum, one) => (dayOf(one.at) < day ? sum + one.amount : sum), 0);
