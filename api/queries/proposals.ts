import type { Instant } from '../../domain/calendar/civil.ts';
import type { DecisionReason, ProposalDecision } from '../../domain/oversight/decisions.ts';
import {
  type Proposal,
  proposalsOf,
  startOfLastQuarter,
} from '../../domain/oversight/proposals.ts';
import { inTransaction, query } from '../../engine/database.ts';
import type { Engine } from '../../engine/engine.ts';
import { type KnownIncident, incidentsOf } from './incidents.ts';

export interface Decided {
  readonly key: string;
  readonly decision: ProposalDecision;
  readonly reason: DecisionReason;
  readonly person: string;
  readonly at: Date;
}

export interface KnownProposals {
  readonly proposals: readonly Proposal[];
  readonly decisions: ReadonlyMap<string, Decided>;
  /** What they rest on, by its key, as people read it. */
  readonly incidents: ReadonlyMap<string, KnownIncident>;
}

/** What the record of this quarter and the last one proposes as of now, in cases of some types. */
export async function readProposals(
  engine: Engine,
  types: readonly string[],
  now: Instant,
): Promise<KnownProposals> {
  const [incidents, decided] = await Promise.all([
    incidentsOf(engine, types, { from: startOfLastQuarter(now), to: now }),
    query<Decided>(
      engine.pool,
      'SELECT key, decision, reason, person, at FROM proposal_decision WHERE at >= $1',
      [new Date(startOfLastQuarter(now))],
    ),
  ]);
  const decisions = new Map(decided.map((one) => [one.key, one]));
  const accepted = decided
    .filter(({ decision }) => decision === 'ACCEPTED')
    .map(({ key, at }): [string, Instant] => [key, at.getTime()]);
  return {
    proposals: proposalsOf(incidents, new Map(accepted)),
    decisions,
    incidents: new Map(incidents.map((one) => [one.key, one])),
  };
}

/** Keeps a decision. Answers the one on record: another one where somebody was first. */
export const decideProposal = ({ pool }: Engine, decided: Decided): Promise<Decided> =>
  inTransaction(pool, async (tx) => {
    const { key, decision, reason, person, at } = decided;
    await tx.query(
      'INSERT INTO proposal_decision (key, decision, reason, person, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING',
      [key, decision, reason, person, at],
    );
    const { rows } = await tx.query<Decided>(
      'SELECT key, decision, reason, person, at FROM proposal_decision WHERE key = $1',
      [key],
    );
    return rows[0] ?? decided;
  });
