import { dayOf, type Instant } from '../../calendar/civil.ts';
import type { Dispute } from './facts.ts';

export interface SurchargeRates {
  /** Percent of what is unpaid, for each day. */
  readonly perDay: number;
  /** The most, in percent of it. */
  readonly cap: number;
}

/**
 * The surcharge on an unpaid fine (Penalty Law art. 72, 73), in fen: so many percent for each day after the last day of
 * payment, never more than the fine itself; days on which it is under review or in court do not count. Integers only, and
 * what is less than a fen is dropped.
 */
export function surcharge(
  unpaid: number,
  overdueFrom: Instant,
  at: Instant,
  disputes: readonly Dispute[],
  { perDay, cap }: SurchargeRates,
): number {
  const first = dayOf(overdueFrom) + 1;
  const last = dayOf(at);
  let days = 0;
  for (let day = first; day <= last; day += 1) {
    const disputed = disputes.some(
      ({ from, to }) => day >= dayOf(from) && (to === undefined || day < dayOf(to)),
    );
    if (!disputed) days += 1;
  }
  const most = Math.floor((unpaid * cap) / 100);
  return Math.min(most, Math.floor((unpaid * perDay * days) / 100));
}
