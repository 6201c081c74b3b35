import { isWindow } from './definition/windows.ts';
import type { CaseState } from './case-state.ts';
import type { Instant } from './calendar/civil.ts';
import { type ClockState, isCounting, type Light, lightOf, yellowAt } from './clocks/clock.ts';
import { firstRefusal, mayAttempt, rolesHeld } from './decider.ts';
import type { Actor, Rules } from './define-case-type.ts';
import { commandsFrom } from './definition/indexes.ts';
import type { Refusal } from './rejection.ts';

export interface AvailableCommand {
  readonly command: string;
  readonly label: string;
  readonly allowed: boolean;
  readonly refusal?: Refusal;
}

/**
 * What an actor may do next, and why the rest is not possible. Lists the commands of the actor's own roles
 * that the present stage knows; the API refuses exactly what this does not allow, input aside.
 */
export function availableCommands(
  rules: Rules,
  state: CaseState,
  actor: Actor,
  now: Instant,
): readonly AvailableCommand[] {
  const available: AvailableCommand[] = [];
  for (const [command, spec] of commandsFrom(rules.type, state.stage)) {
    // Most commands are other people's, and a refusal that nobody reads takes longer than this look.
    if (rolesHeld(spec, actor).length === 0) continue;
    if ('code' in mayAttempt(rules, state, spec, actor)) continue;
    const refusal = firstRefusal(rules, state, spec, actor, now);
    available.push({
      command,
      label: spec.label,
      allowed: !refusal,
      ...(refusal && { refusal }),
    });
  }
  return available;
}

/** Instants of the worklist: its light and order are computed from these, never stored. */
export interface WorklistInstants {
  /** The clock that is due first, by the internal date. */
  readonly dueClock?: string;
  readonly dueAt?: Instant;
  /** From when any running clock shows yellow or red. */
  readonly yellowAt?: Instant;
  readonly redAt?: Instant;
  readonly provisional: boolean;
}

const minOf = (instants: readonly (Instant | undefined)[]): Instant | undefined => {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
};

/** Handling clocks that count: what stands still is nobody's lateness, and so are windows of a citizen. */
export const dutyClocks = (rules: Rules, state: CaseState): readonly ClockState[] =>
  state.clocks.filter((clock) => isCounting(clock) && !isWindow(rules.type.clocks[clock.clock]));

export function worklistInstants(rules: Rules, state: CaseState): WorklistInstants {
  const running = dutyClocks(rules, state);
  const first = running.reduce<ClockState | undefined>(
    (due, clock) => (due && due.internalDue <= clock.internalDue ? due : clock),
    undefined,
  );
  const yellow = minOf(running.map(yellowAt));
  const red = minOf(running.map((clock) => clock.statutoryDue));
  return {
    ...(first && { dueClock: first.clock, dueAt: first.internalDue }),
    ...(yellow !== undefined && { yellowAt: yellow }),
    ...(red !== undefined && { redAt: red }),
    provisional: running.some((clock) => clock.provisional),
  };
}

/** The worst light of the clocks that run. */
export function caseLight(rules: Rules, state: CaseState, now: Instant): Light {
  const lights = dutyClocks(rules, state).map((clock) => lightOf(clock, now));
  if (lights.includes('red')) return 'red';
  return lights.includes('yellow') ? 'yellow' : 'green';
}
