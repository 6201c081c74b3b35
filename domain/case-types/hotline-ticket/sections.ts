import type { z } from 'zod';
import type { Guard } from '../../define-case-type.ts';
import { refuse } from '../../rejection.ts';
import type { TicketFacts } from './facts.ts';
import type { sectionTask } from './inputs.ts';

type SectionGuard = Guard<TicketFacts, z.output<typeof sectionTask>>;

/** The section has replied or been let off. */
export const done = (facts: TicketFacts, section: string): TicketFacts => ({
  ...facts,
  sections: facts.sections.filter((other) => other !== section),
});

export const hasItAlready: SectionGuard = ({ facts, input }) =>
  input && facts.sections.includes(input.section)
    ? refuse('SECTION_HAS_IT', { field: 'input.section' })
    : undefined;

export const nobodyHasIt: Guard<TicketFacts> = ({ facts }) =>
  facts.sections.length === 0 ? refuse('NO_SECTION_HAS_IT') : undefined;

export const hasItNot: SectionGuard = ({ facts, input }) =>
  input && !facts.sections.includes(input.section)
    ? refuse('SECTION_HAS_IT_NOT', { field: 'input.section' })
    : undefined;

/** The unit's result waits for its sections, or for their being let off by name. */
export const sectionOpen: Guard<TicketFacts> = ({ facts }) =>
  facts.sections.length > 0
    ? refuse('SECTION_OPEN', { details: { count: facts.sections.length } })
    : undefined;
