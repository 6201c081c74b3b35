import type { CaseState } from '../domain/case-state.ts';
import type { ClockState } from '../domain/clocks/clock.ts';
import { CENTRE } from '../domain/definition/parts.ts';
import type { Audience } from '../domain/clocks/ladder.ts';
import type { CaseType, Rules } from '../domain/define-case-type.ts';
import { levelSpecOf, type LevelStep } from '../domain/timekeeping.ts';
import type { Transaction } from './database.ts';
import { holdersOf, personsInRole, unitOfRole } from './organisation.ts';

/** Role of whoever is on duty at the centre round the clock: told when nobody else can be. */
const DUTY_OFFICER = 'dutyOfficer';

/**
 * Whom a level is told to, from the organisation as of this moment. Nobody in a role falls back
 * to the head of the unit, to the supervisor and then to the duty officer, so that a level is lost on nobody but an empty house.
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
  return holdersOf(tx, DUTY_OFFICER, CENTRE);
}

function fallbackChain(
  type: CaseType,
  state: CaseState,
  { clock, subject }: ClockState,
  audience: Audience,
): readonly string[] {
  const { lead, supervisor, leadership } = type.escalatesTo;
  const duty = type.clocks[clock]?.duty ?? supervisor;
  const atOffice =
    type.roles[duty]?.at !== 'unit' || unitOfRole(type, state, duty, subject) === undefined;
  const leadOf = atOffice ? supervisor : lead;
  switch (audience) {
    case 'responsible':
      return [duty, leadOf, supervisor];
    case 'lead':
      return [leadOf, supervisor];
    case 'supervisor':
      return [supervisor];
    case 'leadership':
      return [leadership, supervisor];
  }
}
