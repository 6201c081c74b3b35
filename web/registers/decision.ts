import {
  DECISION_REASONS,
  PROPOSAL_DECISIONS,
  reasonsFor,
} from '../../domain/oversight/decisions.ts';
import type { FieldSchema } from '../server/case-type.ts';
import type { Proposal } from '../server/registers.ts';

/** What a supervisor fills in to decide a proposal: a measure where it is accepted, a reason where it is dismissed. */
export const decisionSchema = ({ kind }: Pick<Proposal, 'kind'>): FieldSchema => ({
  type: 'object',
  required: ['decision'],
  properties: {
    decision: {
      type: 'string',
      title: '决定',
      enum: Object.keys(PROPOSAL_DECISIONS),
      labels: PROPOSAL_DECISIONS,
    },
    measure: choiceOf('措施', reasonsFor(kind, 'ACCEPTED'), 'ACCEPTED'),
    dismissal: choiceOf('理由', reasonsFor(kind, 'DISMISSED'), 'DISMISSED'),
  },
});

const choiceOf = (title: string, codes: readonly string[], decision: string): FieldSchema => ({
  type: 'string',
  title,
  enum: codes,
  labels: DECISION_REASONS,
  requiredWhen: { decision: [decision] },
});

/** The API's body of what was filled in. */
export const decisionBody = (filled: Readonly<Record<string, unknown>>) => ({
  decision: filled['decision'],
  reason: filled['decision'] === 'ACCEPTED' ? filled['measure'] : filled['dismissal'],
});
