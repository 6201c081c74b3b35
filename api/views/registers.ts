import { isoInstant } from '../../domain/calendar/civil.ts';
import {
  DECISION_REASONS,
  PROPOSAL_DECISIONS,
  PROPOSAL_GROUNDS,
  PROPOSAL_KINDS,
  type Proposal,
} from '../../domain/oversight/proposals.ts';
import { rulesOf } from '../../domain/registry.ts';
import type { PassedRow } from '../queries/buck-passing.ts';
import type { Directory } from '../queries/directory.ts';
import type { Decided, KnownProposals } from '../queries/proposals.ts';

/** A line of the register of cases that units passed to one another (推诿清单). */
export function passedView(row: PassedRow, directory: Directory) {
  const { type } = rulesOf(row.rules);
  const state = type.states[row.stage];
  return {
    caseId: row.id,
    number: row.number,
    type: type.id,
    typeLabel: type.label,
    stageLabel: state?.label ?? row.stage,
    ended: state?.ended === true,
    matter: row.matter,
    town: directory.unit(row.town),
    at: isoInstant(row.at.getTime()),
    returns: row.returns,
    units: row.units.map(({ unit, from, to }) => ({
      unit: directory.unit(unit),
      from: isoInstant(Date.parse(from)),
      to: to === null ? null : isoInstant(Date.parse(to)),
    })),
  };
}

/** A proposal with what it rests on, and what was decided. */
export function proposalView(
  proposal: Proposal,
  { decisions, numbers }: Pick<KnownProposals, 'decisions' | 'numbers'>,
  directory: Directory,
) {
  const { key, kind, ground, quarter, incidents } = proposal;
  const decided = decisions.get(key);
  return {
    key,
    kind,
    kindLabel: PROPOSAL_KINDS[kind],
    ground,
    groundLabel: PROPOSAL_GROUNDS[ground],
    quarter,
    unit: directory.unit(proposal.unit),
    at: isoInstant(proposal.at),
    incidents: incidents.map((one) => ({
      kind: one.kind,
      caseId: one.caseId,
      number: numbers.get(one.caseId) ?? null,
      order: one.kind === 'ORDER' ? one.key : null,
      at: isoInstant(one.at),
    })),
    decision: decided ? decisionView(decided, directory) : null,
  };
}

export const decisionView = ({ decision, reason, person, at }: Decided, directory: Directory) => ({
  decision,
  decisionLabel: PROPOSAL_DECISIONS[decision],
  reason,
  reasonLabel: DECISION_REASONS[reason],
  by: { name: directory.person(person)?.name ?? '' },
  at: isoInstant(at.getTime()),
});
