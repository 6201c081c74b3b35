import { useQuery } from '@tanstack/react-query';
import { Spin } from 'antd';
import { useDocumentTitle } from '../frame/document-title.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { linkTo, worklistPath } from '../routing/location.ts';
import type { CaseDetail } from '../server/contract.ts';
import { problemIn } from '../server/http.ts';
import { caseQuery } from '../server/queries.ts';
import { CaseHeader } from './case-header.tsx';
import { Clocks } from './clocks.tsx';
import { Matter } from './matter.tsx';
import { NextSteps } from './next-steps.tsx';
import { Timeline } from './timeline.tsx';

/** One case; `id` is its number or its id. */
export function CasePage({ id }: { id: string }) {
  const query = useQuery(caseQuery(id));
  useDocumentTitle(query.data?.number ?? id);
  return (
    <main className="page">
      <a className="back" {...linkTo(worklistPath())}>
        ← 返回列表
      </a>
      {query.error && (
        <ProblemAlert
          problem={problemIn(query.error)}
          onRetry={() => void query.refetch()}
          retryLabel="重试"
        />
      )}
      {query.isPending && <Spin className="waiting" aria-label="正在载入" />}
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
          <Timeline entries={detail.timeline} />
        </div>
        <div className="case-side">
          <NextSteps detail={detail} />
          <Clocks clocks={detail.clocks} asOf={detail.asOf} />
        </div>
      </div>
    </>
  );
}
