import { type CivilDate, dayNumber, dayOf } from '../../calendar/civil.ts';
import { isRunning } from '../../clocks/clock.ts';
import { newestDocument } from '../../definition/documents.ts';
import { refuse } from '../../rejection.ts';
import { canBeForced } from './facts.ts';
import type { BuildingGuard } from './phase.ts';

/** Nothing ends before whoever reported it was told (removal rules art. 5). */
export const reporterNotTold: BuildingGuard = ({ facts }) =>
  facts.complaint && !facts.reporterTold ? refuse('REPORTER_NOT_TOLD') : undefined;

/** What is not ours goes on at once; its reporter is told in the same step. */
export const reporterReplyMissing: BuildingGuard<{ told?: string | undefined }> = ({
  facts,
  input,
}) =>
  input && facts.complaint && !facts.reporterTold && input.told === undefined
    ? refuse('REPORTER_NOT_TOLD', { field: 'input.told' })
    : undefined;

export const noReporter: BuildingGuard = ({ facts }) =>
  facts.complaint ? undefined : refuse('NO_REPORTER');

export const reporterTold: BuildingGuard = ({ facts }) =>
  facts.reporterTold ? refuse('REPORTER_TOLD') : undefined;

/** What is no illegal building is said by two people. */
export const proposerCannotConfirm: BuildingGuard = ({ facts, actor }) =>
  facts.dismissalBy === actor.id ? refuse('NOT_ILLEGAL_BY_SAME') : undefined;

const OVER: readonly string[] = ['writtenOff', 'merged', 'archived', 'notIllegal', 'transferred'];
export const masterOver: BuildingGuard<{ other: string }> = ({ input, other }) =>
  input && other && OVER.includes(other.stage)
    ? refuse('BUILDING_OVER', { field: 'input.other' })
    : undefined;

/** Others hang on it: it stays where they find it. */
export const othersHang: BuildingGuard = ({ facts }) =>
  facts.merged > 0 ? refuse('BUILDINGS_HANG', { details: { count: facts.merged } }) : undefined;

/** Every act of enforcement is done by two (Penalty Law art. 42). */
export const sameOfficer: BuildingGuard<{ second: string }> = ({ input, actor }) =>
  input?.second === actor.id ? refuse('SAME_OFFICER', { field: 'input.second' }) : undefined;

export const notOngoing: BuildingGuard = ({ facts }) =>
  facts.build === 'ONGOING' ? undefined : refuse('NOT_ONGOING');

/** What is being built is stopped before anything else is made of it (removal rules art. 11). */
export const stopFirst: BuildingGuard = ({ facts }) =>
  facts.build === 'ONGOING' && !facts.stopped ? refuse('STOP_FIRST') : undefined;

export const classifierCannotDecide: BuildingGuard = ({ facts, actor }) =>
  facts.classifiedBy.includes(actor.id) ? refuse('CLASSIFIER_CANNOT_DECIDE') : undefined;

export const dateNotAhead: BuildingGuard<{ removeBy?: CivilDate | undefined }> = ({
  input,
  now,
}) =>
  input?.removeBy !== undefined && dayNumber(input.removeBy) <= dayOf(now)
    ? refuse('DATE_NOT_AHEAD', { field: 'input.removeBy', details: { title: '自行拆除期限' } })
    : undefined;

export const builderUnknown: BuildingGuard = ({ facts }) =>
  facts.partyKnown ? undefined : refuse('BUILDER_UNKNOWN');

export const builderKnown: BuildingGuard = ({ facts }) =>
  facts.partyKnown ? refuse('BUILDER_KNOWN') : undefined;

/** Nothing is served on a day before it was issued. */
export const servedBeforeIssued: BuildingGuard<{ servedAt?: number | undefined }> = ({
  input,
  documents,
}) => {
  const issuedAt = newestDocument(documents, 'removalDecision')?.issuedAt ?? 0;
  return input?.servedAt !== undefined && dayOf(input.servedAt) < dayOf(issuedAt)
    ? refuse('SERVED_BEFORE_ISSUE', { field: 'input.servedAt' })
    : undefined;
};

/** Whoever still has time is not pressed. */
export const selfRemovalRunning: BuildingGuard = ({ clocks, now }) =>
  clocks.some(
    (clock) => clock.clock === 'selfRemoval' && isRunning(clock) && now < clock.statutoryDue,
  )
    ? refuse('SELF_REMOVAL_RUNNING')
    : undefined;

export const remedyNotOpen: BuildingGuard = ({ facts }) =>
  facts.remedy === 'OPEN' ? undefined : refuse('REMEDY_NOT_OPEN');

/** Removal by force waits for the end of review and suit (Coercion Law art. 44). */
export const remedyOpen: BuildingGuard = ({ facts }) =>
  canBeForced(facts) ? undefined : refuse('REMEDY_OPEN');
