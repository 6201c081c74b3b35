import {
  type CaseEvent,
  LEVEL_REACHED,
  type OpeningData,
  type StepData,
} from '../../../domain/case-state.ts';
import { isRunning } from '../../../domain/clocks/clock.ts';
import type { CaseType } from '../../../domain/define-case-type.ts';
import type { Stop, Walk } from '../laws/walk.ts';

/** Facts and log of a case as its automaton's last question sees them. */
export interface ClosedCase {
  // biome-ignore lint/suspicious/noExplicitAny: each automaton knows the facts of its type
  // oxlint-disable-next-line typescript/no-explicit-any -- each automaton knows the facts of its type
  readonly facts: any;
  readonly log: readonly CaseEvent[];
}

/** A case type told once more, as a table that was written from the rules and not from the definition. */
export interface Automaton {
  /** Case type id. */
  readonly type: string;
  /** State after opening. */
  readonly start: string;
  /** state → command (also system commands that lapse) → states it may lead to; commands that stay list the state itself. */
  readonly moves: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** States that mean: closed in good order. */
  readonly closed: readonly string[];
  /** Clocks that must not run there. */
  readonly handlingClocks: readonly string[];
  /** What is wrong with a closed case, in words; [] when all is in order. Reads facts and log, not guards. */
  readonly atClose: (closed: ClosedCase) => readonly string[];
}

/** Oversight stays where the case is, in every state that has not ended. */
const OVERSIGHT = ['urge', 'issueOrder', 'replyOrder', 'acceptReply', 'rejectReply'];

/** Recorded steps that the table does not have, as `state command → state`. */
export function strayMoves(
  { start, moves }: Automaton,
  type: CaseType,
  log: readonly CaseEvent[],
): readonly string[] {
  const nameOf = (event: string) =>
    Object.keys(type.commands).find((name) => type.commands[name]?.event === event) ?? event;
  const [opening, ...steps] = log;
  let stage = start;
  const begun = (opening?.data as OpeningData | undefined)?.to;
  const stray = begun === start ? [] : [`opening → ${begun}`];
  for (const { type: event, data } of steps) {
    if (event === LEVEL_REACHED) continue;
    const command = nameOf(event);
    const to = (data as StepData).to ?? stage;
    const overseen = OVERSIGHT.includes(command) && to === stage && !type.states[stage]?.ended;
    if (!overseen && !moves[stage]?.[command]?.includes(to)) {
      stray.push(`${stage} ${command} → ${to}`);
    }
    stage = to;
  }
  return stray;
}

/** What is wrong with a case at a stop, where it says that it is closed. */
export const wrongAtClose = (
  { closed, handlingClocks, atClose }: Automaton,
  { state, log }: Stop,
): readonly string[] =>
  closed.includes(state.stage)
    ? [
        ...state.clocks
          .filter((clock) => isRunning(clock) && handlingClocks.includes(clock.clock))
          .map(({ clock }) => `${clock} still runs`),
        ...atClose({ facts: state.facts, log }),
      ]
    : [];

/** Everything that a walk did against the table. */
export const problemsOf = (
  automaton: Automaton,
  type: CaseType,
  { ticket, stops }: Walk,
): readonly string[] => [
  ...strayMoves(automaton, type, ticket.events),
  ...stops.flatMap((stop) => wrongAtClose(automaton, stop)),
];
