import {
  dayOf,
  firstOfMonth,
  type Instant,
  instantOf,
  monthOf,
  yearOf,
} from '../calendar/civil.ts';
import type { ProposalGround, ProposalKind } from './decisions.ts';

/** Something in the record of a unit: a level of a clock that was its duty, or an order that it got. */
export interface Incident {
  readonly kind: 'L4' | 'L5' | 'ORDER';
  /** The level's own key, or the order's number. */
  readonly key: string;
  /** The office whose supervisors watch over the case. */
  readonly office: string;
  readonly unit: string;
  readonly caseId: string;
  readonly at: Instant;
}

/**
 * What a rule over a unit's record proposes to the supervisors of an office, who decide: levels L5 and L6 of the ladder are
 * no timers. What is proposed never changes a case.
 */
export interface Proposal {
  /** Names it for good: `2026Q4:ops-centre:xiayang:L4_TWICE`, or by the level for a single case. */
  readonly key: string;
  readonly kind: ProposalKind;
  readonly ground: ProposalGround;
  readonly quarter: string;
  readonly office: string;
  readonly unit: string;
  /** What it rests on, in the order of time. */
  readonly incidents: readonly Incident[];
  /** The instant at which it arose. */
  readonly at: Instant;
}

/** When a proposal was accepted, by its key. */
export type Accepted = ReadonlyMap<string, Instant>;

/** `2026Q4`. */
export const quarterOf = (at: Instant): string => {
  const day = dayOf(at);
  return `${yearOf(day)}Q${Math.ceil(monthOf(day) / 3)}`;
};

/** The first instant of the quarter before the one of an instant: how far back the record is read. */
export function startOfLastQuarter(at: Instant): Instant {
  const day = dayOf(at);
  const month = Math.ceil(monthOf(day) / 3) * 3 - 5;
  const [year, first] = month < 1 ? [yearOf(day) - 1, month + 12] : [yearOf(day), month];
  return instantOf(firstOfMonth(year, first), 0);
}

/**
 * What the record of this quarter and the last one proposes, the newest first: two times L4, or two orders, in a quarter,
 * or one L5, propose to list or to interview the unit; what happens again after such a proposal was accepted, to call it
 * to account.
 */
export function proposalsOf(
  incidents: readonly Incident[],
  accepted: Accepted,
): readonly Proposal[] {
  const records = recordsOf(incidents);
  const listings = [...records].flatMap(([name, record]) => listingsOf(name, record));
  const repeated = [...records].flatMap(([name, record]) =>
    repeatedIn(name, record, listings, accepted),
  );
  return [...listings, ...repeated].toSorted((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1));
}

/** The record of each unit in each quarter, before each office, in the order of time. */
function recordsOf(incidents: readonly Incident[]): ReadonlyMap<string, readonly Incident[]> {
  const records = new Map<string, Incident[]>();
  for (const one of incidents.toSorted((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1))) {
    const name = [quarterOf(one.at), one.office, one.unit].join(':');
    const record = records.get(name);
    if (record) record.push(one);
    else records.set(name, [one]);
  }
  return records;
}

function listingsOf(name: string, record: readonly Incident[]): readonly Proposal[] {
  const fourths = oneADay(record.filter(({ kind }) => kind === 'L4'));
  const orders = record.filter(({ kind }) => kind === 'ORDER');
  return [
    ...twice(`${name}:L4_TWICE`, 'L4_TWICE', fourths),
    ...twice(`${name}:ORDERS_TWICE`, 'ORDERS_TWICE', orders),
    ...record
      .filter(({ kind }) => kind === 'L5')
      .map((one) => proposal(`L5:${one.key}`, 'L5', [one], one)),
  ];
}

/** One lateness may bring several clocks of a case to the same level on a day: it counts once. */
const oneADay = (levels: readonly Incident[]): readonly Incident[] =>
  levels.filter(
    (one, i) =>
      levels.findIndex(
        (other) => other.caseId === one.caseId && dayOf(other.at) === dayOf(one.at),
      ) === i,
  );

/** Arises with the second. */
function twice(key: string, ground: ProposalGround, record: readonly Incident[]) {
  const second = record[1];
  return second ? [proposal(key, ground, record, second)] : [];
}

/** What happened after the first measure that was taken against the unit. */
function repeatedIn(
  name: string,
  record: readonly Incident[],
  listings: readonly Proposal[],
  accepted: Accepted,
): readonly Proposal[] {
  const [head] = record;
  const measures = listings.flatMap(({ key, office, unit }) => {
    const at = accepted.get(key);
    return at !== undefined && office === head?.office && unit === head.unit ? [at] : [];
  });
  if (measures.length === 0) return [];
  const again = record.filter(({ at }) => at > Math.min(...measures));
  const first = again[0];
  return first ? [proposal(`${name}:REPEATED`, 'REPEATED', again, first)] : [];
}

const proposal = (
  key: string,
  ground: ProposalGround,
  incidents: readonly Incident[],
  { at, office, unit }: Incident,
): Proposal => ({
  key,
  kind: ground === 'REPEATED' ? 'ACCOUNTABILITY' : 'LISTING',
  ground,
  quarter: quarterOf(at),
  office,
  unit,
  incidents,
  at,
});
