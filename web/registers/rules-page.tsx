import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ruleChangesQuery, rulesQuery } from '../server/queries.ts';
import { ChangePanel } from './change-panel.tsx';
import { RegisterPage } from './register-page.tsx';
import { RuleTools } from './rule-tools.tsx';
import { Versions } from './rule-versions.tsx';

/** Versions of limits and holidays, and the approved lists by which open cases go on under another one. */
export function RulesPage() {
  const query = useQuery(rulesQuery);
  const changes = useQuery(ruleChangesQuery);
  const [done, setDone] = useState('');
  const status = useRef<HTMLDivElement>(null);
  const tell = (text: string): void => {
    setDone(text);
    status.current?.focus();
  };
  return (
    <RegisterPage
      title="规则"
      hint="新版本由一人提出、另一人批准,只用于此后受理的案件;在办案件按批准的清单改用,已触发的级别不变"
      query={query}
    >
      {(versions) => (
        <>
          <div role="status" className="done" tabIndex={-1} ref={status}>
            {done}
          </div>
          <Versions versions={versions} onDone={tell} />
          <RuleTools versions={versions} onDone={tell} />
          {changes.data?.length === 0 && <p className="empty">还没有在办案件改用其他版本</p>}
          {changes.data?.map((change) => (
            <ChangePanel key={change.id} change={change} onDone={tell} />
          ))}
        </>
      )}
    </RegisterPage>
  );
}
