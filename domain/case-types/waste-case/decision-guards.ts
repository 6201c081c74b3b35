import { named } from '../../definition/named.ts';
import { dayNumber, instantOf } from '../../calendar/civil.ts';
import { newestDocument } from '../../definition/documents.ts';
import type { Policy } from '../../policy/policy.ts';
import { refuse } from '../../rejection.ts';
import type { WasteFacts } from './facts.ts';
import { dateText, fenOf, lastInstant, yuanText } from './figures.ts';
import type { Penalty } from './labels.ts';
import type { WasteGuard } from './shape.ts';

type Fined = { readonly penalty: Penalty; readonly amount?: number | undefined };

/** A fine has an amount, and nothing else has one. */
export const amountMissing: WasteGuard<Fined> = ({ input }) =>
  input && (input.penalty === 'FINE') !== (input.amount !== undefined)
    ? refuse('FINE_WITHOUT_AMOUNT', { field: 'input.amount' })
    : undefined;

const threshold = ({ partyKind }: WasteFacts, policy: Policy): number =>
  fenOf(policy, partyKind === 'PERSON' ? 'waste.legalReviewPerson' : 'waste.legalReviewOrg');

/** Whether the party may ask for a hearing: a large fine, confiscation, licences (Penalty Law art. 63). */
const hearingDue = (facts: WasteFacts, policy: Policy): boolean =>
  facts.findings !== undefined &&
  (facts.findings.amount >= threshold(facts, policy) ||
    ['CONFISCATION', 'SUSPENSION'].includes(facts.findings.penalty));

/** Whether a legal review must come first (Penalty Law art. 58, and the list of the street). */
const reviewDue = (facts: WasteFacts, policy: Policy): boolean =>
  hearingDue(facts, policy) ||
  facts.findings?.reviewReason !== 'NONE' ||
  facts.hearing !== undefined;

export const reviewMissing: WasteGuard = ({ facts, policy }) =>
  reviewDue(facts, policy) && !facts.reviewed ? refuse('LEGAL_REVIEW_MISSING') : undefined;
export const reviewedAlready: WasteGuard = ({ facts }) =>
  facts.reviewed ? refuse('REVIEWED_ALREADY') : undefined;
/** Complex or grave cases are discussed by the heads of the agency together (Penalty Law art. 57). */
export const discussionMissing: WasteGuard = ({ facts }) =>
  facts.findings?.major && !facts.discussed ? refuse('DISCUSSION_MISSING') : undefined;
export const discussedAlready: WasteGuard = ({ facts }) =>
  facts.discussed ? refuse('DISCUSSED_ALREADY') : undefined;

export const hearingRightMissing: WasteGuard = ({ facts, policy }) =>
  hearingDue(facts, policy) ? refuse('HEARING_RIGHT_MISSING') : undefined;

const awaitsDefence = ({ defence }: WasteFacts): boolean =>
  defence === 'OPEN' || defence === 'RAISED';

export const defenceSettled: WasteGuard = ({ facts }) =>
  awaitsDefence(facts) ? undefined : refuse('DEFENCE_SETTLED');
export const noDefenceRaised: WasteGuard = ({ facts }) =>
  facts.defence === 'RAISED' ? undefined : refuse('NO_DEFENCE_RAISED');
export const defenceUnsettled: WasteGuard = ({ facts }) =>
  awaitsDefence(facts) ? refuse('DEFENCE_UNSETTLED') : undefined;
/** The right to a hearing was notified and the window has not lapsed (Penalty Law art. 64). */
export const noHearingRight: WasteGuard = ({ facts }) =>
  facts.hearing === 'OPEN' ? undefined : refuse('NO_HEARING_RIGHT');
export const hearingUnsettled: WasteGuard = ({ facts }) =>
  facts.hearing === 'OPEN' || facts.hearing === 'REQUESTED'
    ? refuse('HEARING_UNSETTLED')
    : undefined;

/** The last day on which the parties can be told of a hearing on that day. */
const lastNotice = (step: Parameters<WasteGuard>[0], heldOn: string) =>
  lastInstant(step, 'waste.hearingNotice', heldOn);

export const hearingTooSoon: WasteGuard<{ readonly heldOn: string }> = (step) => {
  const { input, now } = step;
  if (!input) return undefined;
  const last = lastNotice(step, input.heldOn);
  return now > last
    ? refuse('HEARING_TOO_SOON', { field: 'input.heldOn', details: { last: dateText(last) } })
    : undefined;
};

/** Held on its day or later, after a notice that was served seven clear working days before it. */
export const hearingNotReady: WasteGuard = (step) => {
  const { facts, documents, now } = step;
  const served = newestDocument(documents, 'hearingNotice')?.servedAt;
  if (facts.hearingOn === undefined || served === undefined) return refuse('HEARING_NOT_NOTIFIED');
  const last = lastNotice(step, facts.hearingOn);
  if (served > last) return refuse('HEARING_TOO_SOON', { details: { last: dateText(last) } });
  return now < instantOf(dayNumber(facts.hearingOn), 0)
    ? refuse('HEARING_NOT_YET', { details: { heldOn: facts.hearingOn } })
    : undefined;
};

export const fineNotAnnounced: WasteGuard = ({ facts }) =>
  facts.findings?.penalty === 'FINE' ? undefined : refuse('NO_FINE');
export const fineAnnounced: WasteGuard = ({ facts }) =>
  facts.findings?.penalty === 'FINE' ? refuse('FINE_ANNOUNCED') : undefined;

/** Nothing becomes heavier because the party defended itself (Penalty Law art. 45): no more than was announced. */
export const heavierThanAnnounced: WasteGuard<{ readonly amount: number }> = ({ facts, input }) => {
  const most = facts.findings?.amount ?? 0;
  return input && input.amount > most
    ? refuse('PENALTY_HEAVIER', { field: 'input.amount', details: { most: yuanText(most) } })
    : undefined;
};

export const notAFine: WasteGuard = ({ facts }) => (facts.fine > 0 ? undefined : refuse('NO_FINE'));
export const isAFine: WasteGuard = ({ facts }) =>
  facts.fine > 0 ? refuse('FINE_TO_PAY') : undefined;

/** Nothing is served before it was issued. */
export const servedBeforeIssue = (
  kind: string,
): readonly WasteGuard<{ readonly servedAt?: number | undefined }>[] => [
  named('servedBeforeIssue', ({ input, documents }) => {
    const issued = newestDocument(documents, kind)?.issuedAt;
    return input?.servedAt !== undefined && issued !== undefined && input.servedAt < issued
      ? refuse('SERVED_BEFORE_ISSUE', { field: 'input.servedAt' })
      : undefined;
  }),
];
