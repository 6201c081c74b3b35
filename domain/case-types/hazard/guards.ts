import { type CivilDate, dayNumber, dayOf } from '../../calendar/civil.ts';
import { isRunning } from '../../clocks/clock.ts';
import { newestDocument } from '../../definition/documents.ts';
import { refuse } from '../../rejection.ts';
import {
  type HazardFacts,
  inControl,
  isDangerous,
  isGrave,
  needsControl,
  needsPlan,
} from './facts.ts';
import { GRADES } from './labels.ts';
import type { HazardGuard } from './phase.ts';

/** What is no hazard is said by two people. */
export const dismissalBySame: HazardGuard = ({ facts, actor }) =>
  facts.dismissalBy === actor.id ? refuse('DISMISSAL_BY_SAME') : undefined;

/** Only the same part of the same thing is the same hazard (H1). */
export const otherThing: HazardGuard<{ other: string }> = ({ facts, input, other }) =>
  input && other && (other.facts as Partial<HazardFacts>).key !== facts.key
    ? refuse('OTHER_THING', { field: 'input.other' })
    : undefined;

const OVER: readonly string[] = ['writtenOff', 'merged'];
export const masterOver: HazardGuard<{ other: string }> = ({ input, other }) =>
  input && other && OVER.includes(other.stage)
    ? refuse('MASTER_OVER', { field: 'input.other' })
    : undefined;

export const controlInPlace: HazardGuard = ({ facts }) =>
  inControl(facts) ? refuse('CONTROL_IN_PLACE') : undefined;

export const noControl: HazardGuard = ({ facts }) =>
  inControl(facts) ? undefined : refuse('NO_CONTROL');

/** Control is a duty for grave hazards, and comes before the notice (H3). */
export const controlFirst: HazardGuard = ({ facts }) =>
  needsControl(facts) && !inControl(facts)
    ? refuse('CONTROL_FIRST', { details: { grade: facts.grade ? GRADES[facts.grade] : '' } })
    : undefined;

/** A date that an order sets lies ahead. */
export const dateNotAhead: HazardGuard<{ rectifyBy?: CivilDate | undefined }> = ({ input, now }) =>
  input?.rectifyBy !== undefined && dayNumber(input.rectifyBy) <= dayOf(now)
    ? refuse('DATE_NOT_AHEAD', { field: 'input.rectifyBy', details: { title: '整改期限' } })
    : undefined;

export const noticeMissing: HazardGuard = ({ facts }) =>
  facts.noticeIssued ? undefined : refuse('NOTICE_MISSING');

export const partyUnknown: HazardGuard = ({ facts }) =>
  facts.partyKnown ? undefined : refuse('PARTY_UNKNOWN');

export const partyKnown: HazardGuard = ({ facts }) =>
  facts.partyKnown ? refuse('PARTY_KNOWN') : undefined;

/** Nothing is served on a day before it was issued. */
export const servedBeforeIssued: HazardGuard<{
  servedAt?: number | undefined;
}> = ({ input, documents }) => {
  const issuedAt = newestDocument(documents, 'rectificationNotice')?.issuedAt ?? 0;
  return input?.servedAt !== undefined && dayOf(input.servedAt) < dayOf(issuedAt)
    ? refuse('SERVED_BEFORE_ISSUE', { field: 'input.servedAt' })
    : undefined;
};

export const planMissing: HazardGuard = ({ facts }) =>
  needsPlan(facts) ? refuse('PLAN_MISSING') : undefined;

export const planThere: HazardGuard = ({ facts }) =>
  needsPlan(facts) ? undefined : refuse('PLAN_NOT_NEEDED');

/** The clock of rectification has run out. */
const isLate: (step: Parameters<HazardGuard>[0]) => boolean = ({ clocks, now }) =>
  clocks.some(
    (clock) => clock.clock === 'rectify' && isRunning(clock) && now >= clock.statutoryDue,
  );

export const pauseTooLate: HazardGuard = (step) =>
  isLate(step) ? refuse('PAUSE_TOO_LATE') : undefined;

export const notOverdue: HazardGuard = (step) => (isLate(step) ? undefined : refuse('NOT_OVERDUE'));

/** Seven days without approval, and danger: only then the bureau organises the repair (物业管理规定 art. 73). */
export const fundNotLapsed: HazardGuard = ({ facts }) =>
  facts.fundingLapsed && isDangerous(facts) ? undefined : refuse('FUND_NOT_LAPSED');

export const repairNoticeUnserved: HazardGuard = ({ documents }) =>
  newestDocument(documents, 'substituteNotice')?.servedAt === undefined
    ? refuse('REPAIR_NOTICE_UNSERVED')
    : undefined;

/** Who rectified accepts nothing (H8). */
export const rectifierCannotInspect: HazardGuard = ({ facts, actor }) =>
  facts.rectifiedBy.includes(actor.id) ? refuse('RECTIFIER_CANNOT_INSPECT') : undefined;

/** Two levels of acceptance are two people. */
export const checkerCannotConfirm: HazardGuard = ({ facts, actor }) =>
  facts.checkedBy === actor.id ? refuse('CHECKER_CANNOT_CONFIRM') : undefined;

export const reportMissing: HazardGuard<{ report?: unknown }> = ({ facts, input }) =>
  input && isGrave(facts) && input.report === undefined
    ? refuse('APPRAISAL_REPORT_MISSING', {
        field: 'input.report',
        details: { grade: facts.grade ? GRADES[facts.grade] : '' },
      })
    : undefined;

/** Only a significant façade may stay under control (H12). */
export const notSignificant: HazardGuard = ({ facts }) =>
  facts.grade === 'SIGNIFICANT' ? undefined : refuse('NOT_SIGNIFICANT');

export const controlledPending: HazardGuard = ({ facts }) =>
  facts.controlledAsked ? refuse('CONTROLLED_PENDING') : undefined;

export const noControlledAsked: HazardGuard = ({ facts }) =>
  facts.controlledAsked ? undefined : refuse('NO_CONTROLLED_ASKED');

const WEEK = 7;
/** The next look lies ahead, within a week. */
export const checkNotWithinWeek: HazardGuard<{ nextCheckOn?: CivilDate | undefined }> = ({
  input,
  now,
}) => {
  const days = input?.nextCheckOn === undefined ? 1 : dayNumber(input.nextCheckOn) - dayOf(now);
  return days < 1 || days > WEEK
    ? refuse('CHECK_NOT_WITHIN_WEEK', { field: 'input.nextCheckOn' })
    : undefined;
};

export const noCostDue: HazardGuard = ({ facts }) =>
  facts.costDue ? undefined : refuse('NO_COST_DUE');
