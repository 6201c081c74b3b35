import type { Instant } from './calendar/civil.ts';
import type { ClockMove, ClockOutcome, ClockStart, ClockState } from './clocks/clock.ts';
import type { Level } from './clocks/ladder.ts';
import type { CaseDocument, DocumentRef } from './definition/documents.ts';
import type { CaseLink, KnownLink } from './definition/links.ts';
import type { PinnedRules } from './registry.ts';

/** A case as its log folds to it. Plain JSON. */
export interface CaseState {
  readonly caseId: string;
  readonly rules: PinnedRules;
  readonly version: number;
  /** Version of the last step; levels that fall due in between are no reason for a conflict. */
  readonly stepVersion: number;
  readonly stage: string;
  /** Where the case came from: the target of commands that lead back. */
  readonly cameFrom: string | null;
  readonly openedAt: Instant;
  /** Recording time of the last event; no event is earlier. */
  readonly lastAt: Instant;
  readonly facts: object;
  /** Every clock ever started, in the order of starting. */
  readonly clocks: readonly ClockState[];
  /** Every document ever issued, in order. */
  readonly documents: readonly CaseDocument[];
  /** Every tie to another case, those that were undone too. */
  readonly links: readonly KnownLink[];
}

export interface ClockEnd {
  readonly clock: string;
  readonly round: number;
  readonly outcome: ClockOutcome;
}

/** What a step changed besides the facts; part of the stored event, so that the fold needs no rules. */
export interface StepData {
  readonly input: object;
  readonly to?: string;
  readonly started?: readonly ClockStart[];
  readonly ended?: readonly ClockEnd[];
  /** Due dates that the step moved, each with its cause. */
  readonly moved?: readonly ClockMove[];
  /** The document that the step issued. */
  readonly document?: DocumentRef;
  /** The document whose service it proves. */
  readonly served?: DocumentRef;
  readonly linked?: readonly CaseLink[];
  readonly unlinked?: readonly Pick<CaseLink, 'kind' | 'end' | 'caseId'>[];
}

/** What the first event of a log carries besides its step. */
export interface OpeningData extends StepData {
  readonly rules: PinnedRules;
  /** The case's number; logs from before it was kept here have none. */
  readonly number?: string;
}

/** A level of a clock that fell due (docs/rules.md 5). */
export interface LevelData {
  readonly clock: string;
  readonly round: number;
  readonly revision: number;
  readonly level: Level;
  /** The persons told, resolved from the organisation at that moment. */
  readonly targets?: readonly string[];
  /** The clock of the supervisor who has to answer it. */
  readonly started?: readonly ClockStart[];
}

/** What a change of rules replaces. */
export type PinnedVersions = Pick<PinnedRules, 'policy' | 'calendar'>;

/** A case goes on under another policy or another calendar: both versions, and the due dates that it moved. */
export interface RulesData {
  /** The approved change that it belongs to. */
  readonly change: string;
  readonly from: PinnedVersions;
  readonly to: PinnedVersions;
  readonly moved?: readonly ClockMove[];
}

export const RULES_CHANGED = 'RulesChanged';

export { LEVEL_REACHED } from './clocks/level-event.ts';

/** An event before the engine gives it its place in the log. */
export interface EventDraft {
  readonly type: string;
  readonly schema: number;
  /** Recording time. */
  readonly at: Instant;
  /** When it fell due, for what happens by itself. */
  readonly dueAt?: Instant;
  /** Business time, where it differs from the recording time. */
  readonly occurredAt?: Instant;
  readonly actor: string;
  readonly actorKind: 'person' | 'system';
  readonly role: string;
  readonly unit: string;
  readonly data: StepData | OpeningData | LevelData | RulesData;
}

export interface CaseEvent extends EventDraft {
  readonly caseId: string;
  /** 1, 2, 3 … without a gap. */
  readonly version: number;
}
