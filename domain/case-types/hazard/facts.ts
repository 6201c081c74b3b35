import type { z } from 'zod';
import type { CivilDate, Instant } from '../../calendar/civil.ts';
import type { Happened } from '../../define-case-type.ts';
import type { finding } from './inputs.ts';
import {
  BUREAUS,
  type Conclusion,
  type Grade,
  type Kind,
  PAUSE_GROUNDS,
  type PauseGround,
  type Source,
} from './labels.ts';

/** What the rules of a hazard depend on, folded from its events. Plain JSON. */
export interface HazardFacts extends Round {
  readonly source: Source;
  readonly kind: Kind;
  readonly objectId: string;
  readonly partName: string;
  /** Object and part: two hazards with the same key are one. */
  readonly key: string;
  readonly foundAt: Instant;
  /** References of what was found, where and by whom, sealed. */
  readonly text: string;
  readonly address: string;
  readonly reporter?: string;
  readonly town: string;
  /** How often a check, a signature or the follow-up sent it back, and how often it came again after it was written off. */
  readonly rounds: number;
  readonly recurrences: number;
  /** Hazards that were merged into it. */
  readonly merged: number;
  readonly dismissalBy?: string;
  readonly writtenOffAt?: Instant;
  /** One of those that the bureau looks at again (H11). */
  readonly sampled?: true;
  readonly followedUp: boolean;
  /** What the enforcement lead told last. */
  readonly enforcement?: string;
  /** What a substitute repair cost, until it is recovered. */
  readonly costDue?: { readonly amount: number; readonly since: Instant };
}

/** What begins anew when a hazard comes again. */
interface Round {
  /** From when the hours of emergency control count: the discovery, or the instant at which it grew worse. */
  readonly dangerSince: Instant;
  readonly grade?: Grade;
  readonly gradedBy: readonly string[];
  readonly loweringAskedBy?: string;
  readonly arrived: boolean;
  readonly warned: boolean;
  readonly control: 'NONE' | 'IN_PLACE' | 'LIFTED';
  readonly noticeIssued: boolean;
  readonly partyKnown: boolean;
  /** The last day that the notice sets. */
  readonly rectifyBy?: CivilDate;
  readonly planned: boolean;
  readonly appraised?: Conclusion;
  readonly fundingLapsed: boolean;
  /** Why rectification stands still, or stood still last. */
  readonly pausedFor?: PauseGround;
  readonly controlledAsked?: Watch;
  /** Who watches a hazard under control, and until when it has to be looked at. */
  readonly watch?: Watch;
  /** Everybody who rectified, or recorded that it was: they accept nothing. */
  readonly rectifiedBy: readonly string[];
  readonly checkedBy?: string;
  readonly reported: boolean;
  readonly removed: boolean;
}

export interface Watch {
  readonly watcher: string;
  readonly nextCheckOn?: CivilDate;
}

const newRound = (dangerSince: Instant): Round => ({
  dangerSince,
  gradedBy: [],
  arrived: false,
  warned: false,
  control: 'NONE',
  noticeIssued: false,
  partyKnown: false,
  planned: false,
  fundingLapsed: false,
  rectifiedBy: [],
  reported: false,
  removed: false,
});

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof finding>>): HazardFacts => ({
  source: input.source,
  kind: input.kind,
  objectId: input.objectId,
  partName: input.partName,
  key: `${input.objectId}/${input.partName}`,
  foundAt: occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.reporter && { reporter: input.reporter.sealed }),
  town: input.town,
  rounds: 1,
  recurrences: 0,
  merged: 0,
  followedUp: false,
  ...newRound(occurredAt),
});

/** Every tenth form of the year's series: the sample cannot be chosen, and can be told again (H11). */
export const isSampled = (form: string | undefined): boolean =>
  Number(/(\d+)号$/.exec(form ?? '')?.[1] ?? 1) % 10 === 0;

