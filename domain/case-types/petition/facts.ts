import type { z } from 'zod';
import type { CivilDate, Instant } from '../../calendar/civil.ts';
import type { Extension } from '../../clocks/facts.ts';
import type { Happened } from '../../define-case-type.ts';
import type { HeldUnit } from '../../definition/parts.ts';
import type { registration } from './inputs.ts';
import type {
  Category,
  Channel,
  Decider,
  Nature,
  OpinionKind,
  Procedure,
  ResolutionEvidence,
  Upholding,
} from './labels.ts';
import { type RouteId, routeFor } from './routes.ts';

/** What the petition's rules depend on, folded from its events. Plain JSON. */
export interface PetitionFacts {
  readonly receivedAt: Instant;
  /** References of what was asked and by whom, sealed; nobody where it is anonymous. */
  readonly text: string;
  readonly address: string;
  readonly petitioner?: string;
  readonly town?: string;
  readonly channel: Channel;
  readonly category: Category;
  readonly anonymous: boolean;
  readonly urgent: boolean;
  readonly headcount?: number;
  readonly representatives?: number;
  /** The row of the decision table that matched. */
  readonly route?: RouteId;
  /** The unit that is complained of: it never holds the case. */
  readonly accusedUnit?: string;
  readonly receiptNoticed: boolean;
  /** A unit has been given it once. */
  readonly given: boolean;
  readonly leadUnit?: string;
  readonly assisting: readonly string[];
  readonly unitReceivedAt?: Instant;
  readonly objections: number;
  /** No objection is possible any more. */
  readonly bound?: 'LAPSED' | 'DECIDED';
  readonly jurisdictionBy?: Decider;
  /** Last day of the result report of an assigned petition. */
  readonly replyBy?: CivilDate;
  readonly reported: boolean;
  /** 受理之日, from which the sixty days count. */
  readonly acceptedAt?: Instant;
  readonly procedure?: Procedure;
  readonly procedureDueOn?: CivilDate;
  /** Everybody who worked on the matter, and everybody who signed: neither closes it. */
  readonly handledBy: readonly string[];
  readonly signedBy: readonly string[];
  readonly extensionAsked?: ExtensionRequest;
  readonly extension?: ExtensionRequest;
  /** Raised each time an opinion is revoked: the matter is handled anew. */
  readonly round: number;
  readonly agreement: boolean;
  readonly opinion?: OpinionKind;
  readonly executed: boolean;
  readonly acceptedInWriting: boolean;
  readonly review?: Examination;
  readonly recheck?: Examination;
  readonly finalized: boolean;
  readonly resolutionAsked?: { readonly evidence: ResolutionEvidence; readonly by: string };
  readonly resolution?: { readonly evidence: ResolutionEvidence; readonly at: Instant };
  readonly closedAt?: Instant;
  /** What cases told that came of this one. */
  readonly linked: readonly { readonly number: string; readonly event: string }[];
}

export interface ExtensionRequest extends Required<Extension> {
  readonly by: string;
}

/** A review (复查) or a recheck (复核). */
export interface Examination {
  readonly body: string;
  readonly draftedBy?: string;
  readonly outcome?: Upholding;
}

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof registration>>): PetitionFacts => ({
  receivedAt: occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.petitioner && { petitioner: input.petitioner.sealed }),
  ...(input.town && { town: input.town }),
  channel: input.channel,
  category: input.category,
  anonymous: false,
  urgent: false,
  receiptNoticed: false,
  given: false,
  assisting: [],
  objections: 0,
  reported: false,
  handledBy: [],
  signedBy: [],
  round: 1,
  agreement: false,
  executed: false,
  acceptedInWriting: false,
  finalized: false,
  linked: [],
});

const added = (list: readonly string[], one: string): readonly string[] =>
  list.includes(one) ? list : [...list, one];

/** Notes that somebody worked on the matter, for the segregation of duties. */
export const handledBy = (
  facts: PetitionFacts,
  { actor }: { readonly actor: string },
): PetitionFacts => ({ ...facts, handledBy: added(facts.handledBy, actor) });

/** Notes that somebody signed. */
export const signedBy = (
  facts: PetitionFacts,
  { actor }: { readonly actor: string },
): PetitionFacts => ({ ...facts, signedBy: added(facts.signedBy, actor) });

/** The facts with the row of the decision table that fits. */
export function routed(
  facts: PetitionFacts,
  input: {
    readonly category?: Category | undefined;
    readonly nature: Nature;
  },
): PetitionFacts {
  const category = input.category ?? facts.category;
  const route = routeFor(category, input.nature);
  return { ...facts, category, ...(route && { route }) };
}

/** Given to a unit, which has not signed for it yet. */
export const givenTo = (facts: PetitionFacts, leadUnit: string): PetitionFacts => {
  const { unitReceivedAt: _at, bound: _bound, extensionAsked: _asked, ...rest } = facts;
  return { ...rest, leadUnit, given: true };
};

/** Back with the petition office: no unit leads, and no report is due. */
export const withoutUnit = (facts: PetitionFacts): PetitionFacts => {
  const {
    leadUnit: _left,
    unitReceivedAt: _at,
    bound: _bound,
    extensionAsked: _asked,
    ...rest
  } = facts;
  const { replyBy: _date, ...free } = rest;
  return { ...free, reported: false };
};

/** An opinion was revoked: the matter is handled anew, with all that it had to prove. */
export const anew = (facts: PetitionFacts): PetitionFacts => {
  const { review: _review, recheck: _recheck, opinion: _opinion, ...rest } = facts;
  const { extensionAsked: _asked, extension: _extension, ...fresh } = rest;
  return { ...fresh, round: facts.round + 1, executed: false, acceptedInWriting: false };
};

export const grantedExtension = ({ extension }: PetitionFacts): Extension => {
  if (!extension) throw new Error('no extension has been granted');
  return { value: extension.value, askedAt: extension.askedAt };
};

export const holders = (facts: PetitionFacts): readonly HeldUnit[] => [
  ...(facts.leadUnit ? [{ unit: facts.leadUnit, part: 'lead' } as const] : []),
  ...facts.assisting.map((unit) => ({ unit, part: 'assisting' }) as const),
  ...(facts.review ? [{ unit: facts.review.body, part: 'reviewBody' } as const] : []),
  ...(facts.recheck ? [{ unit: facts.recheck.body, part: 'recheckBody' } as const] : []),
];

/** Handled by another procedure: its last day, where it names one. */
export const awaiting = (facts: PetitionFacts, dueOn: CivilDate | undefined): PetitionFacts => {
  const { procedureDueOn: _date, ...rest } = facts;
  return dueOn === undefined ? rest : { ...rest, procedureDueOn: dueOn };
};

/** The opinion after a review or recheck: its own where it modifies. */
export const examined = (
  facts: PetitionFacts,
  key: 'review' | 'recheck',
  input: { readonly outcome: Upholding; readonly kind?: OpinionKind | undefined },
): PetitionFacts => {
  const examination = facts[key];
  if (!examination) return facts;
  return {
    ...facts,
    ...(input.outcome === 'MODIFIED' && input.kind && { opinion: input.kind }),
    [key]: { ...examination, outcome: input.outcome },
  };
};

/** Notes who drafted an examination's opinion. */
export const drafted = (
  facts: PetitionFacts,
  key: 'review' | 'recheck',
  actor: string,
): PetitionFacts => {
  const examination = facts[key];
  return examination ? { ...facts, [key]: { ...examination, draftedBy: actor } } : facts;
};
