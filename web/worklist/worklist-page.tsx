import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDocumentTitle } from '../frame/document-title.ts';
import { Loading } from '../frame/loading.tsx';
import { momentText } from '../light/due-text.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { navigate } from '../routing/location.ts';
import type { CaseList, Me } from '../server/contract.ts';
import { problemIn } from '../server/http.ts';
import { caseListQuery, caseTypesQuery } from '../server/queries.ts';
import { KeysHint } from '../table/row-table.tsx';
import { CaseTable } from './case-table.tsx';
import { CountsLine } from './counts-line.tsx';
import { FilterBar } from './filter-bar.tsx';
import {
  apiSearch,
  type Filters,
  isNarrowed,
  PAGE_SIZE,
  readFilters,
  writeFilters,
} from './filters.ts';
import { scopeOf } from './scope.ts';
import { useToday } from './today.ts';

export function WorklistPage({ me, search }: { me: Me; search: string }) {
  useDocumentTitle('工作列表');
  const filters = readFilters(search);
  const today = useToday();
  const list = useQuery(caseListQuery(apiSearch(filters, today)));
  const types = useQuery(caseTypesQuery);
  const scope = scopeOf(me, types.data ?? []);
  const narrow = (change: Partial<Filters>): void =>
    navigate(writeFilters({ ...filters, pages: [], ...change }), { replace: true });
  return (
    <main className="page worklist">
      <h1 className="unseen">工作列表</h1>
      <div className="tools">
        <CountsLine counts={list.data?.counts} filters={filters} onChange={narrow} />
        <FilterBar
          filters={filters}
          scope={scope}
          onChange={narrow}
          onReset={() => navigate('/', { replace: true })}
        />
      </div>
      {list.error && (
        <ProblemAlert
          problem={problemIn(list.error)}
          {...(list.data && { todo: '下面是先前的列表,会自动重试' })}
          onRetry={() => void list.refetch()}
          retryLabel="立即重试"
        />
      )}
      {list.data && (
        <CaseTable
          list={list.data}
          stale={list.isPlaceholderData}
          showType={scope.types.length > 1 && filters.type === null}
          empty={emptyText(filters)}
        />
      )}
      {list.isPending && <Loading />}
      {list.data && <Paging list={list.data} filters={filters} />}
    </main>
  );
}

function emptyText(filters: Filters): string {
  if (isNarrowed(filters)) return '没有符合条件的案件';
  return filters.ended ? '还没有已结束的案件' : '现在没有在办的案件';
}

function Paging({ list, filters }: { list: CaseList; filters: Filters }) {
  const turn = (pages: readonly string[]): void => {
    navigate(writeFilters({ ...filters, pages }));
    window.scrollTo(0, 0);
  };
  const first = filters.pages.length * PAGE_SIZE + 1;
  const { next } = list;
  return (
    <nav className="paging" aria-label="翻页">
      <span className="quiet">
        {list.cases.length > 0 &&
          `第 ${first}–${first + list.cases.length - 1} 件,共 ${list.total} 件 · `}
        {momentText(list.asOf)} 更新{list.cases.length > 0 && <KeysHint />}
      </span>
      <Button
        size="small"
        disabled={filters.pages.length === 0}
        onClick={() => turn(filters.pages.slice(0, -1))}
      >
        上一页
      </Button>
      <Button
        size="small"
        disabled={next === null}
        onClick={() => next !== null && turn([...filters.pages, next])}
      >
        下一页
      </Button>
    </nav>
  );
}
