import { LightChip, ProvisionalMark, UrgentMark } from '../light/light-chip.tsx';
import { momentText } from '../light/due-text.ts';
import { casePath } from '../routing/location.ts';
import type { CaseList, CaseRow } from '../server/contract.ts';
import { NumberLink, RowTable, type TableColumn } from '../table/row-table.tsx';

interface CaseTableProps {
  readonly list: CaseList;
  readonly stale: boolean;
  /** Cases of more than one type may stand here. */
  readonly showType: boolean;
  readonly empty: string;
}

/** The page of cases. */
export function CaseTable({ list, stale, showType, empty }: CaseTableProps) {
  return (
    <RowTable
      label="案件"
      rows={list.cases}
      columns={columnsOf(list.asOf).filter(({ name }) => showType || name !== 'type')}
      keyOf={({ id }) => id}
      pathOf={({ number }) => casePath(number)}
      empty={empty}
      stale={stale}
    />
  );
}

const columnsOf = (asOf: string): readonly TableColumn<CaseRow>[] => [
  numberColumn,
  { name: 'due', title: '时限', cell: (row) => <DueCell row={row} asOf={asOf} /> },
  { name: 'town', title: '街镇', cell: ({ town }) => town?.short ?? '—' },
  typeColumn,
  matterColumn,
  summaryColumn,
  stageColumn,
  unitColumn,
  {
    name: 'received',
    title: '受理时间',
    cell: ({ receivedAt }) => momentText(receivedAt, asOf),
    className: 'figures',
  },
];

export const numberColumn: TableColumn<CaseRow> = {
  name: 'number',
  title: '编号',
  cell: ({ number }) => <NumberLink number={number} path={casePath(number)} />,
};

const typeColumn: TableColumn<CaseRow> = {
  name: 'type',
  title: '案件类型',
  cell: ({ typeLabel }) => typeLabel,
  hover: ({ typeLabel }) => typeLabel,
};

const matterColumn: TableColumn<CaseRow> = {
  name: 'matter',
  title: '类别',
  cell: ({ matter }) => matter,
  hover: ({ matter }) => matter,
};

export const summaryColumn: TableColumn<CaseRow> = {
  name: 'summary',
  title: '摘要',
  cell: ({ urgent, summary }) => (
    <>
      {urgent && <UrgentMark />}
      {summary}
    </>
  ),
  hover: ({ summary }) => summary,
};

export const stageColumn: TableColumn<CaseRow> = {
  name: 'stage',
  title: '环节',
  cell: ({ stageLabel }) => stageLabel,
  hover: ({ stageLabel }) => stageLabel,
};

export const unitColumn: TableColumn<CaseRow> = {
  name: 'unit',
  title: '主办单位',
  cell: ({ leadUnit }) => leadUnit?.short ?? '—',
  hover: ({ leadUnit }) => leadUnit?.short,
};

function DueCell({ row, asOf }: { row: CaseRow; asOf: string }) {
  if (row.dueAt === null) return <span className="quiet">{row.ended ? '已结束' : '停止计时'}</span>;
  return (
    <span className="due" title={row.dueLabel ?? undefined}>
      <LightChip light={row.light} due={row.dueAt} asOf={asOf} />
      <time dateTime={row.dueAt} className="figures quiet">
        {momentText(row.dueAt, asOf)}
      </time>
      {row.provisional && <ProvisionalMark />}
    </span>
  );
}
