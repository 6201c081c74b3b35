import type { Instant } from '../calendar/civil.ts';

/**
 * How cases are tied: `conversion` from the source to the case that came of it; `merge` from the merged case to its
 * master; `incident` from a case to the one that heads the group; `repeat` from the newer case to the older.
 */
export type LinkKind = 'conversion' | 'merge' | 'incident' | 'repeat';

/** Which end of a link the other case is. */
export type LinkEnd = 'from' | 'to';

/** A tie to another case, as it stands in each of the two. */
export interface CaseLink {
  readonly kind: LinkKind;
  /** The end at which the other case is: a converted ticket sees its hazard at `to`. */
  readonly end: LinkEnd;
  readonly caseId: string;
  readonly number: string;
  /** The other case's type. */
  readonly type: string;
  /** What a conversion is about, where one source may convert several things. */
  readonly object?: string;
  /** Types of all cases that a conversion came from, the first source first; held by the case that came of it. */
  readonly path?: readonly string[];
}

/** A tie that a case has or had. */
export interface KnownLink extends CaseLink {
  readonly at: Instant;
  readonly endedAt?: Instant;
}

export const isActive = ({ endedAt }: KnownLink): boolean => endedAt === undefined;

/** What a guard may know of the case that a command ties to its own. */
export interface OtherCase {
  readonly caseId: string;
  readonly rules: { readonly type: { readonly id: string; readonly version: number } };
  readonly stage: string;
  readonly facts: object;
  readonly links: readonly KnownLink[];
}

/** The cases of one kind of tie at one end, those that still hold. */
export const linked = (
  links: readonly KnownLink[],
  kind: LinkKind,
  end: LinkEnd,
): readonly KnownLink[] =>
  links.filter((link) => isActive(link) && link.kind === kind && link.end === end);

/** A case opens another one. `opening` gives the input of the other type's opening; sealed values may be passed on as they are. */
export interface Conversion<Facts, Input> {
  /** Id of the case type that it becomes. */
  readonly to: string;
  /** Tells several conversions to one type apart: two hazards of one ticket are two objects. */
  readonly object?: (input: Input) => string;
  readonly opening: (facts: Facts, input: Input) => object;
}

/** Linked cases that take notice of a step: each by a system command of its own type, where it knows it in its state. */
export interface TellsLinked<Facts = object> {
  readonly link: LinkKind;
  readonly end: LinkEnd;
  readonly command: string;
  /** Told of only then, by the facts after the step. */
  readonly when?: (facts: Facts) => boolean;
}

/** What a linked case is told with: the number of the case in which something happened, and the event. */
export interface LinkedStep {
  readonly number: string;
  readonly event: string;
}

/** A sealed value that a conversion passes on: the engine opens it and seals it anew for the other case. */
export interface PassedOn {
  readonly sealed: string;
}

/** Passes a sealed value on by its reference. */
export const passOn = (sealed: string): PassedOn => ({ sealed });
