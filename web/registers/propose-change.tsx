import { useQueryClient } from '@tanstack/react-query';
import { SchemaForm } from '../form/schema-form.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import type { FieldSchema } from '../server/case-type.ts';
import type { RuleChange, RuleVersion } from '../server/oversight.ts';
import { KINDS } from './rule-versions.tsx';

interface ProposeChangeProps {
  readonly versions: readonly RuleVersion[];
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Asks which dates of open cases would move under a version; nothing moves before somebody else approves. */
export function ProposeChange({ versions, onDone, onClose }: ProposeChangeProps) {
  const client = useQueryClient();
  const proposal = useSubmission<RuleChange>('/api/rule-changes', async ({ moving }) => {
    await client.invalidateQueries({ queryKey: ['rule-changes'] });
    onDone(`已列出清单:${moving} 件的时限将变动,待另一人批准`);
    onClose();
  });
  return (
    <section className="panel" aria-label="在办案件改用其他版本">
      <SchemaForm
        name="propose-change"
        schema={schemaOf(versions.filter(({ status }) => status !== 'proposed'))}
        submitLabel="列出变动清单"
        busy={proposal.busy}
        problem={proposal.problem}
        onSubmit={(filled) => proposal.send(bodyOf(filled))}
        onCancel={onClose}
      >
        <SubmissionProblem
          problem={proposal.problem}
          onReload={() => void client.invalidateQueries({ queryKey: ['rules'] })}
          reloadLabel="重新读取版本"
        />
      </SchemaForm>
    </section>
  );
}

const schemaOf = (versions: readonly RuleVersion[]): FieldSchema => ({
  type: 'object',
  required: ['target'],
  properties: {
    target: {
      type: 'string',
      title: '改用版本',
      enum: versions.map(({ kind, version }) => `${kind}/${version}`),
      labels: Object.fromEntries(
        versions.map(({ kind, version }) => [`${kind}/${version}`, `${KINDS[kind]} ${version}`]),
      ),
    },
  },
});

const bodyOf = (filled: Readonly<Record<string, unknown>>) => {
  const [kind, ...version] = String(filled['target']).split('/');
  return { kind, version: version.join('/') };
};
