import { SYSTEM } from '../../../domain/decider.ts';
import { type Actor, type CaseType, CENTRE } from '../../../domain/define-case-type.ts';
import { person } from '../../support/given.ts';

export const UNITS = ['unit-a', 'unit-b'] as const;

/** Two persons in each role at each place, one in every unit who is everything, a stranger, and the system. */
export function peopleOf(type: CaseType): readonly Actor[] {
  const ofRole = Object.entries(type.roles).flatMap(([role, { at }]) =>
    (at === 'centre' ? [CENTRE] : UNITS).flatMap((unit) =>
      [1, 2].map((number) => person(`${role}-${unit}-${number}`, unit, role)),
    ),
  );
  const everything = UNITS.map((unit) => person(`all-${unit}`, unit, ...Object.keys(type.roles)));
  return [...ofRole, ...everything, person('stranger', 'unit-c'), SYSTEM];
}
