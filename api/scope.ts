import type { CaseState } from '../domain/case-state.ts';
import type { Actor, CaseType } from '../domain/define-case-type.ts';
import { officeOf } from '../domain/definition/parts.ts';
import { CASE_TYPES } from '../domain/registry.ts';
import { isHeldBy } from '../engine/as-of/figures.ts';

/** An SQL condition and its parameters. */
interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What a person may see, as an SQL condition on `case_row r`. `place` is the number of the first free parameter. */
type Scope = (actor: Pick<Actor, 'unit'>, place: number) => Condition;

/**
 * The scope of persons where there are these types: the centre and an office see every case of the types that have a role
 * there, a unit sees the cases it holds.
 */
export function scopeAmong(types: readonly CaseType[]): Scope {
  const ids = new Set(types.map(({ id }) => id));
  const offices = officesOf(types);
  return ({ unit }, place) => {
    const seen = offices.get(unit) ?? new Set();
    if (seen.size === ids.size) return { sql: 'TRUE', values: [] };
    if (seen.size === 0) return { sql: heldBy(place), values: [unit] };
    return {
      sql: `(r.type_id = ANY($${place}::text[]) OR ${heldBy(place + 1)})`,
      values: [[...seen], unit],
    };
  };
}

/** The same scope, asked of a case's state: for what was known earlier. */
export const seesState = ({ unit }: Pick<Actor, 'unit'>, state: CaseState): boolean =>
  (OFFICES.get(unit)?.has(state.rules.type.id) ?? false) || isHeldBy(state, unit);

const heldBy = (place: number): string =>
  `EXISTS (SELECT FROM case_unit u WHERE u.case_id = r.id AND u.unit = $${place} AND u."to" IS NULL)`;

/** The types that have a role at each office, the centre among them. */
function officesOf(types: readonly CaseType[]): ReadonlyMap<string, ReadonlySet<string>> {
  const known = new Map<string, Set<string>>();
  for (const type of types) {
    for (const { at } of Object.values(type.roles)) {
      const office = officeOf(at);
      if (office === undefined) continue;
      known.set(office, (known.get(office) ?? new Set()).add(type.id));
    }
  }
  return known;
}

const OFFICES = officesOf(CASE_TYPES);

/** The one scope that every list, count and look-up uses. */
export const scope = scopeAmong(CASE_TYPES);
