import type { Actor, CaseType } from '../../../domain/define-case-type.ts';
import { officeOf, type Part, type Place } from '../../../domain/definition/parts.ts';
import { SYSTEM } from '../../../domain/step-events.ts';
import { person } from '../../support/given.ts';

export const UNITS = ['unit-a', 'unit-b', 'unit-c', 'unit-d'] as const;

/** Bureaus that hold a case by what it is about, wherever that is. */
const BUREAUS = ['housing', 'greening'] as const;

const placesOf = ({ at, part }: { at: Place; part?: Part }): readonly string[] => {
  const office = officeOf(at);
  if (office !== undefined) return [office];
  return part === 'bureau' ? [...UNITS, ...BUREAUS] : UNITS;
};

/** Two persons in each role at each place, one in every unit who is everything, a stranger, and the system. */
export function peopleOf(type: CaseType): readonly Actor[] {
  const ofRole = Object.entries(type.roles).flatMap(([role, spec]) =>
    placesOf(spec).flatMap((unit) =>
      [1, 2].map((number) => person(`${role}-${unit}-${number}`, unit, role)),
    ),
  );
  const everything = UNITS.map((unit) => person(`all-${unit}`, unit, ...Object.keys(type.roles)));
  return [...ofRole, ...everything, person('stranger', 'unit-e'), SYSTEM];
}
