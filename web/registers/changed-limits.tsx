import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import type { LimitRow } from '../server/oversight.ts';
import { limitsQuery } from '../server/queries.ts';

/** Limits that a version changes, a line each: which one, what it is now, and what it shall be. Holds `changes` of its form. */
export function ChangedLimits() {
  const { data: rows = [] } = useQuery(limitsQuery);
  return (
    <Form.List name="changes">
      {(fields, { add, remove }) => (
        <fieldset className="field-group changed-limits">
          <legend className="field-title">改动的时限</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="changed-limit">
              <ChangedLimit name={name} rows={rows} />
              {fields.length > 1 && <Button onClick={() => remove(name)}>删去</Button>}
            </div>
          ))}
          <Button onClick={() => add({})}>再加一项</Button>
        </fieldset>
      )}
    </Form.List>
  );
}

type Changes = readonly ({ readonly key?: string } | undefined)[];

/** Offers what no other line changes. */
function ChangedLimit({ name, rows }: { name: number; rows: readonly LimitRow[] }) {
  const changes: Changes = Form.useWatch('changes') ?? [];
  const key = changes[name]?.key;
  const elsewhere = new Set(changes.filter((_, i) => i !== name).map((change) => change?.key));
  const offered = rows.filter((row) => !elsewhere.has(row.key));
  return (
    <>
      <Form.Item name={[name, 'key']} rules={[{ required: true, message: '请选择时限' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="输入名称查找"
          aria-label={`第 ${name + 1} 项时限`}
          options={offered.map((row) => ({ value: row.key, label: nameOf(row) }))}
        />
      </Form.Item>
      <span className="quiet">改为</span>
      <Form.Item name={[name, 'value']} rules={[{ required: true, message: '请填写新时限' }]}>
        <InputNumber min={1} precision={0} aria-label={`第 ${name + 1} 项新时限`} />
      </Form.Item>
      <span className="limit-unit">{unitOf(rows.find((row) => row.key === key))}</span>
    </>
  );
}

const nameOf = ({ register, label, value }: LimitRow): string =>
  `${register} · ${label}(现 ${value})`;

/** `个工作日` of `5 个工作日`. */
const unitOf = (row: LimitRow | undefined): string => row?.value.replace(/^\S+ /u, '') ?? '';
