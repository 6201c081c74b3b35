import type { CaseState } from '../domain/case-state.ts';
import type { ClockState } from '../domain/clocks/clock.ts';
import type { Audience } from '../domain/clocks/ladder.ts';
import type { CaseType, Rules } from '../domain/define-case-type.ts';
import { levelSpecOf, type LevelStep } from '../domain/timekeeping.ts';
import type { Transaction } from './database.ts';
import { personsInRole, unitOfRole } from './organisation.ts';

/**
 * Whom a level is told to, from the organisation as of this moment. Nobody in a role falls back
 * to the head of the unit and then to the supervisor, so that a level is lost on nobody but an empty house.
 */
export async function levelTargets(
  tx: Transaction,
  rules: Rules,
  state: CaseState,
  due: LevelStep,
): Promise<readonly string[]> {
  const audiences = levelSpecOf(rules, due).notify;
  const told = await Promise.all(
    audiences.map((audience) => personsFor(tx, rules.type, state, due.clock, audience)),
  );
  return [...new Set(told.flat())];
}

async function personsFor(
  tx: Transaction,
  type: CaseType,
  state: CaseState,
  clock: ClockState,
  audience: Audience,
): Promise<readonly string[]> {
  for (const role of fallbackChain(type, state, clock, audience)) {
    const persons = await personsInRole(tx, type, state, role, clock.subject);
    if (persons.length > 0) return persons;
  }
  return [];
}

function fallbackChain(
  type: CaseType,
  state: CaseState,
  { clock, subject }: ClockState,
  audience: Audience,
): readonly string[] {
  const { lead, supervisor } = type.escalatesTo;
  const duty = type.clocks[clock]?.duty ?? supervisor;
  const atCentre =
    type.roles[duty]?.at === 'centre' || unitOfRole(type, state, duty, subject) === undefined;
  const leadOf = atCentre ? supervisor : lead;
  switch (audience) {
    case 'responsible':
      return [duty, leadOf, supervisor];
    case 'lead':
      return [leadOf, supervisor];
    case 'supervisor':
      return [supervisor];
  }
}
