import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEVEL_REACHED, type StepData } from '../../../domain/case-state.ts';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { currentCaseType } from '../../../domain/registry.ts';
import { longRuns } from '../../support/soak.ts';
import { walk } from '../laws/walk.ts';
import { type Automaton, problemsOf } from './automaton.ts';

const STEPS = 60;

const WALKS = 2_000;

const OVERSIGHT = ['urge', 'issueOrder', 'replyOrder', 'acceptReply', 'rejectReply'];

/** Holds random cases of a type against its automaton. A file for each type, so that they run beside one another. */
export function heldAgainst(automaton: Automaton): void {
  const type = currentCaseType(automaton.type);
  if (!type) throw new Error(`no case type ${automaton.type}`);
  describe(`the automaton of ${automaton.type}`, () => {
    knowsItsType(automaton, type);
    allowsWhatHappens(automaton, type);
  });
}

function knowsItsType(automaton: Automaton, type: CaseType): void {
  test('knows every state and every command of the definition, and no other', () => {
    expect(Object.keys(automaton.moves).toSorted()).toEqual(Object.keys(type.states).toSorted());
    const named = Object.values(automaton.moves).flatMap((moves) => Object.keys(moves));
    expect([...new Set([...named, ...OVERSIGHT])].toSorted()).toEqual(
      Object.keys(type.commands).toSorted(),
    );
    const targets = Object.values(automaton.moves).flatMap((moves) => Object.values(moves).flat());
    expect(targets.filter((state) => type.states[state] === undefined)).toEqual([]);
  });
}

function allowsWhatHappens(automaton: Automaton, type: CaseType): void {
  test('allows every step of random cases, and finds those that closed in good order', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        expect(problemsOf(automaton, type, walk(type, g, STEPS))).toEqual([]);
      }),
      longRuns(WALKS, 3),
    );
  }, 1_200_000);

  test('would miss any of its moves that a case makes', () => {
    const [g] = fc.sample(fc.gen(), { numRuns: 1, seed: 7 });
    if (!g) throw new Error('no walk');
    const walked = walk(type, g, STEPS);
    const step = walked.ticket.events.find(
      ({ type: event, data }) => event !== LEVEL_REACHED && (data as StepData).to !== undefined,
    );
    const blind = { ...automaton, moves: {} };
    expect(step).toBeDefined();
    expect(problemsOf(blind, type, walked)).not.toEqual([]);
  });
}
