import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { momentText } from '../light/due-text.ts';
import { navigate, registerPath } from '../routing/location.ts';
import { proposalsQuery } from '../server/queries.ts';
import type { Proposal, ProposalList } from '../server/registers.ts';
import { ProposalPanel } from './proposal-panel.tsx';
import { RegisterFoot, RegisterPage } from './register-page.tsx';

/** What the rules propose of a unit's record, for supervisors to decide. */
export function ProposalsPage({ search }: { search: string }) {
  const query = useQuery(proposalsQuery);
  const decided = new URLSearchParams(search).get('decided') === 'true';
  return (
    <RegisterPage
      title="督办建议"
      hint="按各单位本季度和上季度的记录由规则提出,由督办员决定;不改变任何案件"
      tools={query.data && <Which list={query.data} decided={decided} />}
      query={query}
    >
      {(list) => <Proposals list={list} decided={decided} />}
    </RegisterPage>
  );
}

interface PartProps {
  readonly list: ProposalList;
  readonly decided: boolean;
}

const partOf = ({ proposals }: ProposalList, decided: boolean) =>
  proposals.filter(({ decision }) => (decision !== null) === decided);

function Which({ list, decided }: PartProps) {
  const button = (label: string, which: boolean) => (
    <button
      type="button"
      aria-pressed={decided === which}
      onClick={() =>
        navigate(registerPath('proposals', { decided: which ? 'true' : null }), { replace: true })
      }
    >
      {label} <b>{partOf(list, which).length}</b>
    </button>
  );
  return (
    <div className="counts" role="group" aria-label="待决定或已决定">
      {button('待决定', false)}
      {button('已决定', true)}
    </div>
  );
}

function Proposals({ list, decided }: PartProps) {
  const shown = partOf(list, decided);
  const [done, setDone] = useState('');
  const status = useRef<HTMLDivElement>(null);
  // What was decided leaves the list, and the focus with it.
  const tell = ({ unit, kindLabel, decision }: Proposal): void => {
    setDone(
      `已保存:${unit.name} ${kindLabel},${decision?.decisionLabel}(${decision?.reasonLabel})`,
    );
    status.current?.focus();
  };
  return (
    <>
      <div role="status" className="done" tabIndex={-1} ref={status}>
        {done}
      </div>
      {shown.length === 0 && (
        <p className="empty">{decided ? '还没有作出过决定' : '没有等待决定的建议'}</p>
      )}
      {shown.map((proposal) => (
        <ProposalPanel key={proposal.key} proposal={proposal} onDecided={tell} />
      ))}
      <RegisterFoot>{momentText(list.asOf)} 更新</RegisterFoot>
    </>
  );
}
