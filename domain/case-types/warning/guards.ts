import { refuse } from '../../rejection.ts';
import { isGrave, type WarningFacts } from './facts.ts';
import { LEVELS } from './labels.ts';
import type { WarningGuard } from './phase.ts';

/** Grave ones are ended by the shift leader (domain: who signs off). */
export const shiftLeadCloses: WarningGuard = ({ facts, actor }) =>
  isGrave(facts) && !actor.roles.includes('shiftLead')
    ? refuse('SHIFT_LEAD_CLOSES', { details: { level: LEVELS[facts.level] } })
    : undefined;

/** What is said to be no danger is said by two. */
export const verifierCannotReview: WarningGuard = ({ facts, actor }) =>
  facts.verifiedBy === actor.id ? refuse('VERIFIER_CANNOT_REVIEW') : undefined;

export const handlerCannotClose: WarningGuard = ({ facts, actor }) =>
  facts.handledBy.includes(actor.id) ? refuse('HANDLER_CANNOT_CLOSE_WARNING') : undefined;

/** Only readings of the same thing are the same warning. */
export const otherThing: WarningGuard<{ other: string }> = ({ facts, input, other }) =>
  input && other && (other.facts as Partial<WarningFacts>).objectId !== facts.objectId
    ? refuse('OTHER_DEVICE', { field: 'input.other' })
    : undefined;

const OVER: readonly string[] = ['merged', 'closed'];
export const masterOver: WarningGuard<{ other: string }> = ({ input, other }) =>
  input && other && OVER.includes(other.stage)
    ? refuse('WARNING_OVER', { field: 'input.other' })
    : undefined;

/** Duplicates count with the warning that they hang on: it stays where they find it. */
export const duplicatesHang: WarningGuard = ({ facts }) =>
  facts.duplicates.length > 0
    ? refuse('DUPLICATES_HANG', { details: { cases: facts.duplicates } })
    : undefined;

export const returnedAlready: WarningGuard = ({ facts }) =>
  facts.returned ? refuse('TASK_RETURNED_ALREADY') : undefined;
