import { useQueryClient } from '@tanstack/react-query';
import { SchemaForm } from '../form/schema-form.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import { proposalsQuery } from '../server/queries.ts';
import type { Proposal } from '../server/registers.ts';
import { decisionBody, decisionSchema } from './decision.ts';

interface DecisionFormProps {
  readonly proposal: Proposal;
  readonly onDecided: (decided: Proposal) => void;
  readonly onCancel: () => void;
}

/** Decides a proposal, once; whoever comes second is shown the decision that stands. */
export function DecisionForm({ proposal, onDecided, onCancel }: DecisionFormProps) {
  const client = useQueryClient();
  const reload = (): Promise<void> =>
    client.invalidateQueries({ queryKey: proposalsQuery.queryKey });
  const decision = useSubmission<Proposal>(
    `/api/proposals/${encodeURIComponent(proposal.key)}/decision`,
    async (decided) => {
      await reload();
      onDecided(decided);
    },
  );
  return (
    <SchemaForm
      name={`decide-${proposal.key}`}
      schema={decisionSchema(proposal)}
      submitLabel="确认决定"
      busy={decision.busy}
      problem={decision.problem}
      onSubmit={(filled) => decision.send(decisionBody(filled))}
      onCancel={onCancel}
    >
      <SubmissionProblem
        problem={decision.problem}
        onReload={() => void reload()}
        reloadLabel="查看已作出的决定"
      />
    </SchemaForm>
  );
}
