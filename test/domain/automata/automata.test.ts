import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LEVEL_REACHED, type StepData } from '../../../domain/case-state.ts';
import { currentCaseType } from '../../../domain/registry.ts';
import { longRuns } from '../../support/soak.ts';
import { walk } from '../laws/walk.ts';
import { type Automaton, problemsOf } from './automaton.ts';
import { hazard } from './hazard.ts';
import { hotlineTicket } from './hotline-ticket.ts';
import { petition } from './petition.ts';
import { spotCheck } from './spot-check.ts';
import { supervisionMatter } from './supervision-matter.ts';
import { wasteCase } from './waste-case.ts';
import { wasteLead } from './waste-lead.ts';

const AUTOMATA: readonly Automaton[] = [
  hotlineTicket,
  petition,
  wasteLead,
  wasteCase,
  supervisionMatter,
  hazard,
  spotCheck,
];

const STEPS = 60;

/** With `SOAK=1` twenty times as many: two thousand walks. */
const WALKS = 60;

const OVERSIGHT = ['urge', 'issueOrder', 'replyOrder', 'acceptReply', 'rejectReply'];

describe.each(AUTOMATA)('the automaton of $type', (automaton) => {
  const type = currentCaseType(automaton.type);
  if (!type) throw new Error(`no case type ${automaton.type}`);

  test('knows every state and every command of the definition, and no other', () => {
    expect(Object.keys(automaton.moves).toSorted()).toEqual(Object.keys(type.states).toSorted());
    const named = Object.values(automaton.moves).flatMap((moves) => Object.keys(moves));
    expect([...new Set([...named, ...OVERSIGHT])].toSorted()).toEqual(
      Object.keys(type.commands).toSorted(),
    );
    const targets = Object.values(automaton.moves).flatMap((moves) => Object.values(moves).flat());
    expect(targets.filter((state) => type.states[state] === undefined)).toEqual([]);
  });

  test('allows every step of random cases, and finds those that closed in good order', () => {
    fc.assert(
      fc.property(fc.gen(), (g) => {
        expect(problemsOf(automaton, type, walk(type, g, STEPS))).toEqual([]);
      }),
      longRuns(WALKS),
    );
  });

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
});
