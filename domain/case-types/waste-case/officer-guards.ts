import { type RejectionCode, refuse } from '../../rejection.ts';
import type { WasteGuard } from './shape.ts';

/** Only the officers of the case act in it; where it has none, the first two who act become them. */
export const notAssigned: WasteGuard = ({ facts, actor }) =>
  facts.officers.length > 0 && !facts.officers.includes(actor.id)
    ? refuse('OFFICER_NOT_ASSIGNED')
    : undefined;

/** Every act is done by two (Penalty Law art. 42), and both are officers of the case. */
export const secondMissing: WasteGuard<{ readonly second: string }> = ({ facts, input, actor }) => {
  if (!input) return undefined;
  const foreign = facts.officers.length > 0 && !facts.officers.includes(input.second);
  return input.second === actor.id || foreign
    ? refuse('SECOND_OFFICER_MISSING', { field: 'input.second' })
    : undefined;
};

export const sameOfficer: WasteGuard<{ readonly first: string; readonly second: string }> = ({
  input,
}) =>
  input && input.first === input.second
    ? refuse('SECOND_OFFICER_MISSING', { field: 'input.second' })
    : undefined;

/** Whoever investigated neither reviews nor hosts nor approves (Penalty Law art. 42, 57, 58, 64). */
const notInvestigator =
  (code: RejectionCode): WasteGuard =>
  ({ facts, actor }) =>
    facts.investigators.includes(actor.id) ? refuse(code) : undefined;

export const investigatorCannotReview = notInvestigator('INVESTIGATOR_CANNOT_REVIEW');
export const investigatorCannotHost = notInvestigator('INVESTIGATOR_CANNOT_HOST');
export const investigatorCannotApprove = notInvestigator('INVESTIGATOR_CANNOT_APPROVE');

export const hostCannotReview: WasteGuard = ({ facts, actor }) =>
  facts.host === actor.id ? refuse('HOST_CANNOT_REVIEW') : undefined;

export const notTheHost: WasteGuard = ({ facts, actor }) =>
  facts.host !== undefined && facts.host !== actor.id ? refuse('NOT_THE_HOST') : undefined;

/** The host took no part in the case before. */
export const hostTookPart: WasteGuard<{ readonly host: string }> = ({ facts, input }) =>
  input && [...facts.investigators, ...facts.reviewers].includes(input.host)
    ? refuse('HOST_TOOK_PART', { field: 'input.host' })
    : undefined;

/** More time, and time that does not count: who asks and who approves are two persons. */
export const askedByApprover: WasteGuard<{ readonly askedBy: string }> = ({ input, actor }) =>
  input?.askedBy === actor.id
    ? refuse('SAME_PERSON_APPROVES', { field: 'input.askedBy' })
    : undefined;

export const approvedByAsker: WasteGuard<{ readonly approvedBy: string }> = ({ input, actor }) =>
  input?.approvedBy === actor.id
    ? refuse('SAME_PERSON_APPROVES', { field: 'input.approvedBy' })
    : undefined;
