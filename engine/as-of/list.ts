import type { Engine } from '../engine.ts';
import { type Counts, counted, type Filter, NONE, type Placed, placed } from './figures.ts';
import { casesAsOf, type KnownCase } from './states.ts';

/** A page of a list, most urgent first, and exact counts of the same filter. */
export interface Listed {
  readonly cases: readonly (KnownCase & { readonly dueAt: number | null })[];
  readonly counts: Counts;
}

/** Where a page begins: after the case that is due then and has this id. */
export interface After {
  readonly dueAt: number | null;
  readonly id: string;
}

/**
 * The list as known at an instant (epoch ms), with what was due by then as it was known. `sees` says whose cases they are.
 * Every case of that instant is looked at, and no more than one page is kept.
 * @throws NotYetKnown, NotSettled
 */
export async function listAsOf(
  engine: Engine,
  instant: number,
  filter: Filter,
  page: {
    readonly limit: number;
    readonly after?: After | undefined;
    readonly sees?: (known: KnownCase) => boolean;
  },
): Promise<Listed> {
  const { limit, after, sees = () => true } = page;
  let counts = NONE;
  let kept: (KnownCase & Placed)[] = [];
  for await (const known of casesAsOf(engine, instant)) {
    const place = sees(known) ? placed(known.state, filter, instant) : undefined;
    if (!place) continue;
    counts = counted(counts, place);
    if (limit === 0 || !place.shown) continue;
    if (after && compare({ ...place, id: known.id }, after) <= 0) continue;
    kept.push({ ...known, ...place });
    if (kept.length >= 4 * limit) kept = kept.toSorted(compare).slice(0, limit);
  }
  const cases = kept.toSorted(compare).slice(0, limit);
  return {
    cases: cases.map(({ id, number, state, dueAt }) => ({ id, number, state, dueAt })),
    counts,
  };
}

/** As the database orders them: by the date due, those without one last, and by id. */
function compare(one: After, other: After): number {
  if (one.dueAt !== other.dueAt) return (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity);
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** How many cases of a filter there were, as known at an instant (epoch ms). */
export const countAsOf = async (
  engine: Engine,
  instant: number,
  filter: Filter,
  sees?: (known: KnownCase) => boolean,
): Promise<Counts> =>
  (await listAsOf(engine, instant, filter, { limit: 0, ...(sees && { sees }) })).counts;
