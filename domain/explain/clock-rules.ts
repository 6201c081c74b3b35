import { type CaseType, listOf, type Rules } from '../define-case-type.ts';
import { type RegisterRow, registerOf } from '../policy/register.ts';
import { arrowsOf } from './arrows.ts';
import type { SampleCase } from './sample-cases.ts';

/**
 * The rows of the register that a clock's limit can be, in the register's order. Throws when the policy lacks one: that is
 * a mistake of the definition.
 */
export function clockRules({ type, policy }: Rules, clock: string): readonly RegisterRow[] {
  const limit = type.clocks[clock]?.limit ?? [];
  const keys = new Set(typeof limit === 'function' ? limit.keys : [limit].flat());
  const rows = registerOf(policy).filter(({ key }) => keys.has(key));
  if (keys.size === 0 || rows.length < keys.size) {
    throw new Error(`${type.id} v${type.version}: no limit of clock ${clock} in ${policy.version}`);
  }
  return rows;
}

/** What a command or the opening does to clocks, by their keys. */
export interface ClockEffects {
  readonly starts: readonly string[];
  readonly ends: readonly string[];
  /** It leads to an ended state: every other clock that runs ends with it. */
  readonly endsOthers: boolean;
  readonly pauses: readonly string[];
  readonly resumes: readonly string[];
  readonly extends: readonly string[];
}

/** What an event does to clocks; `command` is missing for the opening. */
export function clockEffects(type: CaseType, event: string, command?: string): ClockEffects {
  const ways = arrowsOf(type).filter((arrow) => arrow.command === command);
  const among = (test: (clock: CaseType['clocks'][string]) => boolean): readonly string[] =>
    Object.entries(type.clocks).flatMap(([key, clock]) => (test(clock) ? [key] : []));
  const still = ({ pausedIn }: CaseType['clocks'][string], state: string): boolean =>
    pausedIn?.states.includes(state) === true;
  return {
    starts: among(({ starts }) => listOf(starts).includes(event)),
    ends: among(({ ends }) => listOf(ends).includes(event)),
    endsOthers: ways.some(({ to }) => type.states[to]?.ended === true),
    pauses: among((clock) => ways.some(({ from, to }) => !still(clock, from) && still(clock, to))),
    resumes: among((clock) => ways.some(({ from, to }) => still(clock, from) && !still(clock, to))),
    extends: among(({ extendedBy }) => extendedBy?.event === event),
  };
}

/** Commands after which other units hold the case than before, as samples show it. */
export function handsOver({ type }: Rules, samples: readonly SampleCase[]): readonly string[] {
  const held = (facts: object): string => JSON.stringify(type.holders(facts));
  const moving = new Set(
    samples.flatMap(({ state, step }) =>
      step && held(step.before.facts) !== held(state.facts) ? [step.command] : [],
    ),
  );
  return Object.keys(type.commands).filter((command) => moving.has(command));
}
