import type { z } from 'zod';
import type { Guard, Happened } from '../../define-case-type.ts';
import { refuse } from '../../rejection.ts';
import type { TicketFacts } from './facts.ts';
import type { assistant, coordinationResult } from './inputs.ts';

type Named = z.output<typeof assistant>;

/** The unit is asked to assist; the lead unit stays accountable. */
export const invited = (facts: TicketFacts, { input }: Happened<Named>): TicketFacts => ({
  ...facts,
  assisting: [...facts.assisting, input.unit],
});

/** The unit has answered or been let off. */
export const done = (facts: TicketFacts, unit: string): TicketFacts => ({
  ...facts,
  assisting: facts.assisting.filter((other) => other !== unit),
});

export const holdsAlready: Guard<TicketFacts, Named> = ({ facts, input }) =>
  input && (input.unit === facts.leadUnit || facts.assisting.includes(input.unit))
    ? refuse('HOLDS_ALREADY', { field: 'input.unit' })
    : undefined;

/** A unit cannot lead what it assists in. */
export const leadAssistsAlready: Guard<
  TicketFacts,
  Pick<z.output<typeof coordinationResult>, 'leadUnit'>
> = ({ facts, input }) =>
  input && facts.assisting.includes(input.leadUnit)
    ? refuse('HOLDS_ALREADY', { field: 'input.leadUnit' })
    : undefined;

export const nobodyAssists: Guard<TicketFacts> = ({ facts }) =>
  facts.assisting.length === 0 ? refuse('NOBODY_ASSISTS') : undefined;

export const assistsNot: Guard<TicketFacts, Named> = ({ facts, input }) =>
  input && !facts.assisting.includes(input.unit)
    ? refuse('ASSISTS_NOT', { field: 'input.unit' })
    : undefined;

/** The lead unit's result waits for those who assist, or for their being let off by name. */
export const assistanceOpen: Guard<TicketFacts> = ({ facts }) =>
  facts.assisting.length > 0
    ? refuse('ASSISTANCE_OPEN', { details: { count: facts.assisting.length } })
    : undefined;
