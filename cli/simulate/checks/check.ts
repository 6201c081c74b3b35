import type { CaseEvent, CaseState } from '../../../domain/case-state.ts';
import { evolve } from '../../../domain/evolve.ts';
import { PRIVATE } from '../inputs.ts';
import type { LivingCase } from '../living-case.ts';
import type { Tell, Violation } from '../violation.ts';
import { checkClocks } from './clocks.ts';
import { checkLevels } from './levels.ts';
import { checkStep } from './steps.ts';

/** What a check found, and the log as it is stored. */
export interface Checked {
  readonly violations: readonly Violation[];
  readonly stored: string;
}

/**
 * Holds a case against every invariant. `latest` is how late a timer may be, in ms; `closely` takes the log as it comes
 * back from the store, and reckons every date and ledger anew, which takes twice the time.
 */
export function checkCase(
  one: LivingCase,
  { latest, closely }: { readonly latest: number; readonly closely: boolean },
): Checked {
  const violations: Violation[] = [];
  const { caseId } = one.state;
  const tell: Tell = (check, detail) => violations.push({ caseId, check, detail });
  const stored = JSON.stringify(one.log);
  if (stored.includes(PRIVATE)) tell('privacy', 'a word that was typed');
  const log = closely ? (JSON.parse(stored) as readonly CaseEvent[]) : one.log;
  const state = replayed(one, log, tell);
  if (state) {
    if (JSON.stringify(state) !== JSON.stringify(one.state)) tell('fold', 'the states differ');
    checkLevels(log, latest, tell);
    checkClocks(one, state, closely, tell);
  }
  return { violations, stored };
}

/** The state to which a log folds, each step of it checked; undefined where it does not fold. */
function replayed(
  { rules: { type } }: LivingCase,
  log: readonly CaseEvent[],
  tell: Tell,
): CaseState | undefined {
  let before: CaseState | undefined;
  for (const [index, event] of log.entries()) {
    if (event.version !== index + 1) {
      tell('version', `${event.version} at place ${index + 1}`);
      return undefined;
    }
    const after = evolve(before, event);
    checkStep({ type, before, event, after }, tell);
    before = after;
  }
  return before;
}