/** The same hazard, come again after it was written off: it counts as not written off (H11). */
export function recurred(facts: HazardFacts, at: Instant): HazardFacts {
  const { source, kind, objectId, partName, key, foundAt, text, address, town, merged } = facts;
  const { reporter, enforcement, costDue } = facts;
  return {
    source,
    kind,
    objectId,
    partName,
    key,
    foundAt,
    text,
    address,
    town,
    merged,
    ...(reporter !== undefined && { reporter }),
    ...(enforcement !== undefined && { enforcement }),
    ...(costDue && { costDue }),
    rounds: facts.rounds + 1,
    recurrences: facts.recurrences + 1,
    followedUp: true,
    ...newRound(at),
  };
}

export const bureauOf = ({ kind }: HazardFacts): string => BUREAUS[kind];

const MANDATORY: readonly (Grade | undefined)[] = ['MAJOR', 'SIGNIFICANT', 'HIGH'];
/** Emergency control is a duty (H3). */
export const needsControl = ({ grade }: Pick<HazardFacts, 'grade'>): boolean =>
  MANDATORY.includes(grade);
export const inControl = ({ control }: HazardFacts): boolean => control === 'IN_PLACE';

const GRAVE: readonly (Grade | undefined)[] = ['MAJOR', 'SIGNIFICANT'];
/** Grades that need an appraiser's word and report. */
export const isGrave = ({ grade }: { readonly grade?: Grade | undefined }): boolean =>
  GRAVE.includes(grade);

/** Grades that are rectified by a plan. */
export const PLANNED: readonly Grade[] = ['MAJOR', 'SIGNIFICANT', 'GENERAL'];
export const needsPlan = ({ grade, planned }: HazardFacts): boolean =>
  grade !== undefined && PLANNED.includes(grade) && !planned;

/** Falling parts: certified by an appraiser, or so grave that nobody waits for one. */
export const isDangerous = (facts: HazardFacts): boolean =>
  facts.appraised === 'DANGEROUS' || isGrave(facts);

/** Urgent: what may fall at once; what a citizen reports, until it is graded. */
export const isUrgent = ({ grade, source }: HazardFacts): boolean =>
  grade === undefined ? source === 'HOTLINE' : grade === 'MAJOR' || grade === 'HIGH';

/** The next lower grade; undefined at the bottom. */
export const LOWER: Readonly<Partial<Record<Grade, Grade>>> = {
  MAJOR: 'SIGNIFICANT',
  SIGNIFICANT: 'GENERAL',
  GENERAL: 'MINOR',
  HIGH: 'NORMAL',
};

/** A graver grade: the notice, the plan and the hours of emergency control begin anew. */
export function raised(
  facts: HazardFacts,
  grade: Grade,
  { at, actor }: Pick<Happened<object>, 'at' | 'actor'>,
  second: string,
): HazardFacts {
  const { loweringAskedBy: _lowering, controlledAsked: _asked, watch: _watch, ...rest } = facts;
  const { rectifyBy: _date, ...kept } = rest;
  const anew = { arrived: false, warned: false, noticeIssued: false, planned: false };
  return { ...kept, ...anew, grade, gradedBy: [actor, second], dangerSince: at };
}

export const rectified = (facts: HazardFacts, actor: string): HazardFacts =>
  facts.rectifiedBy.includes(actor)
    ? facts
    : { ...facts, rectifiedBy: [...facts.rectifiedBy, actor] };

/** Sent back by a check or by the bureau: what a removal had lifted is under control again. */
export function sentBack({ checkedBy: _checked, ...facts }: HazardFacts): HazardFacts {
  const control = facts.control === 'LIFTED' ? 'IN_PLACE' : facts.control;
  return { ...facts, control, rounds: facts.rounds + 1, removed: false, reported: false };
}

/** The ground on which rectification stands still, as its ledger names it. */
export const pauseGround = ({ pausedFor }: HazardFacts): string =>
  pausedFor ? PAUSE_GROUNDS[pausedFor] : '';

/** Who watches from now on, and when the next look is due where somebody set a day. */
export const watchBy = (watcher: string, nextCheckOn: CivilDate | undefined): Watch => ({
  watcher,
  ...(nextCheckOn !== undefined && { nextCheckOn }),
});
