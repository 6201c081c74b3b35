import type { z } from 'zod';
import type { Guard } from '../../define-case-type.ts';
import { type Policy, timesOf } from '../../policy/policy.ts';
import { type RejectionCode, refuse } from '../../rejection.ts';
import { type TicketFacts, wentAround } from './facts.ts';
import type { callback } from './inputs.ts';

type TicketGuard<Input = unknown> = Guard<TicketFacts, Input>;

export const boundByDirectedDispatch: TicketGuard = ({ facts }) =>
  facts.directed ? refuse('BOUND_BY_DIRECTED_DISPATCH') : undefined;

/** Two returns, three units or one unit twice: where it belongs is settled together, and binds (docs/rules.md 9). */
export const lastReturnNeedsCoordination: TicketGuard = ({ facts, policy }) => {
  const limit = timesOf(policy, 'hotline.maxReturns');
  return facts.returnCount + 1 >= limit || wentAround(facts)
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

/** Answered without a unit is only what no unit has had (直办). */
export const unitHadIt: TicketGuard = ({ facts }) =>
  facts.units.length > 0 ? refuse('UNIT_HAD_IT') : undefined;

export const noUnitToReopen: TicketGuard = ({ facts }) =>
  facts.leadUnit === undefined ? refuse('NO_UNIT_TO_REOPEN') : undefined;

/** A call-back that finds somebody dissatisfied or not contacted leads to rework, not to closing (docs/rules.md 11). */
export const dissatisfiedNeedsRework: TicketGuard<z.output<typeof callback>> = ({ input }) => {
  const why =
    input?.satisfaction === 'DISSATISFIED'
      ? { field: 'input.satisfaction', what: '市民不满意' }
      : input?.contacted === 'NO'
        ? { field: 'input.contacted', what: '未先行联系市民' }
        : undefined;
  return (
    why && refuse('DISSATISFIED_NEEDS_REWORK', { field: why.field, details: { why: why.what } })
  );
};

export const coordinatedAlready: TicketGuard = ({ facts }) =>
  facts.reworkCoordinated ? refuse('COORDINATED_ALREADY') : undefined;

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
