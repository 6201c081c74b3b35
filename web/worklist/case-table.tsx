import { useEffect, useRef } from 'react';
import { LightChip, ProvisionalMark, UrgentMark } from '../light/light-chip.tsx';
import { momentText } from '../light/due-text.ts';
import { casePath, linkTo, navigate } from '../routing/location.ts';
import type { CaseList, CaseRow } from '../server/contract.ts';
import { moveByKey } from './move-by-key.ts';

const COLUMNS = [
  ['number', '编号'],
  ['due', '时限'],
  ['town', '街镇'],
  ['type', '案件类型'],
  ['matter', '类别'],
  ['summary', '摘要'],
  ['stage', '环节'],
  ['unit', '主办单位'],
  ['received', '受理时间'],
] as const;

interface CaseTableProps {
  readonly list: CaseList;
  readonly stale: boolean;
  /** Cases of more than one type may stand here. */
  readonly showType: boolean;
}

/** The page of cases. A row opens by click; j, k and the arrows move between the rows' links. */
export function CaseTable({ list, stale, showType }: CaseTableProps) {
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (table.current) moveByKey(event, table.current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (list.cases.length === 0) {
    return <p className="empty">没有符合条件的案件</p>;
  }
  return (
    <table
      ref={table}
      className={stale ? 'cases cases-stale' : 'cases'}
      aria-busy={stale}
      aria-label="案件"
      aria-keyshortcuts="j k ArrowDown ArrowUp Enter"
    >
      <thead>
        <tr>
          {COLUMNS.filter(([name]) => showType || name !== 'type').map(([name, title]) => (
            <th key={name} scope="col" className={`col-${name}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.cases.map((row) => (
          <Row key={row.id} row={row} asOf={list.asOf} showType={showType} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: CaseRow;
  readonly asOf: string;
  readonly showType: boolean;
}

function Row({ row, asOf, showType }: RowProps) {
  const path = casePath(row.number);
  // Whoever marks text in a row to copy it does not want it opened.
  const open = (): void => {
    if (window.getSelection()?.isCollapsed !== false) navigate(path);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the row's link is the keyboard's way
    <tr onClick={open}>
      <td>
        <a className="number" {...linkTo(path)}>
          {row.number}
        </a>
      </td>
      <td>
        <DueCell row={row} asOf={asOf} />
      </td>
      <td>{row.town?.short ?? '—'}</td>
      {showType && <td title={row.typeLabel}>{row.typeLabel}</td>}
      <td title={row.matter}>{row.matter}</td>
      <td title={row.summary}>
        {row.urgent && <UrgentMark />}
        {row.summary}
      </td>
      <td title={row.stageLabel}>{row.stageLabel}</td>
      <td title={row.leadUnit?.short}>{row.leadUnit?.short ?? '—'}</td>
      <td className="figures">{momentText(row.receivedAt, asOf)}</td>
    </tr>
  );
}

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
