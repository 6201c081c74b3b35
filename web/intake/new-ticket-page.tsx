import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Spin } from 'antd';
import { SchemaForm } from '../form/schema-form.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useDocumentTitle } from '../frame/document-title.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import { casePath, navigate, worklistPath } from '../routing/location.ts';
import type { CaseTypeInfo } from '../server/contract.ts';
import { problemIn } from '../server/http.ts';
import { caseTypesQuery } from '../server/queries.ts';

export function NewTicketPage() {
  useDocumentTitle('受理');
  const types = useQuery(caseTypesQuery);
  const type = types.data?.[0];
  return (
    <main className="page narrow">
      {type && <OpeningForm type={type} />}
      {types.isPending && <Spin className="waiting" aria-label="正在载入" />}
      {types.error && <ProblemAlert problem={problemIn(types.error)} />}
    </main>
  );
}

function OpeningForm({ type }: { type: CaseTypeInfo }) {
  const client = useQueryClient();
  const opening = useSubmission('/api/cases', (receipt) => {
    void client.invalidateQueries({ queryKey: ['cases'] });
    navigate(casePath(receipt.number), { replace: true });
  });
  return (
    <section className="panel" aria-labelledby="opening">
      <h1 id="opening">
        {type.opens.label} · {type.label}
      </h1>
      <SchemaForm
        name="opening"
        schema={type.opens.schema}
        submitLabel={`保存${type.opens.label}`}
        busy={opening.busy}
        problem={opening.problem}
        onSubmit={(input) => opening.send({ type: type.id, input })}
        onCancel={() => navigate(worklistPath())}
      >
        <SubmissionProblem
          problem={opening.problem}
          onReload={opening.startAnew}
          reloadLabel="作为另一件重新提交"
        />
      </SchemaForm>
    </section>
  );
}
