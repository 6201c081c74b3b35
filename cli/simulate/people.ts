import {
  type Actor,
  type AnyCommandSpec,
  type CaseType,
  listOf,
} from '../../domain/define-case-type.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { officeOf, partOf } from '../../domain/definition/parts.ts';
import type { Random } from './random.ts';

export const UNITS = ['unit-a', 'unit-b', 'unit-c', 'unit-d'] as const;

/** Two people in each role at each place: enough for rules that want two different ones. */
const personOf = (role: string, unit: string, number: number): Actor => ({
  id: personId(role, unit, number),
  kind: 'person',
  unit,
  roles: [role],
});

export const personId = (role: string, unit: string, number: number): string =>
  `${role}-${unit}-${number}`;

const STRANGER: Actor = { id: 'stranger', kind: 'person', unit: 'unit-e', roles: [] };

/** Somebody whose place it is to give a command, now and then somebody whose place it is not; undefined for what only the system does. */
export function actorFor(
  type: CaseType,
  { facts }: CaseState,
  spec: AnyCommandSpec,
  random: Random,
): Actor | undefined {
  if (spec.by === 'system') return undefined;
  if (random.oneIn(60)) return STRANGER;
  const role = random.one(listOf(spec.by));
  const place = type.roles[role];
  if (!place) return undefined;
  if (random.oneIn(60)) return personOf(role, random.one(UNITS), 1);
  const number = random.between(1, 2);
  const office = officeOf(place.at);
  if (office !== undefined) return personOf(role, office, number);
  const part = partOf(spec, place);
  const holders = type.holders(facts as never).filter((one) => one.part === part);
  return holders.length > 0 ? personOf(role, random.one(holders).unit, number) : undefined;
}

/** Somebody who may open such a case. */
export function openerOf(type: CaseType, random: Random): Actor {
  const role = random.one(listOf(type.opens.by));
  const office = officeOf(type.roles[role]?.at ?? 'unit');
  return personOf(role, office ?? random.one(UNITS), random.between(1, 2));
}
