import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SchemaForm } from '../form/schema-form.tsx';
import { useSubmission } from '../form/use-submission.ts';
import { useDocumentTitle } from '../frame/document-title.ts';
import { Loading } from '../frame/loading.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { SubmissionProblem } from '../problem/submission-problem.tsx';
import { casePath, linkTo, navigate, newCasePath, worklistPath } from '../routing/location.ts';
import type { CaseTypeInfo } from '../server/case-type.ts';
import { problemIn } from '../server/http.ts';
import { caseTypesQuery } from '../server/queries.ts';

/** Opens a case of a type; without one, of the only type that the person may open. */
export function NewCasePage({ type }: { type: string | null }) {
  useDocumentTitle('新建');
  const types = useQuery(caseTypesQuery);
  return (
    <main className="page narrow">
      {types.data && <Opening types={types.data} wanted={type} />}
      {types.isPending && <Loading />}
      {types.error && <ProblemAlert problem={problemIn(types.error)} />}
    </main>
  );
}

function Opening({ types, wanted }: { types: readonly CaseTypeInfo[]; wanted: string | null }) {
  const allowed = types.filter(({ opens }) => opens.allowed);
  const only = allowed.length === 1 ? allowed[0] : undefined;
  const type = wanted === null ? only : allowed.find(({ id }) => id === wanted);
  return type ? <OpeningForm key={type.id} type={type} /> : <TypeList types={allowed} />;
}

function TypeList({ types }: { types: readonly CaseTypeInfo[] }) {
  return (
    <section className="panel" aria-labelledby="opening">
      <h1 id="opening">新建</h1>
      {types.length === 0 && <p>您没有可以新建的案件类型</p>}
      <ul className="openings">
        {types.map(({ id, label, opens }) => (
          <li key={id}>
            <a {...linkTo(newCasePath(id))}>
              {opens.label} · {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
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
