import { useQuery } from '@tanstack/react-query';
import { type CaseNumbers, CaseNumbersContext } from '../form/case-numbers.tsx';
import { useDocumentTitle } from '../frame/document-title.ts';
import { Loading } from '../frame/loading.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { linkTo, listPath } from '../routing/location.ts';
import type { CaseDetail } from '../server/case-detail.ts';
import { problemIn } from '../server/http.ts';
import { caseQuery } from '../server/queries.ts';
import { CaseHeader } from './case-header.tsx';
import { Clocks } from './clocks.tsx';
import { Likeness } from './likeness.tsx';
import { Matter } from './matter.tsx';
import { NextSteps } from './next-steps.tsx';
import { Records } from './records.tsx';
import { Timeline } from './timeline.tsx';

/** One case; `id` is its number or its id. */
export function CasePage({ id }: { id: string }) {
  const query = useQuery(caseQuery(id));
  useDocumentTitle(query.data?.number ?? id);
  return (
    <main className="page">
      <a className="back" {...linkTo(listPath())}>
        ← 返回列表
      </a>
      {query.error && (
        <ProblemAlert
          problem={problemIn(query.error)}
          onRetry={() => void query.refetch()}
          retryLabel="重试"
        />
      )}
      {query.isPending && <Loading />}
      {query.data && <Case detail={query.data} />}
    </main>
  );
}

function Case({ detail }: { detail: CaseDetail }) {
  return (
    <>
      <CaseHeader detail={detail} asOf={detail.asOf} />
      <div className="case">
        <div className="case-main">
          <Matter detail={detail} />
          <Records detail={detail} />
          <Likeness detail={detail} />
          <Timeline entries={detail.timeline} />
        </div>
        <div className="case-side">
          <CaseNumbersContext value={numbersOf(detail)}>
            <NextSteps detail={detail} />
          </CaseNumbersContext>
          <Clocks clocks={detail.clocks} asOf={detail.asOf} />
        </div>
      </div>
    </>
  );
}

/** What forms of this case may offer to pick from. */
const numbersOf = ({ orders, documents, links, similar }: CaseDetail): CaseNumbers => ({
  order: orders.filter(({ status }) => status !== 'CLOSED').map(({ number }) => number),
  item: documents.map(({ number }) => number),
  case: [...new Set([...links, ...similar].map(({ number }) => number))],
});
