import type { Guard } from '../../define-case-type.ts';
import { linked } from '../../definition/links.ts';
import { refuse } from '../../rejection.ts';
import type { TicketFacts } from './facts.ts';

type TicketGuard<Input = unknown> = Guard<TicketFacts, Input>;

/** What was handled once has its own answer and its own rework. */
export const mergeOfHandled: TicketGuard = ({ facts }) =>
  facts.handled ? refuse('MERGE_OF_HANDLED') : undefined;

export const masterClosed: TicketGuard = ({ facts }) =>
  facts.masterClosed ? refuse('MASTER_CLOSED') : undefined;

/** A merged ticket is called back once its master has closed. */
export const masterOpen: TicketGuard = ({ facts }) =>
  facts.merged && !facts.masterClosed ? refuse('MASTER_OPEN') : undefined;

/** Merged tickets hang on this one: they go first, or it stays. */
export const mergedCasesHang: TicketGuard = ({ links }) => {
  const numbers = linked(links, 'merge', 'from').map(({ number }) => number);
  return numbers.length > 0
    ? refuse('MERGED_CASES_HANG', { details: { cases: numbers } })
    : undefined;
};

const DONE = ['closed', 'archived'];

/** A repeat is of what had closed; while the older ticket is open it is a duplicate, to be merged (docs/rules.md 18). */
export const repeatOfOpen: TicketGuard = ({ input, other }) =>
  input && other && !DONE.includes(other.stage)
    ? refuse('REPEAT_OF_OPEN', { field: 'input.other' })
    : undefined;

/** A ticket leaves the hotline only once the petition office has accepted the petition. */
export const petitionNotAccepted: TicketGuard = ({ facts, links }) =>
  linked(links, 'conversion', 'to').some(
    ({ type, number }) => type === 'petition' && facts.acceptedPetitions?.includes(number),
  )
    ? undefined
    : refuse('PETITION_NOT_ACCEPTED');
