import { type ReactNode, useEffect, useRef } from 'react';
import { linkTo, navigate } from '../routing/location.ts';
import { moveByKey } from './move-by-key.ts';

export interface TableColumn<Row> {
  /** Names the column's width: `col-number`. */
  readonly name: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Said in full where the cell may be cut off. */
  readonly hover?: (row: Row) => string | undefined;
  readonly className?: string;
}

interface RowTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly TableColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  /** The page that a row opens; null where it opens none. */
  readonly pathOf: (row: Row) => string | null;
  /** Said while there is no row. */
  readonly empty: string;
  readonly stale?: boolean;
  readonly className?: string;
}

/** A dense table, a case a row. A row opens by click; j, k and the arrows move between the rows' links. */
export function RowTable<Row>(props: RowTableProps<Row>) {
  const { label, rows, columns, keyOf, pathOf, empty, stale = false, className = '' } = props;
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (table.current) moveByKey(event, table.current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (rows.length === 0) return <p className="empty">{empty}</p>;
  return (
    <table
      ref={table}
      className={`cases ${stale ? 'cases-stale' : ''} ${className}`}
      aria-busy={stale}
      aria-label={label}
      aria-keyshortcuts="j k ArrowDown ArrowUp Enter"
    >
      <thead>
        <tr>
          {columns.map(({ name, title }) => (
            <th key={name} scope="col" className={`col-${name}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={keyOf(row)} row={row} columns={columns} path={pathOf(row)} />
        ))}
      </tbody>
    </table>
  );
}

interface TableRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly TableColumn<Row>[];
  readonly path: string | null;
}

function TableRow<Row>({ row, columns, path }: TableRowProps<Row>) {
  const cells = columns.map(({ name, cell, hover, className }) => (
    <td key={name} title={hover?.(row)} className={className}>
      {cell(row)}
    </td>
  ));
  if (path === null) return <tr className="closed-row">{cells}</tr>;
  // Whoever marks text in a row to copy it does not want it opened.
  const open = (): void => {
    if (window.getSelection()?.isCollapsed !== false) navigate(path);
  };
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the row's link is the keyboard's way
  return <tr onClick={open}>{cells}</tr>;
}

/** The number of a case, as the link by which the keyboard finds the row. */
export function NumberLink({ number, path }: { number: string; path: string }) {
  return (
    <a className="number" {...linkTo(path)}>
      {number}
    </a>
  );
}

/** How a table is walked by keyboard, at the end of the line below it. */
export const KeysHint = () => (
  <>
    {' · '}
    <kbd>j</kbd>/<kbd>k</kbd> 上下移动,<kbd>Enter</kbd> 打开
  </>
);
