import type { z } from 'zod';
import type { CaseState } from '../domain/case-state.ts';
import type { AnyCommandSpec, CaseType } from '../domain/define-case-type.ts';
import { quotable, type Refusal, refuse } from '../domain/rejection.ts';
import { unitFields } from '../domain/sealing.ts';
import type { Transaction } from './database.ts';
import { activeUnit, holdersOf } from './organisation.ts';

/** Units that an input names must exist, be active and be of the kind the field asks for. */
export async function unknownUnit(
  tx: Transaction,
  schema: z.ZodType,
  input: object,
): Promise<Refusal | undefined> {
  const values = input as Readonly<Record<string, unknown>>;
  for (const [field, kind] of Object.entries(unitFields(schema))) {
    const code = values[field];
    if (typeof code !== 'string') continue;
    // What is no identifier is no code, and PostgreSQL would not even take NUL.
    const found = quotable(code) === code ? await activeUnit(tx, code) : undefined;
    const fits = found && (kind === 'town' ? found.kind === 'town' : found.kind !== 'centre');
    if (!fits)
      return refuse('UNKNOWN_UNIT', { field: `input.${field}`, details: { unit: quotable(code) } });
  }
  return undefined;
}

/** A case is not given to a unit where nobody could take notice of it. */
export async function nobodyThere(
  tx: Transaction,
  type: CaseType,
  spec: AnyCommandSpec,
  before: CaseState,
  after: CaseState,
): Promise<Refusal | undefined> {
  const held = type.holders(before.facts as never).map(({ unit }) => unit);
  const roles = (spec.notify ?? []).filter((role) => type.roles[role]?.at === 'unit');
  for (const { unit } of type.holders(after.facts as never)) {
    if (held.includes(unit) || roles.length === 0) continue;
    const persons = await Promise.all(roles.map((role) => holdersOf(tx, role, unit)));
    if (persons.some((found) => found.length > 0)) continue;
    const name = (await activeUnit(tx, unit))?.name ?? unit;
    return refuse('NO_TARGET', {
      details: { unit: name, role: roles.map((role) => type.roles[role]?.label ?? role) },
    });
  }
  return undefined;
}
