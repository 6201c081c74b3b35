import type { z } from 'zod';
import type { Guard } from '../../define-case-type.ts';
import { type Policy, timesOf } from '../../policy/policy.ts';
import { type RejectionCode, refuse } from '../../rejection.ts';
import type { TicketFacts } from './facts.ts';
import type { callback, result } from './inputs.ts';
import { EVIDENCE, RESULT_TYPES } from './labels.ts';

type TicketGuard<Input = unknown> = Guard<TicketFacts, Input>;

export const boundByDirectedDispatch: TicketGuard = ({ facts }) =>
  facts.directed ? refuse('BOUND_BY_DIRECTED_DISPATCH') : undefined;

/** Two returns and nobody has it: where it belongs is settled together, and binds (docs/rules.md 9). */
export const lastReturnNeedsCoordination: TicketGuard = ({ facts, policy }) => {
  const limit = timesOf(policy, 'hotline.maxReturns');
  return facts.returnCount + 1 >= limit
    ? refuse('RETURN_NEEDS_COORDINATION', { details: { limit } })
    : undefined;
};

/** The second return of a ticket is the head's decision, not the liaison's (docs/rules.md 9). */
export const secondReturnNeedsLead: TicketGuard = ({ facts, actor }) =>
  facts.returnCount >= 1 && !actor.roles.includes('unitLead')
    ? refuse('SECOND_RETURN_NEEDS_LEAD')
    : undefined;

const notAHandler =
  (code: RejectionCode): TicketGuard =>
  ({ facts, actor }) =>
    facts.handledBy.includes(actor.id) ? refuse(code) : undefined;

export const handlerCannotReview = notAHandler('HANDLER_CANNOT_REVIEW');
export const handlerCannotCallBack = notAHandler('HANDLER_CANNOT_CALL_BACK');
export const handlerCannotClose = notAHandler('HANDLER_CANNOT_CLOSE');

export const samePersonConfirms: TicketGuard = ({ facts, actor }) =>
  facts.voidRequestedBy === actor.id ? refuse('SAME_PERSON') : undefined;

export const evidenceMissing: TicketGuard<z.output<typeof result>> = ({ input }) => {
  if (!input) return undefined;
  const needed = Object.entries(EVIDENCE[input.resultType]);
  const missing = needed.filter(([field]) => !input[field as keyof typeof input]);
  return missing[0]
    ? refuse('EVIDENCE_MISSING', {
        field: `input.${missing[0][0]}`,
        details: {
          result: RESULT_TYPES[input.resultType],
          missing: missing.map(([, label]) => label),
        },
      })
    : undefined;
};

export const attemptsMissing: TicketGuard<z.output<typeof callback>> = ({
  facts,
  input,
  policy,
}) => {
  const limit = timesOf(policy, 'hotline.callbackAttempts');
  return input?.outcome === 'UNREACHED' && facts.callbackAttempts < limit
    ? refuse('ATTEMPTS_MISSING', {
        field: 'input.outcome',
        details: { count: facts.callbackAttempts, limit },
      })
    : undefined;
};

const reworkRounds = ({ facts, policy }: { facts: TicketFacts; policy: Policy }) => ({
  count: facts.reworkRounds,
  limit: timesOf(policy, 'hotline.maxReworkRounds'),
});

export const reworkExhausted: TicketGuard = (step) => {
  const details = reworkRounds(step);
  return details.count >= details.limit ? refuse('REWORK_EXHAUSTED', { details }) : undefined;
};

export const reworkLeft: TicketGuard = (step) => {
  const details = reworkRounds(step);
  return details.count < details.limit ? refuse('REWORK_LEFT', { details }) : undefined;
};
