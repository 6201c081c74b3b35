import { DAY, dayOf, instantOf } from '../../domain/calendar/civil.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { Light } from '../../domain/clocks/clock.ts';
import { rulesOf } from '../../domain/registry.ts';
import { caseLight, worklistInstants } from '../../domain/views.ts';

/** Which cases are meant. What is left out does not matter. */
export interface Filter {
  readonly type?: string | undefined;
  readonly stages?: readonly string[] | undefined;
  /** A unit that holds it, in any part. */
  readonly unit?: string | undefined;
  readonly lights?: readonly Light[] | undefined;
  /** Epoch ms, of the date that is due first by the internal count. */
  readonly dueBefore?: number | undefined;
  readonly dueAfter?: number | undefined;
  readonly ended: boolean;
}

/** How many cases there are, by light. */
export interface Counts {
  readonly all: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly dueToday: number;
  /** With the light filter too: what the pages add up to. */
  readonly total: number;
}

export const NONE: Counts = { all: 0, red: 0, yellow: 0, green: 0, dueToday: 0, total: 0 };

/** A case of a filter as lists order and count it. */
export interface Placed {
  readonly dueAt: number | null;
  readonly light: Light;
  readonly dueToday: boolean;
  /** The filter's lights have it, too. */
  readonly shown: boolean;
}

/** Where a case stands in a list as of an instant; undefined when the filter, lights aside, does not have it. */
export function placed(state: CaseState, filter: Filter, instant: number): Placed | undefined {
  const rules = rulesOf(state.rules);
  const { type } = rules;
  const { dueAt } = worklistInstants(rules, state);
  const isMeant =
    (type.states[state.stage]?.ended === true) === filter.ended &&
    (filter.type === undefined || filter.type === type.id) &&
    (filter.stages?.includes(state.stage) ?? true) &&
    (filter.unit === undefined || isHeldBy(state, filter.unit)) &&
    (filter.dueBefore === undefined || (dueAt !== undefined && dueAt < filter.dueBefore)) &&
    (filter.dueAfter === undefined || (dueAt !== undefined && dueAt >= filter.dueAfter));
  if (!isMeant) return undefined;
  const light = caseLight(rules, state, instant);
  return {
    dueAt: dueAt ?? null,
    light,
    dueToday: dueAt !== undefined && dueAt < instantOf(dayOf(instant), DAY),
    shown: filter.lights?.includes(light) ?? true,
  };
}

export const isHeldBy = (state: CaseState, unit: string): boolean =>
  rulesOf(state.rules)
    .type.holders(state.facts as never)
    .some((held) => held.unit === unit);

/** Counts with one more case. */
export const counted = (counts: Counts, { light, dueToday, shown }: Placed): Counts => ({
  ...counts,
  all: counts.all + 1,
  [light]: counts[light] + 1,
  dueToday: counts.dueToday + (dueToday ? 1 : 0),
  total: counts.total + (shown ? 1 : 0),
});
