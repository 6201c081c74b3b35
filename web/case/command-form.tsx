import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SchemaForm } from '../form/schema-form.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { Loading } from '../frame/loading.tsx';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import type { AvailableCommand, CaseDetail } from '../server/case-detail.ts';
import type { FieldSchema } from '../server/case-type.ts';
import { caseTypesQuery } from '../server/queries.ts';

interface CommandFormProps {
  readonly detail: CaseDetail;
  readonly command: AvailableCommand;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** The form of one step. What is typed outlives refusals, conflicts and outages. */
export function CommandForm({ detail, command, onDone, onCancel }: CommandFormProps) {
  const { data: types } = useQuery(caseTypesQuery);
  const spec = types
    ?.find(({ id }) => id === detail.type)
    ?.commands.find((candidate) => candidate.command === command.command);
  return (
    <div className="command-form">
      <h3>{command.label}</h3>
      {spec ? (
        <StepForm
          detail={detail}
          command={command}
          onDone={onDone}
          onCancel={onCancel}
          schema={spec.schema}
        />
      ) : (
        <Loading inline />
      )}
    </div>
  );
}

function StepForm(props: CommandFormProps & { readonly schema: FieldSchema }) {
  const { detail, command, schema, onDone, onCancel } = props;
  const client = useQueryClient();
  // What the person had read when the form opened, not what has been fetched since.
  const [seen, setSeen] = useState(detail.version);
  const refresh = (): Promise<unknown> =>
    Promise.all(
      ['case', 'cases', 'escalations', 'notices'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const step = useSubmission(`/api/cases/${detail.id}/commands`, async () => {
    await refresh();
    onDone();
  });
  const reload = async (): Promise<void> => {
    await refresh();
    const current = client.getQueriesData<CaseDetail>({ queryKey: ['case'] });
    const fresh = current.map(([, data]) => data).find((data) => data?.id === detail.id);
    setSeen(fresh?.version ?? detail.version);
    step.startAnew();
  };
  return (
    <SchemaForm
      name={`step-${command.command}`}
      schema={schema}
      submitLabel={`确认${command.label}`}
      busy={step.busy}
      problem={step.problem}
      onSubmit={(input) => step.send({ command: command.command, input, expectedVersion: seen })}
      onCancel={onCancel}
    >
      <SubmissionProblem
        problem={step.problem}
        onReload={() => void reload()}
        reloadLabel="载入最新内容(保留已填)"
      />
    </SchemaForm>
  );
}
