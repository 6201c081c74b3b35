import type { z } from 'zod';
import type { Instant } from '../../calendar/civil.ts';
import type { Extension } from '../../clocks/facts.ts';
import type { Happened } from '../../define-case-type.ts';
import { eitherKey, type LimitChoice, oneOf } from '../../definition/limit-choice.ts';
import { type Policy, timesOf } from '../../policy/policy.ts';
import type { coordinationResult, receipt } from './inputs.ts';
import {
  type Matter,
  MATTERS,
  type ResultType,
  SUSPENSION_GROUNDS,
  type SuspensionGround,
  type Topic,
} from './labels.ts';

/** What the ticket's rules depend on, folded from its events. Plain JSON. */
export interface TicketFacts {
  readonly matter: Matter;
  readonly urgent: boolean;
  readonly receivedAt: Instant;
  /** References of the caller and of what was asked, sealed. */
  readonly caller: string;
  readonly text: string;
  readonly address: string;
  readonly town?: string;
  /** What it is about, so that precedents are found. */
  readonly topic?: Topic;
  readonly leadUnit?: string;
  /** Every unit that led it, in order: as often as it did. */
  readonly units: readonly string[];
  /** Sections, villages and committees of the lead unit that have not replied yet. */
  readonly sections: readonly string[];
  /** Units that assist and have not answered yet. */
  readonly assisting: readonly string[];
  readonly dispatchedAt?: Instant;
  /** Bound by 签派: no return any more. */
  readonly directed: boolean;
  readonly returnCount: number;
  /** Passed around until a coordination froze it: a line of the monthly list (推诿). */
  readonly pingPong?: true;
  /** Where a coordination settled that such matters belong. */
  readonly precedent?: Precedent;
  readonly contactAttempts: number;
  /** The citizen was contacted, or three times in vain. */
  readonly contacted?: true;
  /** First steps of urgent tickets: on site, and the interim report. */
  readonly onSite?: true;
  readonly reported?: true;
  /** Everybody who worked on the matter: they neither review nor call back nor close it. */
  readonly handledBy: readonly string[];
  readonly resultType?: ResultType;
  /** A result waits for the unit's review. */
  readonly inReview?: boolean;
  /** A result has passed the review once: whatever comes after is rework. */
  readonly handled?: true;
  /** Answered by the dispatcher without a unit (直办). */
  readonly direct?: true;
  readonly reworkRounds: number;
  /** 预警工单: a caller was dissatisfied, not contacted or told something untrue. */
  readonly warned?: true;
  /** Rework was in vain and went to a coordination. */
  readonly reworkCoordinated?: true;
  readonly difficult?: true;
  readonly callbackAttempts: number;
  readonly calledBackBy?: string;
  readonly closedAt?: Instant;
  readonly voidRequestedBy?: string;
  /** An extension that somebody asked for and nobody has decided yet. */
  readonly extensionAsked?: ExtensionRequest;
  /** Extensions that were granted, the newest last. */
  readonly extensions: readonly ExtensionRequest[];
  /** Why the ticket stands still, or stood still last. */
  readonly suspendedFor?: SuspensionGround;
  /** Merged into another ticket of the same caller and matter, and whether that has closed. */
  readonly merged?: true;
  readonly masterClosed?: true;
  /** The same caller and matter as a ticket that had closed. */
  readonly isRepeat?: true;
  /** Numbers of hazards that came of it and are safe, and of petitions that were accepted. */
  readonly safeHazards?: readonly string[];
  readonly acceptedPetitions?: readonly string[];
}

export interface Precedent {
  readonly topic: Topic;
  readonly town?: string;
  readonly leadUnit: string;
}

export interface ExtensionRequest {
  readonly days: number;
  readonly askedAt: Instant;
  readonly by: string;
}

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof receipt>>): TicketFacts => ({
  matter: input.matter,
  urgent: input.urgency !== 'NORMAL',
  receivedAt: occurredAt,
  caller: input.caller.sealed,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.town && { town: input.town }),
  ...(input.topic && { topic: input.topic }),
  units: [],
  sections: [],
  contactAttempts: 0,
  assisting: [],
  directed: false,
  returnCount: 0,
  handledBy: [],
  reworkRounds: 0,
  callbackAttempts: 0,
  extensions: [],
});

