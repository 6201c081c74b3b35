import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Moment } from '../case/records.tsx';
import { type RecordColumn, RecordPanel } from '../case/record-panel.tsx';
import { momentText } from '../light/due-text.ts';
import { casePath, linkTo } from '../routing/location.ts';
import type { ChangeLine, RuleChange } from '../server/oversight.ts';
import { changeLinesQuery } from '../server/queries.ts';
import { PressToDo } from './press-to-do.tsx';
import { KINDS } from './rule-versions.tsx';

const STATUS = {
  proposed: '待批准',
  running: '正在改用',
  paused: '已暂停',
  finished: '已完成',
} as const;

const STATES: Readonly<Record<ChangeLine['state'], string>> = {
  planned: '待改用',
  applied: '已改用',
  unchanged: '无须变动',
  differs: '与清单不符,未改',
  failed: '未成功',
};

interface ChangePanelProps {
  readonly change: RuleChange;
  readonly onDone: (text: string) => void;
}

/** Open cases that go on under another version: where it stands, what moves, and the next step. */
export function ChangePanel({ change, onDone }: ChangePanelProps) {
  const { id, kind, version, status, cases, moving, proposedBy, proposedAt } = change;
  const [open, setOpen] = useState(false);
  const counted = Object.entries(cases).filter(([, count]) => count > 0);
  return (
    <article className="panel" aria-labelledby={id}>
      <div className="tools">
        <h2 id={id}>
          改用 {KINDS[kind]} {version} · {STATUS[status]}
        </h2>
        <Steps change={change} onDone={onDone} />
      </div>
      <p>
        {counted
          .map(([state, count]) => `${STATES[state as ChangeLine['state']]} ${count} 件`)
          .join(',') || '没有需要变动的案件'}
        ;{moving} 件的时限变动
        <span className="quiet">
          {' '}
          · {proposedBy} {proposedAt !== null && momentText(proposedAt)} 提出
          {change.approvedBy !== null && `,${change.approvedBy} 批准`}
        </span>
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>逐件查看新旧到期日与级别</summary>
        {open && <Lines id={id} />}
      </details>
    </article>
  );
}

function Steps({ change: { id, status, version }, onDone }: ChangePanelProps) {
  const step = (label: string, path: string) => (
    <PressToDo
      label={label}
      about={version}
      path={`/api/rule-changes/${id}/${path}`}
      refreshes={['rule-changes']}
      onDone={() => onDone(`${label}:${version}`)}
    />
  );
  if (status === 'proposed') return step('批准改用', 'approval');
  if (status === 'running') return step('暂停', 'pause');
  return status === 'paused' ? step('续办', 'resumption') : null;
}

function Lines({ id }: { id: string }) {
  const { data } = useQuery(changeLinesQuery(id));
  if (!data) return null;
  return (
    <RecordPanel
      id={`lines-${id}`}
      title="清单"
      hint={`前 ${data.length} 件`}
      rows={data}
      keyOf={({ number }) => number}
      columns={LINES}
    />
  );
}

type Level = ChangeLine['clocks'][number]['levels'][number];

const instantText = (at: string | null): string => (at === null ? '无' : momentText(at));

const levelText = ({ level, from, to, fired }: Level): string =>
  fired ? `${level} 已触发,不变` : `${level} ${instantText(from)} → ${instantText(to)}`;

const LINES: readonly RecordColumn<ChangeLine>[] = [
  {
    title: '案件',
    cell: ({ number }) => (
      <a className="figures" {...linkTo(casePath(number))}>
        {number}
      </a>
    ),
  },
  {
    title: '时限:原到期 → 新到期',
    cell: ({ clocks }) => (
      <ul className="moves">
        {clocks.map(({ clock, label, round, from, to, levels }) => (
          <li key={`${clock} ${round}`}>
            {label} <Moment at={from.statutoryDue} /> → <Moment at={to.statutoryDue} />
            {to.provisional && '(暂定)'}
            <div className="quiet">{levels.map(levelText).join(';')}</div>
          </li>
        ))}
      </ul>
    ),
  },
  {
    title: '状态',
    cell: ({ state, problem }) => (
      <>
        <span className="figures">{STATES[state]}</span>
        {problem !== null && <span className="quiet"> {problem}</span>}
      </>
    ),
  },
];
