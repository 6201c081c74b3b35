import type { z } from 'zod';
import type { CivilDate, Instant } from '../../calendar/civil.ts';
import type { Happened } from '../../define-case-type.ts';
import type { HeldUnit } from '../../definition/parts.ts';
import type { opening, subject } from './inputs.ts';
import type { Grounds, Rung, SubjectKind } from './labels.ts';

/** A rung that somebody took or proposes. */
export interface Step {
  readonly rung: Rung;
  readonly by: string;
  readonly grounds: Grounds;
  /** Last day of the rectification, where the rung sets one. */
  readonly dueOn?: CivilDate;
}

/** What the rules of supervision matters depend on, folded from events. Plain JSON. */
export interface MatterFacts {
  readonly subjectKind: SubjectKind;
  readonly grounds: Grounds;
  readonly receivedAt: Instant;
  /** References of sealed data. */
  readonly text: string;
  readonly address: string;
  readonly enterprise?: string;
  readonly town?: string;
  readonly leadUnit?: string;
  /** The rung that holds, and who took each: they do not close. */
  readonly step?: Step;
  readonly issuedBy: readonly string[];
  readonly proposed?: Step;
  readonly approvedBy?: string;
  readonly interviewHeld: boolean;
  /** Everybody who reported a rectification. */
  readonly reportedBy: readonly string[];
  /** A conclusion may be re-examined until its window lapsed, was used or waived. */
  readonly reexam: 'none' | 'open' | 'asked' | 'over';
  readonly revoked: boolean;
}

export const firstFacts = ({
  occurredAt,
  input,
}: Happened<z.output<typeof opening>>): MatterFacts => ({
  subjectKind: input.subjectKind,
  grounds: input.grounds,
  receivedAt: occurredAt,
  text: input.text.sealed,
  address: (input.address ?? input.text).sealed,
  ...(input.enterprise && { enterprise: input.enterprise.sealed }),
  ...(input.town && { town: input.town }),
  ...(input.leadUnit && { leadUnit: input.leadUnit }),
  issuedBy: [],
  interviewHeld: false,
  reportedBy: [],
  reexam: 'none',
  revoked: false,
});

export const named = (
  facts: MatterFacts,
  { input }: Happened<z.output<typeof subject>>,
): MatterFacts => ({
  ...facts,
  ...(input.enterprise && { enterprise: input.enterprise.sealed }),
  ...(input.leadUnit && { leadUnit: input.leadUnit }),
});

type Ordered = { readonly grounds: Grounds; readonly dueOn?: CivilDate | undefined };

const stepOf = (rung: Rung, { actor, input }: { actor: string; input: Ordered }): Step => ({
  rung,
  by: actor,
  grounds: input.grounds,
  ...(input.dueOn !== undefined && { dueOn: input.dueOn }),
});

const held = (facts: MatterFacts, step: Step): MatterFacts => ({
  ...facts,
  step,
  issuedBy: [...new Set([...facts.issuedBy, step.by])],
  interviewHeld: false,
});

/** A rung of the supervisor's own. */
export const took =
  (rung: Rung) =>
  (facts: MatterFacts, event: { actor: string; input: Ordered }): MatterFacts =>
    held(facts, stepOf(rung, event));

/** A rung that another person has to approve. */
export const proposes =
  (rung: Rung) =>
  (facts: MatterFacts, event: { actor: string; input: Ordered }): MatterFacts => ({
    ...facts,
    proposed: stepOf(rung, event),
  });

export const dropped = ({ proposed: _proposed, ...facts }: MatterFacts): MatterFacts => facts;

/** The proposed rung holds; a unit may have the conclusion re-examined (督查条例 art. 17). */
export function approved(facts: MatterFacts, { actor }: { actor: string }): MatterFacts {
  const { proposed } = facts;
  if (!proposed) return facts;
  return {
    ...held(dropped(facts), proposed),
    approvedBy: actor,
    reexam: facts.subjectKind === 'UNIT' ? 'open' : 'none',
  };
}

export const reported = (facts: MatterFacts, { actor }: { actor: string }): MatterFacts => ({
  ...facts,
  reportedBy: [...new Set([...facts.reportedBy, actor])],
});

export const holders = ({ leadUnit }: MatterFacts): readonly HeldUnit[] =>
  leadUnit === undefined ? [] : [{ unit: leadUnit, part: 'lead' }];
