import type { z } from 'zod';
import { passOn, type TellsLinked } from '../../definition/links.ts';
import type { PetitionFacts } from './facts.ts';
import type { illegalBuilding, wasteLead } from './inputs.ts';

/** The case that this one came of takes notice. */
export const TO_SOURCE: readonly TellsLinked[] = [
  { link: 'conversion', end: 'from', command: 'noteLinked' },
];

/** A small request for service, with the petitioner's consent (domain matrix: petition to ticket). */
export const ticketOpening = (facts: PetitionFacts): object => ({
  ...(facts.petitioner !== undefined && { caller: passOn(facts.petitioner) }),
  text: passOn(facts.text),
  address: passOn(facts.address),
  ...(facts.town && { town: facts.town }),
  matter: 'ASSIST_COMPLAINT',
});

/** A request to look into a violation (article 31, 5): the petitioner is the lead's informant. */
export const wasteOpening = (facts: PetitionFacts, input: z.output<typeof wasteLead>): object => ({
  source: 'PETITION',
  text: passOn(facts.text),
  address: passOn(facts.address),
  ...(facts.town && { town: facts.town }),
  actKind: input.actKind,
  ...(input.plate !== undefined && { plate: input.plate }),
  ...(facts.petitioner !== undefined && { informant: passOn(facts.petitioner) }),
  ...(input.suggestedClause !== undefined && { suggestedClause: input.suggestedClause }),
  occurredAt: facts.receivedAt,
});

/** The same of what was built without a permit: the petitioner is told within a month, and answered with what came of it. */
export const buildingOpening = (
  facts: PetitionFacts,
  { kind, build, town }: z.output<typeof illegalBuilding>,
): object => ({
  source: 'PETITION',
  kind,
  build,
  text: passOn(facts.text),
  address: passOn(facts.address),
  town,
  ...(facts.petitioner !== undefined && { reporter: passOn(facts.petitioner) }),
  reportedAt: facts.receivedAt,
});
