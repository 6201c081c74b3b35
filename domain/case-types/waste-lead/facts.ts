import type { z } from 'zod';
import type { Instant } from '../../calendar/civil.ts';
import type { Extension } from '../../clocks/facts.ts';
import type { Happened } from '../../define-case-type.ts';
import { CENTRE, type HeldUnit } from '../../definition/parts.ts';
import type { supplement, transfer, opening } from './inputs.ts';
import { type ActKind, CASE_ENDINGS, type Outcome, type Source } from './labels.ts';

/** What the rules of leads depend on, folded from events. Plain JSON. */
export interface LeadFacts {
  readonly source: Source;
  readonly actKind: ActKind;
  readonly receivedAt: Instant;
  readonly occurredAt: Instant;
  /** References of sealed data. */
  readonly text: string;
  readonly address: string;
  readonly informant?: string;
  readonly plate?: string;
  readonly suggestedClause?: string;
  readonly town?: string;
  /** Reported by the public: whoever reported it is told the result (city enforcement rules art. 26). */
  readonly publicReport: boolean;
  readonly evidence: boolean;
  readonly transferor: string;
  readonly leadUnit?: string;
  /** Bound by a superior's designation: neither refused nor returned any more. */
  readonly bound: boolean;
  /** Returned for a supplement, which happens once. */
  readonly returned: boolean;
  readonly notSupplemented: boolean;
  /** A refusal that intake proposed and legal review has not decided. */
  readonly refusal?: { readonly by: string; readonly reason: string };
  readonly acceptedAt?: Instant;
  readonly informantTold: boolean;
  readonly notFilingBy?: string;
  readonly extension?: Extension;
  /** The task force on a suspected crime; its members do not decide. */
  readonly team: readonly string[];
  readonly forwarded: boolean;
  readonly reconsidered: boolean;
  /** Management units that enforcement turned to. */
  readonly bureaus: readonly string[];
  readonly outcome?: Outcome;
  readonly filingFeedback: boolean;
  /** The step by which the case that came of it ended. */
  readonly ending?: string;
}

export const firstFacts = ({
  occurredAt,
  unit,
  input,
}: Happened<z.output<typeof opening>>): LeadFacts => ({
  source: input.source,
  actKind: input.actKind,
  receivedAt: occurredAt,
  occurredAt: input.occurredAt,
  text: input.text.sealed,
  address: input.address.sealed,
  ...(input.informant && { informant: input.informant.sealed }),
  ...(input.town && { town: input.town }),
  ...(input.plate !== undefined && { plate: input.plate.sealed }),
  ...(input.suggestedClause !== undefined && { suggestedClause: input.suggestedClause.sealed }),
  publicReport:
    input.informant !== undefined || input.source === 'HOTLINE' || input.source === 'PETITION',
  evidence: false,
  transferor: unit,
  bound: false,
  returned: false,
  notSupplemented: false,
  informantTold: false,
  team: [],
  forwarded: false,
  reconsidered: false,
  bureaus: [],
  filingFeedback: false,
});

/** What a transfer adds to the lead. */
export const transferred = (
  facts: LeadFacts,
  { input }: Happened<z.output<typeof transfer>>,
): LeadFacts => ({
  ...facts,
  leadUnit: input.leadUnit,
  evidence: facts.evidence || input.evidence !== undefined,
  ...(input.plate !== undefined && { plate: input.plate.sealed }),
  ...(input.suggestedClause !== undefined && { suggestedClause: input.suggestedClause.sealed }),
  ...(input.occurredAt !== undefined && { occurredAt: input.occurredAt }),
});

export const supplemented = (
  facts: LeadFacts,
  { input }: Happened<z.output<typeof supplement>>,
): LeadFacts => ({
  ...facts,
  ...(input.plate !== undefined && { plate: input.plate.sealed }),
  ...(input.suggestedClause !== undefined && { suggestedClause: input.suggestedClause.sealed }),
});

export const withoutRefusal = ({ refusal: _refusal, ...facts }: LeadFacts): LeadFacts => facts;

/** The unit that accepts it, which verifies from that day. */
export const accepted = (facts: LeadFacts, { at }: { readonly at: Instant }): LeadFacts => ({
  ...withoutRefusal(facts),
  acceptedAt: at,
});

/** Given to a unit by a superior: that binds it. */
export const givenTo = (facts: LeadFacts, leadUnit: string): LeadFacts => {
  const {
    acceptedAt: _accepted,
    notFilingBy: _by,
    extension: _more,
    ...rest
  } = withoutRefusal(facts);
  return { ...rest, leadUnit, bound: true };
};

/** Notes the end of the case that came of it, the first one told. */
export const told = (
  facts: LeadFacts,
  { input }: { readonly input: { readonly event: string } },
): LeadFacts =>
  facts.ending === undefined &&
  facts.outcome === 'FILED' &&
  (CASE_ENDINGS as readonly string[]).includes(input.event)
    ? { ...facts, ending: input.event }
    : facts;

/** The decision was revoked before its result went back: the case has not ended after all. */
export const endUndone = ({ ending: _undone, ...facts }: LeadFacts): LeadFacts => facts;

/** Transferor (the centre sees every lead without), the enforcement unit that it went to, and the management units that enforcement turned to. */
export const holders = ({ transferor, leadUnit, bureaus }: LeadFacts): readonly HeldUnit[] => [
  ...(transferor === CENTRE ? [] : [{ unit: transferor, part: 'transferor' } as const]),
  ...(leadUnit === undefined ? [] : [{ unit: leadUnit, part: 'lead' } as const]),
  ...bureaus.map((unit) => ({ unit, part: 'bureau' }) as const),
];
