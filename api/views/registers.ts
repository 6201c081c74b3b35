import { type Instant, isoInstant } from '../../domain/calendar/civil.ts';
import type { CaseState } from '../../domain/case-state.ts';
import { type ClockState, lightOf } from '../../domain/clocks/clock.ts';
import type { Level } from '../../domain/clocks/ladder.ts';
import { ESCALATION } from '../../domain/oversight/answers.ts';
import {
  DECISION_REASONS,
  PROPOSAL_DECISIONS,
  PROPOSAL_GROUNDS,
  PROPOSAL_KINDS,
} from '../../domain/oversight/decisions.ts';
import type { Proposal } from '../../domain/oversight/proposals.ts';
import { rulesOf } from '../../domain/registry.ts';
import { levelSpecOf } from '../../domain/timekeeping.ts';
import type { PassedRow } from '../queries/buck-passing.ts';
import type { Directory } from '../queries/directory.ts';
import type { EscalationRow } from '../queries/escalations.ts';
import type { Decided, KnownProposals } from '../queries/proposals.ts';
import type { Texts } from '../queries/listed-row.ts';
import { caseRowView } from './case-row.ts';

/** A case whose supervisor owes an answer: by when, what the rules reached, and whose duty each of them was. */
export function escalationView(
  row: EscalationRow,
  texts: Texts,
  directory: Directory,
  now: Instant,
) {
  const rules = rulesOf(row.state.rules);
  const { type } = rules;
  const own = clockOf(row.state, ESCALATION, row.round);
  return {
    ...caseRowView({ ...row, ...texts }, directory, now),
    answer: {
      dueAt: isoInstant(own.internalDue),
      since: isoInstant(own.startedAt),
      light: lightOf(own, now),
      provisional: own.provisional,
    },
    levels: row.levels.map(({ clock: name, round, level, due_at }) => {
      const clock = clockOf(row.state, name, round);
      const spec = type.clocks[name];
      return {
        level,
        label: levelSpecOf(rules, { level: level as Level, clock }).label,
        clockLabel: spec?.label ?? name,
        duty: type.roles[spec?.duty ?? '']?.label ?? '',
        own: name === ESCALATION,
        at: isoInstant(Date.parse(due_at)),
      };
    }),
  };
}

function clockOf({ clocks }: CaseState, name: string, round: number): ClockState {
  const found = clocks.find((one) => one.clock === name && one.round === round);
  if (!found) throw new Error(`no clock ${name} in round ${round}`);
  return found;
}

/** A line of the register of cases that units passed to one another (推诿清单). */
export function passedView(row: PassedRow, texts: Texts, directory: Directory, now: Instant) {
  const { id, ...listed } = caseRowView({ ...row, ...texts }, directory, now);
  return {
    ...listed,
    caseId: id,
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
  { decisions, incidents: known }: Pick<KnownProposals, 'decisions' | 'incidents'>,
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
      number: known.get(one.key)?.number ?? null,
      clockLabel: known.get(one.key)?.clockLabel ?? null,
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
