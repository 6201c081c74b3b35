import type { z } from 'zod';
import type { CivilDate, Instant } from '../../calendar/civil.ts';
import type { Extension } from '../../clocks/facts.ts';
import type { Happened } from '../../define-case-type.ts';
import { without } from './folding.ts';
import type { opening } from './inputs.ts';
import type {
  ActKind,
  Ending,
  Outcome,
  PartyKind,
  Penalty,
  Remedy,
  ReviewReason,
} from './labels.ts';

/** What was registered as evidence or seized, by the number of its document. */
export interface Item {
  readonly number: string;
  readonly kind: 'REGISTERED' | 'SEIZED';
  /** Taken on the spot: the head of the agency has not approved it yet. */
  readonly unapproved?: true;
  readonly extended?: true;
  /** Its limit is over: it has to be given back. */
  readonly lapsed?: true;
  readonly unclaimed?: true;
  readonly disposed?: true;
}

/** What the investigation came to. */
export interface Findings {
  readonly penalty: Penalty;
  readonly amount: number;
  readonly reviewReason: ReviewReason;
  readonly major: boolean;
}

/** A stretch in which the decision was under review or in court: no surcharge grows (Penalty Law art. 73). */
export interface Dispute {
  readonly kind: Remedy;
  readonly from: Instant;
  readonly to?: Instant;
}

/** What the rules of a penalty case depend on, folded from its events. Plain JSON. */
export interface WasteFacts {
  readonly actKind: ActKind;
  readonly partyKind: PartyKind;
  readonly receivedAt: Instant;
  /** References of what happened, where, of the party and of its vehicle, sealed. */
  readonly text: string;
  readonly address: string;
  readonly party?: string;
  readonly town?: string;
  readonly plate?: string;
  readonly actEndedOn: CivilDate;
  readonly publicReport: boolean;
  readonly informed?: true;
  readonly leadUnit: string;
  readonly transferor?: string;
  readonly fedBack?: true;
  readonly finallyFedBack?: true;
  /** The two officers of the case; none after it came to another unit. */
  readonly officers: readonly string[];
  /** Everybody who ever investigated: they neither review nor host nor decide. */
  readonly investigators: readonly string[];
  readonly reviewers: readonly string[];
  readonly proposal?: 'FILE' | 'NOT_FILE';
  readonly verifyExtension?: Extension;
  readonly decisionExtension?: Extension;
  readonly seizureExtension?: Extension;
  readonly remedyExtension?: Extension;
  /** Units that were asked for an opinion and have not given it. */
  readonly assisting: readonly string[];
  readonly assistUntil?: CivilDate;
  readonly items: readonly Item[];
  /** Why the decision's time stands still, or stood still last, and until when. */
  readonly excludedFor?: string;
  readonly excludedUntil?: CivilDate;
  /** The police refused to file; the agency may ask for reconsideration. */
  readonly policeDeclined?: true;
  readonly findings?: Findings;
  readonly reviewed: boolean;
  readonly discussed: boolean;
  readonly hearingRight: boolean;
  readonly defence?: 'OPEN' | 'RAISED' | 'WAIVED' | 'CONSIDERED' | 'LAPSED';
  readonly hearing?: 'OPEN' | 'REQUESTED' | 'WAIVED' | 'HELD' | 'LAPSED';
  readonly hearingOn?: CivilDate;
  readonly host?: string;
  readonly outcome?: Outcome;
  /** The fine and what of it was paid, in fen. */
  readonly fine: number;
  readonly paid: number;
  /** Parts of it, each with when it was paid: what is unpaid grows a surcharge once it is overdue. */
  readonly payments?: readonly { readonly amount: number; readonly at: Instant }[];
  /** What was paid on top because it was late. */
  readonly surcharge?: number;
  /** When the party was told of the decision: from then on it may contest it. */
  readonly toldAt?: Instant;
  /** Since when the fine is overdue. */
  readonly overdueFrom?: Instant;
  readonly deferredUntil?: CivilDate;
  readonly disputes: readonly Dispute[];
  /** Neither review nor litigation is possible any more. */
  readonly unappealable: boolean;
  readonly demandOver: boolean;
  readonly ending?: Ending;
  readonly rectifyBy?: CivilDate;
  readonly rectification?: 'ORDERED' | 'DEMANDED' | 'DONE';
  readonly substituteOn?: CivilDate;
  readonly publication?: 'DUE' | 'PUBLISHED' | 'WAIVED';
  /** A decision that was made public has been revoked since. */
  readonly withdrawalDue?: true;
  readonly closingProposedBy?: string;
}

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof opening>>): WasteFacts => ({
  actKind: input.actKind,
  partyKind: input.partyKind,
  receivedAt: occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.party && { party: input.party.sealed }),
  ...(input.town && { town: input.town }),
  ...(input.plate && { plate: input.plate.sealed }),
  actEndedOn: input.actEndedOn,
  publicReport: input.publicReport,
  leadUnit: input.leadUnit,
  ...(input.transferor && { transferor: input.transferor }),
  officers: [],
  investigators: [],
  reviewers: [],
  assisting: [],
  items: [],
  reviewed: false,
  discussed: false,
  hearingRight: false,
  fine: 0,
  paid: 0,
  disputes: [],
  unappealable: false,
  demandOver: false,
});

/** Notes who investigated, for the segregation of duties. */
export const investigatedBy = (facts: WasteFacts, ...people: readonly string[]): WasteFacts => ({
  ...facts,
  investigators: [...new Set([...facts.investigators, ...people])],
});

type ByTwo = { readonly actor: string; readonly input: { readonly second: string } };

/** An act of two officers, who are the officers of the case from then on where it has none. */
export const actOfTwo = (facts: WasteFacts, { actor, input }: ByTwo): WasteFacts =>
  investigatedBy(
    facts.officers.length > 0 ? facts : { ...facts, officers: [actor, input.second] },
    actor,
    input.second,
  );

/** What is left of the fine. */
export const outstanding = ({ fine, paid }: WasteFacts): number => fine - paid;

export const openDispute = ({ disputes }: WasteFacts): Dispute | undefined =>
  disputes.find(({ to }) => to === undefined);

export const disputeEnded = (facts: WasteFacts, at: Instant): WasteFacts => ({
  ...facts,
  disputes: facts.disputes.map((one) => (one.to === undefined ? { ...one, to: at } : one)),
});

/** Time stands still on a ground of the rule's list. */
export const excluded = (facts: WasteFacts, ground: string, until?: CivilDate): WasteFacts => {
  const { excludedUntil: _before, ...rest } = facts;
  return { ...rest, excludedFor: ground, ...(until !== undefined && { excludedUntil: until }) };
};

/** The procedure up to the decision begins anew: more evidence, or a decision that was revoked. */
export const anew = (facts: WasteFacts): WasteFacts => ({
  ...without(facts, 'findings', 'defence', 'hearing', 'hearingOn', 'host'),
  reviewed: false,
  discussed: false,
  hearingRight: false,
});

/** A decision that was revoked leaves nothing to perform; what was made public has to be taken back. */
export function revoked(facts: WasteFacts): WasteFacts {
  const rest = without(
    anew(facts),
    'outcome',
    'toldAt',
    'overdueFrom',
    'payments',
    'surcharge',
    'finallyFedBack',
    'deferredUntil',
    'ending',
    'closingProposedBy',
    'publication',
  );
  return {
    ...rest,
    fine: 0,
    paid: 0,
    disputes: [],
    unappealable: false,
    demandOver: false,
    ...(facts.publication === 'PUBLISHED' && { withdrawalDue: true }),
  };
}
