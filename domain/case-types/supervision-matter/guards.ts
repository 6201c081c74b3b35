import type { z } from 'zod';
import { dayNumber, dayOf } from '../../calendar/civil.ts';
import { refuse } from '../../rejection.ts';
import type { MatterFacts } from './facts.ts';
import type { listing, report, subject } from './inputs.ts';
import { ANSWERED_IN_WRITING, LADDERS, RUNGS, type Rung, SUBJECTS } from './labels.ts';
import type { MatterGuard } from './phase.ts';

const isKnown = ({ subjectKind, leadUnit, enterprise }: MatterFacts): boolean =>
  (subjectKind === 'UNIT' ? leadUnit : enterprise) !== undefined;

export const subjectUnknown: MatterGuard = ({ facts }) =>
  isKnown(facts)
    ? undefined
    : refuse('SUBJECT_UNKNOWN', { details: { kind: SUBJECTS[facts.subjectKind] } });

export const subjectKnown: MatterGuard = ({ facts }) =>
  isKnown(facts) ? refuse('SUBJECT_KNOWN') : undefined;

/** Whoever names the subject names one of the matter's kind. */
export const subjectMissing: MatterGuard<z.output<typeof subject>> = ({ facts, input }) => {
  const field = facts.subjectKind === 'UNIT' ? 'leadUnit' : 'enterprise';
  return input && input[field] === undefined
    ? refuse('SUBJECT_UNKNOWN', {
        field: `input.${field}`,
        details: { kind: SUBJECTS[facts.subjectKind] },
      })
    : undefined;
};

/** Each rung is taken only upward, and only towards whom it is meant for. */
export const upward =
  (rung: Rung): MatterGuard =>
  ({ facts }) => {
    const ladder = LADDERS[facts.subjectKind];
    const details = { rung: RUNGS[rung], kind: SUBJECTS[facts.subjectKind] };
    if (!ladder.includes(rung)) return refuse('RUNG_NOT_FOR_SUBJECT', { details });
    const present = facts.step?.rung;
    return present !== undefined && ladder.indexOf(rung) <= ladder.indexOf(present)
      ? refuse('RUNG_NOT_UPWARD', { details: { rung: RUNGS[rung], present: RUNGS[present] } })
      : undefined;
  };

/** A listed matter is rectified by a day that lies ahead. */
export const listedUntil: MatterGuard<z.output<typeof listing>> = ({ input, now }) =>
  input && dayNumber(input.dueOn) <= dayOf(now)
    ? refuse('DATE_NOT_AHEAD', { field: 'input.dueOn', details: { title: '整改期限' } })
    : undefined;

export const proposerCannotApprove: MatterGuard = ({ facts, actor }) =>
  facts.proposed?.by === actor.id ? refuse('RUNG_NEEDS_ANOTHER') : undefined;

const awaitsInterview = ({ step, interviewHeld }: MatterFacts): boolean =>
  step?.rung === 'INTERVIEW' && !interviewHeld;

export const noInterviewDue: MatterGuard = ({ facts }) =>
  awaitsInterview(facts) ? undefined : refuse('NO_INTERVIEW_DUE');

export const interviewNotHeld: MatterGuard = ({ facts }) =>
  awaitsInterview(facts) ? refuse('INTERVIEW_NOT_HELD') : undefined;

/** A unit answers for itself; for an enterprise the supervisor records what it reports. */
export const unitAnswersItself: MatterGuard = ({ facts, actor }) =>
  facts.subjectKind === 'UNIT' && actor.unit !== facts.leadUnit
    ? refuse('UNIT_ANSWERS_ITSELF')
    : undefined;

export const writtenMissing: MatterGuard<z.output<typeof report>> = ({ facts, input }) => {
  const rung = facts.step?.rung;
  return input &&
    rung !== undefined &&
    ANSWERED_IN_WRITING.includes(rung) &&
    input.written === undefined
    ? refuse('WRITTEN_ANSWER_MISSING', { field: 'input.written', details: { rung: RUNGS[rung] } })
    : undefined;
};

export const reporterCannotVerify: MatterGuard = ({ facts, actor }) =>
  facts.reportedBy.includes(actor.id) ? refuse('REPORTER_CANNOT_VERIFY') : undefined;

/** Whoever issued a rung does not close. */
export const issuerCannotClose: MatterGuard = ({ facts, actor }) =>
  facts.issuedBy.includes(actor.id) ? refuse('ISSUER_CANNOT_CLOSE') : undefined;

/** Nothing closes over a re-examination that was asked or still may be. */
export const reexamOpen: MatterGuard = ({ facts }) =>
  facts.reexam === 'asked'
    ? refuse('REEXAM_PENDING')
    : facts.reexam === 'open'
      ? refuse('REEXAM_WINDOW_OPEN')
      : undefined;

export const noReexamWindow: MatterGuard = ({ facts }) =>
  facts.reexam === 'open' ? undefined : refuse('REEXAM_WINDOW_OVER');

export const noReexamAsked: MatterGuard = ({ facts }) =>
  facts.reexam === 'asked' ? undefined : refuse('NO_REEXAM_ASKED');

export const reexamPending: MatterGuard = ({ facts }) =>
  facts.reexam === 'asked' ? refuse('REEXAM_PENDING') : undefined;

export const approverCannotReexamine: MatterGuard = ({ facts, actor }) =>
  facts.approvedBy === actor.id ? refuse('APPROVER_CANNOT_REEXAMINE') : undefined;
