import { ledgerOf } from '../../domain/clocks/ledger.ts';
import { decide, decideOpening } from '../../domain/decider.ts';
import { evolve } from '../../domain/evolve.ts';
import { dueEvent, openingEvent, stepEvent } from '../../domain/step-events.ts';
import { nextDueStep, wakeAt } from '../../domain/timekeeping.ts';
import { caseLight } from '../../domain/views.ts';

/** The functions that a case lives by and is shown by. Tests put broken ones in their place. */
export const CORE = {
  decideOpening,
  decide,
  openingEvent,
  stepEvent,
  dueEvent,
  evolve,
  nextDueStep,
  wakeAt,
  caseLight,
  ledgerOf,
};

export type Core = typeof CORE;
