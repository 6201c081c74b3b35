import type { z } from 'zod';
import type { CaseState } from '../domain/case-state.ts';
import type { Actor, AnyCommandSpec, CaseType, Rules } from '../domain/define-case-type.ts';
import { type Part, partOf } from '../domain/definition/parts.ts';
import { happened } from '../domain/evolve.ts';
import { quotable, type Refusal, refuse } from '../domain/rejection.ts';
import { colleagueFields, sealedFields, type UnitField, unitFields } from '../domain/sealing.ts';
import { openingEvent } from '../domain/step-events.ts';
import type { Opening } from './create-case.ts';
import type { Transaction } from './database.ts';
import { activeUnit, holdersOf, type KnownUnit } from './organisation.ts';

/** Units that an input names must exist, be active and be of the kind the field asks for. */
export async function unknownUnit(
  tx: Transaction,
  schema: z.ZodType,
  input: object,
  actor: Actor,
): Promise<Refusal | undefined> {
  const values = input as Readonly<Record<string, unknown>>;
  for (const [field, kind] of Object.entries(unitFields(schema))) {
    const code = values[field];
    if (typeof code !== 'string') continue;
    // What is no identifier is no code, and PostgreSQL would not even take NUL.
    const found = quotable(code) === code ? await activeUnit(tx, code) : undefined;
    if (!found || !fits(found, kind, actor))
      return refuse('UNKNOWN_UNIT', { field: `input.${field}`, details: { unit: quotable(code) } });
  }
  return undefined;
}

/** Cases go to towns and bureaus; a section is one of the actor's own unit. */
function fits({ kind, parent }: KnownUnit, asked: UnitField, actor: Actor): boolean {
  switch (asked) {
    case 'unit':
      return kind === 'town' || kind === 'bureau';
    case 'town':
      return kind === 'town';
    case 'section':
      return kind === 'section' && parent === actor.unit;
  }
}

/** People that an input names hold the role asked for at the actor's unit. */
export async function unknownColleague(
  tx: Transaction,
  type: CaseType,
  schema: z.ZodType,
  input: object,
  actor: Actor,
): Promise<Refusal | undefined> {
  const values = input as Readonly<Record<string, unknown>>;
  for (const [field, role] of Object.entries(colleagueFields(schema))) {
    const value = values[field];
    if (value === undefined) continue;
    const holders = await holdersOf(tx, role, actor.unit);
    if (typeof value === 'string' && holders.includes(value)) continue;
    const unit = (await activeUnit(tx, actor.unit))?.name ?? actor.unit;
    const label = type.roles[role]?.label ?? role;
    return refuse('UNKNOWN_PERSON', { field: `input.${field}`, details: { unit, role: label } });
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
  const told = (spec.notify ?? []).filter((role) => type.roles[role]?.at === 'unit');
  if (told.length === 0) return undefined;
  for (const { unit, part } of type.holders(after.facts as never)) {
    if (held.includes(unit)) continue;
    const refusal = await emptyUnit(tx, type, unit, [
      ...new Set([...told, ...rolesOf(type, part)]),
    ]);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Roles of a unit that holds a case in a part. */
const rolesOf = (type: CaseType, part: Part): readonly string[] =>
  Object.keys(type.roles).filter((name) => {
    const spec = type.roles[name];
    return spec?.at === 'unit' && partOf({}, spec) === part;
  });

/** Nor is it opened for one: some role of each unit's part must be held there, but at the actor's own. */
export async function nobodyAtOpening(
  tx: Transaction,
  rules: Rules,
  { actor, role, input, receivedAt }: Omit<Opening, 'caseId' | 'commandId'>,
  now: number,
): Promise<Refusal | undefined> {
  const { type } = rules;
  const asStored = withReferences(type.opens.input, input);
  const event = openingEvent(rules, '', { actor, role }, asStored, { now, receivedAt });
  const facts = type.opens.begin(happened(event));
  for (const { unit, part } of type.holders(facts as never)) {
    if (unit === actor.unit) continue;
    const refusal = await emptyUnit(tx, type, unit, rolesOf(type, part));
    if (refusal) return refusal;
  }
  return undefined;
}

/** Sealed fields as an event holds them; what they say is nothing that a holder depends on. */
function withReferences(schema: z.ZodType, input: object): object {
  const sealed = sealedFields(schema);
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      sealed[name] ? { sealed: '', digest: '' } : (value as unknown),
    ]),
  );
}

async function emptyUnit(
  tx: Transaction,
  type: CaseType,
  unit: string,
  roles: readonly string[],
): Promise<Refusal | undefined> {
  const persons = await Promise.all(roles.map((role) => holdersOf(tx, role, unit)));
  if (persons.some((found) => found.length > 0)) return undefined;
  const name = (await activeUnit(tx, unit))?.name ?? unit;
  return refuse('NO_TARGET', {
    details: { unit: name, role: roles.map((role) => type.roles[role]?.label ?? role) },
  });
}
