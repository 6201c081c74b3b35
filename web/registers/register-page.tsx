import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDocumentTitle } from '../frame/document-title.ts';
import { Loading } from '../frame/loading.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { problemIn } from '../server/http.ts';
import './registers.css';

interface RegisterPageProps<Data> {
  readonly title: string;
  /** What stands in the register, and what is to be done with it. */
  readonly hint: string;
  /** What narrows it. */
  readonly tools?: ReactNode;
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** A register beside the worklist: its name, what it is for, and its rows. */
export function RegisterPage<Data>(props: RegisterPageProps<Data>) {
  const { title, hint, tools, query, children } = props;
  useDocumentTitle(title);
  return (
    <main className="page">
      <div className="tools">
        <div className="register-head">
          <h1>{title}</h1>
          <p className="quiet">{hint}</p>
        </div>
        {tools}
      </div>
      {query.error && (
        <ProblemAlert
          problem={problemIn(query.error)}
          {...(query.data !== undefined && { todo: '下面是先前的内容,会自动重试' })}
          onRetry={() => void query.refetch()}
          retryLabel="立即重试"
        />
      )}
      {query.isPending && <Loading />}
      {query.data !== undefined && children(query.data)}
    </main>
  );
}

/** The line below a register. */
export const RegisterFoot = ({ children }: { children: ReactNode }) => (
  <p className="paging">
    <span className="quiet">{children}</span>
  </p>
);