/** Notes that somebody worked on the matter, for the segregation of duties. */
export const handledBy = (
  facts: TicketFacts,
  { actor }: { readonly actor: string },
): TicketFacts =>
  facts.handledBy.includes(actor) ? facts : { ...facts, handledBy: [...facts.handledBy, actor] };

/** `hotline.handle` → `hotline.handle.ASSIST_COMPLAINT`. */
export const byMatter = (key: string): LimitChoice<TicketFacts> =>
  oneOf(
    Object.keys(MATTERS).map((matter) => `${key}.${matter}`),
    ({ matter }) => `${key}.${matter}`,
  );

/** `hotline.ack`, or `hotline.ack.URGENT` for urgent tickets. */
export const urgentOr = (key: string): LimitChoice<TicketFacts, string> =>
  eitherKey(({ urgent }) => urgent, `${key}.URGENT`, key);

/** The request that was granted last, as a clock takes it. */
export function grantedExtension({ extensions }: TicketFacts): Extension {
  const last = extensions.at(-1);
  if (!last) throw new Error('no extension has been granted');
  return { value: last.days, askedAt: last.askedAt };
}

/** The ground on which the ticket stands still, as its ledger names it. */
export const suspensionGround = ({ suspendedFor }: TicketFacts): string =>
  suspendedFor ? SUSPENSION_GROUNDS[suspendedFor] : '';

/** The unit leads from now on. */
export const ledBy = (
  facts: TicketFacts,
  { leadUnit, at }: { readonly leadUnit: string; readonly at: Instant },
): TicketFacts => ({ ...facts, leadUnit, dispatchedAt: at, units: [...facts.units, leadUnit] });

/** Nobody leads it; what the unit had asked for and given to its sections is void. */
export const withoutUnit = ({
  leadUnit: _left,
  extensionAsked: _asked,
  ...facts
}: TicketFacts): TicketFacts => ({ ...facts, sections: [] });

/** A return was agreed to. */
export const returned = (facts: TicketFacts): TicketFacts => ({
  ...withoutUnit(facts),
  returnCount: facts.returnCount + 1,
});

/** From so many returns or units on a ticket counts as passed around (`supervision.pingPongReturns`). */
const AROUND = { returns: 2, units: 3 };

/** Three units had it, or one of them twice. */
export const wentAround = ({ units }: TicketFacts): boolean =>
  new Set(units).size >= AROUND.units || new Set(units).size < units.length;

/** A coordination takes it; the monthly list has it where it was passed around. */
export const coordinated = (facts: TicketFacts): TicketFacts =>
  facts.returnCount >= AROUND.returns || wentAround(facts)
    ? { ...withoutUnit(facts), pingPong: true }
    : withoutUnit(facts);

/** What a coordination settled binds the unit, and is a precedent for its topic and town. */
export function settled(
  facts: TicketFacts,
  { at, input: { leadUnit, topic } }: Happened<z.output<typeof coordinationResult>>,
): TicketFacts {
  const { town } = facts;
  const precedent = { topic, ...(town !== undefined && { town }), leadUnit };
  return { ...ledBy(facts, { leadUnit, at }), topic, precedent, directed: true };
}

/** Handling begins anew after a call-back or a closing. */
export const freshRound = ({ direct: _direct, ...facts }: TicketFacts): TicketFacts => ({
  ...facts,
  callbackAttempts: 0,
});

/** The master has the matter from now on; the unit keeps sight of it. */
export const mergedFacts = ({ extensionAsked: _asked, ...facts }: TicketFacts): TicketFacts => ({
  ...facts,
  assisting: [],
  sections: [],
  merged: true,
});

/** Does the unit's own clock end with its leg? Only the first reassignments give the whole limit anew (`hotline.resetOnReassign`). */
export const legEnds = ({ inReview, units }: TicketFacts, policy: Policy): boolean =>
  inReview === true || units.length <= timesOf(policy, 'hotline.resetOnReassign');
