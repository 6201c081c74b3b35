import type { CaseState } from '../../domain/case-state.ts';
import { isRunning } from '../../domain/clocks/clock.ts';
import type { Actor, Rules } from '../../domain/define-case-type.ts';
import { officeOf, type Place } from '../../domain/definition/parts.ts';
import { fold } from '../../domain/evolve.ts';
import { rulesOf } from '../../domain/registry.ts';
import { wakeAt } from '../../domain/timekeeping.ts';
import { availableCommands } from '../../domain/views.ts';
import type { Finding } from './finding.ts';
import type { StoredCase } from './stored.ts';

/** No open case is forgotten: a duty runs, and either an instant is ahead of it or it is somebody's turn. */
export function lifeFindings(stored: StoredCase, now: number): readonly Finding[] {
  const { id: caseId, toldVersion } = stored;
  const found: Finding[] = [];
  const note = (detail: string) => found.push({ caseId, rule: 'life', detail });
  const state = fold(stored.events.map(({ event }) => event));
  const rules = rulesOf(state.rules);
  if (toldVersion === null) {
    found.push({
      caseId,
      rule: 'telling',
      detail: 'has no row, so its workflow would never be told',
    });
  }
  if (rules.type.states[state.stage]?.ended) return found;
  if (!state.clocks.some(isRunning)) note('is open and no clock runs');
  if (wakeAt(rules.type, state) === undefined && !isSomebodysTurn(rules, state, now))
    note('is open, nothing will wake it and nobody can do anything');
  return found;
}

function isSomebodysTurn(rules: Rules, state: CaseState, now: number): boolean {
  const units = rules.type.holders(state.facts).map(({ unit }) => unit);
  return Object.entries(rules.type.roles)
    .flatMap(([role, { at }]) => placesOf(at, units).map(inRole(role)))
    .some((actor) => availableCommands(rules, state, actor, now).some(({ allowed }) => allowed));
}

function placesOf(at: Place, units: readonly string[]): readonly string[] {
  const office = officeOf(at);
  return office === undefined ? units : [office];
}

const inRole =
  (role: string) =>
  (unit: string): Actor => ({ id: 'anybody', kind: 'person', unit, roles: [role] });
