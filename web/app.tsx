import { useQuery } from '@tanstack/react-query';
import { CasePage } from './case/case-page.tsx';
import { Frame } from './frame/frame.tsx';
import { Loading } from './frame/loading.tsx';
import { NewCasePage } from './intake/new-case-page.tsx';
import { ProblemAlert } from './problem/problem-alert.tsx';
import { AuditsPage } from './registers/audits-page.tsx';
import { BuckPassingPage } from './registers/buck-passing-page.tsx';
import { EscalationsPage } from './registers/escalations-page.tsx';
import { PrecedentsPage } from './registers/precedents-page.tsx';
import { ProposalsPage } from './registers/proposals-page.tsx';
import { RulesPage } from './registers/rules-page.tsx';
import { linkTo, usePage } from './routing/location.ts';
import type { Me } from './server/contract.ts';
import { problemIn } from './server/http.ts';
import { sessionQuery } from './server/queries.ts';
import { ExpiredSession } from './sign-in/expired-session.tsx';
import { SignInPage } from './sign-in/sign-in-page.tsx';
import { WorklistPage } from './worklist/worklist-page.tsx';

export function App() {
  const session = useQuery(sessionQuery);
  if (session.data) {
    return (
      <Frame me={session.data}>
        <CurrentPage me={session.data} />
        <ExpiredSession me={session.data} />
      </Frame>
    );
  }
  if (session.data === null) return <SignInPage />;
  return (
    <main className="lone">
      {session.error ? (
        <ProblemAlert
          problem={problemIn(session.error)}
          onRetry={() => void session.refetch()}
          retryLabel="重试"
        />
      ) : (
        <Loading />
      )}
    </main>
  );
}

function CurrentPage({ me }: { me: Me }) {
  const page = usePage();
  switch (page.name) {
    case 'worklist':
      return <WorklistPage me={me} search={page.search} />;
    case 'case':
      return <CasePage key={page.number} id={page.number} />;
    case 'new':
      return <NewCasePage type={page.type} />;
    case 'escalations':
      return <EscalationsPage />;
    case 'proposals':
      return <ProposalsPage search={page.search} />;
    case 'buck-passing':
      return <BuckPassingPage search={page.search} />;
    case 'precedents':
      return <PrecedentsPage search={page.search} />;
    case 'rules':
      return <RulesPage />;
    case 'audits':
      return <AuditsPage search={page.search} />;
    case 'unknown':
      return (
        <main className="page">
          <h1>没有这个页面</h1>
          <a {...linkTo('/')}>返回工作列表</a>
        </main>
      );
  }
}
