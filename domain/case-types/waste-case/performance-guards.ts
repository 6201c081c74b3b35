import { dayNumber, dayOf } from '../../calendar/civil.ts';
import { dateNotAhead } from './filing-guards.ts';
import { isRunning } from '../../clocks/clock.ts';
import { eitherKey } from '../../definition/limit-choice.ts';
import { refuse } from '../../rejection.ts';
import { outstanding, openDispute, type WasteFacts } from './facts.ts';
import { dateText, lastInstant, percentOf, yuanText } from './figures.ts';
import { held } from './items.ts';
import type { WasteGuard } from './shape.ts';
import { surcharge } from './surcharge.ts';

/** A part leaves something to pay: the whole is another step. */
export const notAPart: WasteGuard<{ readonly amount: number }> = ({ facts, input }) => {
  const left = outstanding(facts);
  const details = { left: yuanText(left) };
  if (left <= 1) return refuse('NOT_A_PART', { details });
  return input && input.amount >= left
    ? refuse('NOT_A_PART', { field: 'input.amount', details })
    : undefined;
};

/** Whoever pays late pays the surcharge of the day on which it is paid (Penalty Law art. 72). */
export const surchargeDiffers: WasteGuard<{
  readonly surcharge?: number | undefined;
  readonly paidAt?: number | undefined;
}> = ({ facts, input, now, policy }) => {
  const perDay = percentOf(policy, 'waste.surchargeRate');
  const cap = percentOf(policy, 'waste.surchargeCap');
  if (!input) return undefined;
  const due = surcharge(facts, input.paidAt ?? now, { perDay, cap });
  return (input.surcharge ?? 0) === due
    ? undefined
    : refuse('SURCHARGE_DIFFERS', { field: 'input.surcharge', details: { due: yuanText(due) } });
};

export const deferredAlready: WasteGuard = ({ facts }) =>
  facts.deferredUntil === undefined
    ? undefined
    : refuse('DEFERRED_ALREADY', { details: { until: facts.deferredUntil } });

export const demandRunning: WasteGuard = ({ facts }) =>
  facts.demandOver ? undefined : refuse('DEMAND_NOT_OVER');
export const demandServed: WasteGuard = ({ clocks }) =>
  clocks.some((clock) => clock.clock === 'demand' && isRunning(clock))
    ? refuse('DEMAND_SERVED_ALREADY')
    : undefined;

export const disputeOpen: WasteGuard = ({ facts }) =>
  openDispute(facts) ? refuse('DISPUTE_OPEN') : undefined;
export const noDispute: WasteGuard = ({ facts }) =>
  openDispute(facts) ? undefined : refuse('NO_DISPUTE');
export const noReview: WasteGuard = ({ facts }) =>
  openDispute(facts)?.kind === 'REVIEW' ? undefined : refuse('NO_DISPUTE');
export const stillAppealable: WasteGuard = ({ facts }) =>
  facts.unappealable ? undefined : refuse('STILL_APPEALABLE');

/** Whether the party's time for a remedy is over: it counts from the day on which it was told of the decision. */
const remedyOver =
  (key: string): WasteGuard =>
  (step) => {
    if (step.facts.outcome !== 'PENALTY_DECIDED' || step.facts.toldAt === undefined) {
      return refuse('NO_PENALTY_TO_CONTEST');
    }
    const last = lastInstant(step, key, step.facts.toldAt);
    return step.now > last
      ? refuse('REMEDY_TOO_LATE', { details: { last: dateText(last) } })
      : undefined;
  };

export const reviewTooLate = remedyOver('waste.administrativeReview');
export const litigationTooLate: WasteGuard = (step) => remedyOver(litigationKey(step.facts))(step);

/** Fifteen days after a review, six months without one. */
export const litigationKey = eitherKey<WasteFacts>(
  ({ disputes }) => disputes.some(({ kind }) => kind === 'REVIEW'),
  'waste.litigationAfterReview',
  'waste.litigation',
);

export const reviewedBefore: WasteGuard = ({ facts }) =>
  facts.disputes.length > 0 ? refuse('CONTESTED_ALREADY') : undefined;
export const litigatedBefore: WasteGuard = ({ facts }) =>
  facts.disputes.some(({ kind }) => kind === 'LITIGATION')
    ? refuse('CONTESTED_ALREADY')
    : undefined;

export const nothingToRectify: WasteGuard = ({ facts }) =>
  facts.rectification === undefined || facts.rectification === 'DONE'
    ? refuse('NOTHING_TO_RECTIFY')
    : undefined;
export const noDemandToSubstitute: WasteGuard = ({ facts }) =>
  facts.rectification === 'DEMANDED' ? undefined : refuse('SUBSTITUTE_NOT_DEMANDED');
