import { expect, test } from '@jest/globals';
import { CORE } from '../../../cli/simulate/core.ts';
import { live } from '../../../cli/simulate/life.ts';
import { at } from '../../support/moments.ts';
import { strayMoves, wrongAtClose } from '../../domain/automata/automaton.ts';
import { hazard } from '../../domain/automata/hazard.ts';
import { hotlineTicket } from '../../domain/automata/hotline-ticket.ts';
import { illegalBuilding } from '../../domain/automata/illegal-building.ts';
import { petition } from '../../domain/automata/petition.ts';
import { spotCheck } from '../../domain/automata/spot-check.ts';
import { supervisionMatter } from '../../domain/automata/supervision-matter.ts';
import { warning } from '../../domain/automata/warning.ts';
import { wasteCase } from '../../domain/automata/waste-case.ts';
import { wasteLead } from '../../domain/automata/waste-lead.ts';

const AUTOMATA = [
  hazard,
  hotlineTicket,
  petition,
  spotCheck,
  supervisionMatter,
  wasteCase,
  wasteLead,
  illegalBuilding,
  warning,
];

const year = { from: at('2026-01-01'), to: at('2027-01-01') };

/** Families, most of them of one or two cases. */
const LIVES = 400;

const lived = Array.from({ length: LIVES }, (_, n) =>
  live({ seed: 20_261_126, year, core: CORE }, n),
).flatMap(({ family }) => family.cases);

test.each(AUTOMATA)(
  'the automaton of $type allows what happens in a simulated year',
  (automaton) => {
    const cases = lived.filter(({ rules }) => rules.type.id === automaton.type);
    expect(cases.length).toBeGreaterThan(0);
    for (const { rules, state, log, seenUntil: now } of cases) {
      expect([log[0]?.caseId, strayMoves(automaton, rules.type, log)]).toEqual([
        log[0]?.caseId,
        [],
      ]);
      expect(wrongAtClose(automaton, { state, log, now })).toEqual([]);
    }
  },
);
