import type { z } from 'zod';
import { dayNumber, dayOf } from '../../calendar/civil.ts';
import { ruleOf } from '../../policy/policy.ts';
import { type RejectionCode, refuse } from '../../rejection.ts';
import type { caseOpening, crimeReport, finalFeedback, transfer } from './inputs.ts';
import { ACTS_OF_VEHICLES } from './labels.ts';
import type { LeadGuard } from './phase.ts';

/** L1: time, place, vehicle or site, act, evidence and clause; the opening has place and act. */
export const fieldsMissing: LeadGuard<z.output<typeof transfer>> = ({ facts, input }) => {
  if (!input) return undefined;
  const occurredAt = input.occurredAt ?? facts.occurredAt;
  const plate = input.plate ?? facts.plate;
  const needed = [
    ['occurredAt', '违法时间(不晚于收到线索)', occurredAt > facts.receivedAt],
    ['plate', '车牌号', ACTS_OF_VEHICLES.includes(facts.actKind) && plate === undefined],
    ['evidence', '证据', !facts.evidence && input.evidence === undefined],
    [
      'suggestedClause',
      '建议适用条款',
      (input.suggestedClause ?? facts.suggestedClause) === undefined,
    ],
  ] as const;
  const missing = needed.filter(([, , lacks]) => lacks);
  return missing[0]
    ? refuse('LEAD_FIELDS_MISSING', {
        field: `input.${missing[0][0]}`,
        details: { missing: missing.map(([, label]) => label) },
      })
    : undefined;
};

/** A designation by the common superior binds (Penalty Law art. 25). */
export const boundByDesignation: LeadGuard = ({ facts }) =>
  facts.bound ? refuse('LEAD_BOUND') : undefined;

/** L3: once. */
export const supplementedOnce: LeadGuard = ({ facts }) =>
  facts.returned ? refuse('SUPPLEMENT_ONCE') : undefined;

export const refusalPending: LeadGuard = ({ facts }) =>
  facts.refusal ? refuse('REFUSAL_PENDING') : undefined;

/** L4: legal review decides what intake proposed. */
export const noRefusalProposed: LeadGuard = ({ facts }) =>
  facts.refusal ? undefined : refuse('NO_REFUSAL_PROPOSED');

export const refuserCannotReview: LeadGuard = ({ facts, actor }) =>
  facts.refusal?.by === actor.id ? refuse('REFUSER_CANNOT_REVIEW') : undefined;

/** L5: whoever proposes not to file does not approve it. */
export const proposerCannotApprove: LeadGuard = ({ facts, actor }) =>
  facts.notFilingBy === actor.id ? refuse('NOT_FILING_NEEDS_ANOTHER') : undefined;

export const actNotEnded: LeadGuard<z.output<typeof caseOpening>> = ({ input, now }) =>
  input && dayNumber(input.actEndedOn) > dayOf(now)
    ? refuse('ACT_NOT_ENDED', { field: 'input.actEndedOn' })
    : undefined;

const onReport =
  (
    refusal: RejectionCode,
    when: (facts: Parameters<LeadGuard>[0]['facts']) => boolean,
  ): LeadGuard =>
  ({ facts }) =>
    when(facts) ? refuse(refusal) : undefined;

export const noPublicReport = onReport('NO_PUBLIC_REPORT', ({ publicReport }) => !publicReport);
export const informantTold = onReport('INFORMANT_TOLD', (facts) => facts.informantTold);

/** Nothing closes before whoever reported it was told (city enforcement rules art. 26). */
export const informantNotTold = onReport(
  'INFORMANT_NOT_TOLD',
  (facts) => facts.publicReport && !facts.informantTold,
);

export const finalResultKnown = onReport(
  'FINAL_RESULT_KNOWN',
  ({ ending }) => ending !== undefined,
);
export const noFinalResult = onReport('NO_FINAL_RESULT', ({ ending }) => ending === undefined);

export const informantReplyMissing: LeadGuard<z.output<typeof finalFeedback>> = ({
  facts,
  input,
}) =>
  input && facts.publicReport && input.informant === undefined
    ? refuse('INFORMANT_REPLY_MISSING', { field: 'input.informant' })
    : undefined;

/** L8: the task force has as many officers as the rules ask for. */
export const teamTooSmall: LeadGuard<z.output<typeof crimeReport>> = ({ input, actor, policy }) => {
  if (!input) return undefined;
  const rule = ruleOf(policy, 'waste.criminal.team');
  const least = 'value' in rule ? Number(rule.value) : 0;
  const count = new Set([actor.id, input.second]).size;
  return count < least
    ? refuse('TEAM_TOO_SMALL', { field: 'input.second', details: { count, least } })
    : undefined;
};

export const teamCannotDecide: LeadGuard = ({ facts, actor }) =>
  facts.team.includes(actor.id) ? refuse('TEAM_CANNOT_DECIDE') : undefined;

export const forwardedAlready: LeadGuard = ({ facts }) =>
  facts.forwarded ? refuse('POLICE_FORWARDED_ALREADY') : undefined;

export const reconsideredAlready: LeadGuard = ({ facts }) =>
  facts.reconsidered ? refuse('RECONSIDERED_ALREADY') : undefined;
