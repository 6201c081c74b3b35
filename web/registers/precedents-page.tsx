import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { momentText } from '../light/due-text.ts';
import { casePath, navigate, registerPath } from '../routing/location.ts';
import { precedentsQuery } from '../server/queries.ts';
import type { FoundPrecedent, PrecedentList } from '../server/registers.ts';
import { KeysHint, NumberLink, RowTable, type TableColumn } from '../table/row-table.tsx';
import { RegisterFoot, RegisterPage } from './register-page.tsx';

/** Where coordinations settled that matters belong: looked up before a case is dispatched or disputed. */
export function PrecedentsPage({ search }: { search: string }) {
  const words = (new URLSearchParams(search).get('words') ?? '').trim();
  const query = useQuery(precedentsQuery(words));
  return (
    <RegisterPage
      title="归属先例"
      hint="会商确定的主办单位;派单、退单有争议时先查先例"
      tools={<Search key={words} words={words} />}
      query={query}
    >
      {(list) => <Precedents list={list} words={words} stale={query.isPlaceholderData} />}
    </RegisterPage>
  );
}

function Search({ words }: { words: string }) {
  const [typed, setTyped] = useState(words);
  const ask = (asked: string): void =>
    navigate(registerPath('precedents', { words: asked.trim() }), { replace: true });
  return (
    <search className="register-tools">
      <form
        className="register-tools"
        onSubmit={(event) => {
          event.preventDefault();
          ask(typed);
        }}
      >
        <Input
          aria-label="关键词"
          placeholder="事项、地址、街镇、单位,空格隔开"
          value={typed}
          onChange={({ target: { value } }) => setTyped(value)}
          maxLength={100}
          autoComplete="off"
          style={{ width: 300 }}
        />
        <Button type="primary" htmlType="submit">
          查找
        </Button>
      </form>
      <Button type="link" disabled={words === ''} onClick={() => ask('')}>
        清除
      </Button>
    </search>
  );
}

interface PrecedentsProps {
  readonly list: PrecedentList;
  readonly words: string;
  readonly stale: boolean;
}

function Precedents({ list: { precedents, total }, words, stale }: PrecedentsProps) {
  return (
    <>
      <RowTable
        label="归属先例"
        rows={precedents}
        columns={COLUMNS}
        keyOf={({ number, at }) => `${number} ${at}`}
        pathOf={({ caseId, number }) => (caseId === null ? null : casePath(number))}
        empty={words === '' ? '还没有先例' : '没有符合关键词的先例,可减少关键词再找'}
        stale={stale}
      />
      <RegisterFoot>
        {total > precedents.length
          ? `共 ${total} 条,列出最近 ${precedents.length} 条 · `
          : total > 0 && `共 ${total} 条 · `}
        无权查看的案件只列归属,不列内容
        {total > 0 && <KeysHint />}
      </RegisterFoot>
    </>
  );
}

const COLUMNS: readonly TableColumn<FoundPrecedent>[] = [
  { name: 'topic', title: '事项', cell: ({ topicLabel }) => topicLabel },
  { name: 'town', title: '街镇', cell: ({ town }) => town?.short ?? '全区' },
  {
    name: 'unit',
    title: '主办单位',
    cell: ({ leadUnit }) => <b>{leadUnit?.short ?? '—'}</b>,
    hover: ({ leadUnit }) => leadUnit?.short,
  },
  {
    name: 'number',
    title: '出自',
    cell: ({ caseId, number }) =>
      caseId === null ? number : <NumberLink number={number} path={casePath(number)} />,
  },
  {
    name: 'address',
    title: '地址',
    cell: ({ address }) => address ?? '—',
    hover: ({ address }) => address ?? undefined,
  },
  {
    name: 'summary',
    title: '摘要',
    cell: ({ summary }) => summary ?? '—',
    hover: ({ summary }) => summary ?? undefined,
  },
  { name: 'at', title: '确定时间', cell: ({ at }) => momentText(at), className: 'figures' },
];
