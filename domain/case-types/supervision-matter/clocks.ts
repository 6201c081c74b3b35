import { keyIf, oneOf } from '../../definition/limit-choice.ts';
import type { MatterFacts } from './facts.ts';
import type { Rung } from './labels.ts';
import type { MatterClock } from './phase.ts';

const OWN = ['UnitReminded', 'UnitOrdered', 'UnitInspected', 'EnterpriseWarned'] as const;
const PROPOSED = [
  'CircularProposed',
  'InterviewProposed',
  'ListingProposed',
  'AccountabilityProposed',
  'PenaltyProposed',
  'CreditReportProposed',
] as const;

const ANSWERS = {
  REMIND: 'supervision.remind',
  ORDER: 'supervision.reply',
  ON_SITE: 'supervision.rectify',
  WARNING: 'supervision.rectify',
  CIRCULAR: 'supervision.rectify',
  INTERVIEW: 'supervision.interviewPlan',
  LISTED: 'supervision.rectify',
  ACCOUNTABILITY: 'supervision.accountability',
  PENALTY: 'supervision.rectify',
  CREDIT: 'supervision.rectify',
} as const satisfies Readonly<Record<Rung, string>>;

/** After an interview the plan counts from the interview itself. */
const answerLimit = oneOf(Object.values(ANSWERS), ({ step, interviewHeld }: MatterFacts) =>
  !step || (step.rung === 'INTERVIEW' && !interviewHeld) ? undefined : ANSWERS[step.rung],
);

const interviewLimit = keyIf<MatterFacts>(
  ({ step }) => step?.rung === 'INTERVIEW',
  'supervision.interview',
);

const reexamLimit = keyIf<MatterFacts>(
  ({ subjectKind }) => subjectKind === 'UNIT',
  'supervision.reexamRequest',
);

/** A listed matter has its own last day. */
const listedUntil = ({ step }: MatterFacts) => step?.dueOn;

// biome-ignore format: a clerk reads each line from left to right
export const clocks = {
  start: { label: '督查处置时限', limit: 'supervision.start', duty: 'supervisor',
    starts: ['MatterOpened'], ends: [...OWN, 'RungApproved'] },
  approval: { label: '督查审批时限', limit: 'supervision.approve', duty: 'districtLead',
    starts: PROPOSED, ends: ['RungApproved', 'RungDisapproved'] },
  answer: { label: '整改答复时限', limit: answerLimit, until: listedUntil, duty: 'unitLead',
    starts: [...OWN, 'RungApproved', 'InterviewHeld', 'RectificationRejected'], ends: [...OWN, 'RungApproved', 'RectificationReported', 'ConclusionRevoked'] },
  interview: { label: '约谈时限', limit: interviewLimit, duty: 'supervisor',
    starts: ['RungApproved'], ends: ['InterviewHeld', 'RungApproved', 'ConclusionRevoked'] },
  verify: { label: '整改核查时限', limit: 'supervision.verify', duty: 'supervisor',
    starts: ['RectificationReported'], ends: ['RectificationVerified', 'RectificationRejected', 'ConclusionRevoked'] },
  close: { label: '销号时限', limit: 'supervision.close', duty: 'supervisor', continues: true,
    starts: ['RectificationVerified', 'ConclusionRevoked'], ends: ['MatterClosed'] },
  reexamRequest: { label: '申请督查复核期限', limit: reexamLimit, duty: 'unitLead', lapse: 'lapseReexam',
    starts: ['RungApproved'], ends: ['ReexamAsked', 'ReexamWaived', 'ReexamLapsed', 'RungApproved'] },
  reexamAnswer: { label: '督查复核答复时限', limit: 'supervision.reexamAnswer', duty: 'districtLead',
    starts: ['ReexamAsked'], ends: ['ConclusionUpheld', 'ConclusionRevoked'] },
} as const satisfies Readonly<Record<string, MatterClock>>;