export const orderedAlready: WasteGuard = ({ facts }) =>
  facts.rectification === undefined ? undefined : refuse('RECTIFICATION_ORDERED');

/** Three clear working days before the clearing (Coercion Law art. 51). */
export const substituteTooSoon: WasteGuard<{ readonly plannedOn: string }> = (step) => {
  if (!step.input) return undefined;
  const last = lastInstant(step, 'waste.substituteDemand', step.input.plannedOn);
  return step.now > last
    ? refuse('SUBSTITUTE_TOO_SOON', { field: 'input.plannedOn', details: { last: dateText(last) } })
    : undefined;
};

export const nothingToPublish: WasteGuard = ({ facts }) =>
  facts.publication === 'DUE' ? undefined : refuse('NOTHING_TO_PUBLISH');
export const nothingToWithdraw: WasteGuard = ({ facts }) =>
  facts.withdrawalDue ? undefined : refuse('NOTHING_TO_PUBLISH');

export const notPunished: WasteGuard = ({ facts }) =>
  facts.outcome === 'PENALTY_DECIDED' ? undefined : refuse('NO_PENALTY_DECIDED');
export const deferralNotAhead = dateNotAhead('until', '最后缴纳日');
export const finallyFedBackAlready: WasteGuard = ({ facts }) =>
  facts.transferor === undefined || facts.finallyFedBack ? refuse('NO_FEEDBACK_DUE') : undefined;
export const noLitigation: WasteGuard = ({ facts }) =>
  openDispute(facts)?.kind === 'LITIGATION' ? undefined : refuse('NO_DISPUTE');
const runs = (name: string, clocks: Parameters<WasteGuard>[0]['clocks']): boolean =>
  clocks.some((clock) => clock.clock === name && isRunning(clock));
export const courtAcceptedAlready: WasteGuard = ({ clocks }) =>
  runs('courtAcceptance', clocks) ? undefined : refuse('COURT_ACCEPTED');
export const courtNotAccepted: WasteGuard = ({ clocks }) =>
  runs('courtRuling', clocks) ? undefined : refuse('COURT_NOT_ACCEPTED');
export const rectifiedAlready: WasteGuard = ({ facts }) =>
  facts.rectification === 'DONE' ? refuse('NOTHING_TO_RECTIFY') : undefined;
/** The day that the demand named has come. */
export const substituteNotYet: WasteGuard = ({ facts, now }) =>
  facts.substituteOn !== undefined && dayNumber(facts.substituteOn) > dayOf(now)
    ? refuse('SUBSTITUTE_NOT_YET', { details: { plannedOn: facts.substituteOn } })
    : undefined;

/** What has to be done before a case is closed (docs/rules.md 19). */
export const closingConditions: readonly WasteGuard[] = [
  disputeOpen,
  ({ facts }) =>
    facts.rectification !== undefined && facts.rectification !== 'DONE'
      ? refuse('RECTIFICATION_OPEN')
      : undefined,
  ({ facts }) =>
    held(facts).length > 0
      ? refuse('GOODS_HELD', { details: { count: held(facts).length } })
      : undefined,
  ({ facts }) =>
    facts.publication === 'DUE' || facts.withdrawalDue ? refuse('PUBLICATION_OPEN') : undefined,
  ({ facts }) =>
    facts.transferor !== undefined && !facts.fedBack ? refuse('FEEDBACK_OPEN') : undefined,
  ({ facts }) => (facts.publicReport && !facts.informed ? refuse('INFORMANT_OPEN') : undefined),
];

export const closingNotProposed: WasteGuard = ({ facts }) =>
  facts.closingProposedBy === undefined ? refuse('CLOSING_NOT_PROPOSED') : undefined;

/** A closed case is archived when nobody can contest it any more and the transferor knows the result. */
export const archiveConditions: readonly WasteGuard[] = [
  disputeOpen,
  ({ facts }) =>
    facts.transferor !== undefined && !facts.finallyFedBack ? refuse('FEEDBACK_OPEN') : undefined,
  ({ facts }) => (facts.publicReport && !facts.informed ? refuse('INFORMANT_OPEN') : undefined),
  ({ facts }) => (facts.withdrawalDue ? refuse('PUBLICATION_OPEN') : undefined),
  (step) => {
    const { outcome, toldAt, unappealable } = step.facts;
    if (outcome !== 'PENALTY_DECIDED' || toldAt === undefined || unappealable) return undefined;
    const last = lastInstant(step, litigationKey(step.facts), toldAt);
    return step.now > last ? undefined : refuse('STILL_APPEALABLE');
  },
];
