import type { ReactNode } from 'react';
import './records.css';

export interface RecordColumn<Row> {
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
}

interface RecordPanelProps<Row> {
  /** Id of the heading, unique on the page. */
  readonly id: string;
  readonly title: string;
  /** `2 份`, or what the rows are good for. */
  readonly hint: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly RecordColumn<Row>[];
}

/** What a case has on record, a row each; nothing at all while there is none. */
export function RecordPanel<Row>(props: RecordPanelProps<Row>) {
  const { id, title, hint, rows, keyOf, columns } = props;
  if (rows.length === 0) return null;
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span className="quiet">{hint}</span>
      </h2>
      <table className="records" aria-labelledby={id}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RecordRow key={keyOf(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RecordRow<Row>({ row, columns }: Pick<RecordPanelProps<Row>, 'columns'> & { row: Row }) {
  return (
    <tr>
      {columns.map((column) => (
        <td key={column.title}>{column.cell(row)}</td>
      ))}
    </tr>
  );
}
