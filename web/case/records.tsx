import { LightMark } from '../light/light-chip.tsx';
import { momentText } from '../light/due-text.ts';
import { casePath, linkTo } from '../routing/location.ts';
import type {
  CaseDetail,
  CaseDocument,
  CaseLink,
  SupervisionOrder,
} from '../server/case-detail.ts';
import { type RecordColumn, RecordPanel } from './record-panel.tsx';

/** Supervision orders, ties to other cases and the other documents of a case. */
export function Records({ detail }: { detail: CaseDetail }) {
  const documents = documentsBesideOrders(detail);
  return (
    <>
      <RecordPanel
        id="orders"
        title="督办单"
        hint={`${detail.orders.length} 份`}
        rows={detail.orders}
        keyOf={({ number }) => number}
        columns={ORDERS}
      />
      <RecordPanel
        id="links"
        title="关联案件"
        hint={`${detail.links.length} 件`}
        rows={detail.links}
        keyOf={({ kind, end, number, at }) => `${kind} ${end} ${number} ${at}`}
        columns={LINKS}
      />
      <RecordPanel
        id="documents"
        title="文书"
        hint={`${documents.length} 份`}
        rows={documents}
        keyOf={({ number }) => number}
        columns={DOCUMENTS}
      />
    </>
  );
}

function documentsBesideOrders({ documents, orders }: CaseDetail): readonly CaseDocument[] {
  const ordered = new Set(orders.map(({ number }) => number));
  return documents.filter(({ number }) => !ordered.has(number));
}

export function CaseLinkTo({ number }: { number: string }) {
  return (
    <a className="number" {...linkTo(casePath(number))}>
      {number}
    </a>
  );
}

export const Moment = ({ at }: { at: string }) => (
  <time dateTime={at} className="figures">
    {momentText(at)}
  </time>
);

const ORDERS: readonly RecordColumn<SupervisionOrder>[] = [
  { title: '督办单号', cell: ({ number }) => number },
  { title: '来源', cell: ({ sourceLabel }) => sourceLabel },
  { title: '级别', cell: ({ level }) => `${level} 级` },
  {
    title: '答复期限',
    cell: ({ dueOn }) => <span className="figures">{dueOn ?? '按规定时限'}</span>,
  },
  { title: '状态', cell: orderStatus },
];

function orderStatus({ status, statusLabel }: SupervisionOrder) {
  return <LightMark light={status === 'CLOSED' ? 'green' : 'yellow'}>{statusLabel}</LightMark>;
}

const LINKS: readonly RecordColumn<CaseLink>[] = [
  { title: '编号', cell: ({ number }) => <CaseLinkTo number={number} /> },
  { title: '关系', cell: ({ label }) => label },
  { title: '案件类型', cell: ({ typeLabel }) => typeLabel },
  { title: '关联时间', cell: linkTime },
];

function linkTime({ at, endedAt }: CaseLink) {
  return (
    <>
      <Moment at={at} />
      {endedAt && (
        <span className="quiet">
          ,<Moment at={endedAt} /> 解除
        </span>
      )}
    </>
  );
}

const DOCUMENTS: readonly RecordColumn<CaseDocument>[] = [
  { title: '文书', cell: ({ label }) => label },
  { title: '文号', cell: ({ number }) => number },
  { title: '签发', cell: ({ issuedAt }) => <Moment at={issuedAt} /> },
  {
    title: '送达',
    cell: ({ servedAt }) => (servedAt ? <Moment at={servedAt} /> : '—'),
  },
];
