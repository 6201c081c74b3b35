import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import type { FieldSchema } from '../server/contract.ts';
import type { NamedField } from './schema.ts';
import { UnitSelect } from './unit-select.tsx';

/** More choices than this are folded into a list. */
const RADIOS = 4;

/** One field of a case type's input, as its schema describes it. */
export function Field({ field, within = [] }: { field: NamedField; within?: readonly string[] }) {
  const { name, schema, required } = field;
  const title = schema.title ?? name;
  const path = [...within, name];
  if (schema.properties) return <FieldGroup schema={schema} title={title} path={path} />;
  if (schema.type === 'boolean') {
    return (
      <Form.Item name={path} valuePropName="checked" className="half">
        <Checkbox>{title}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name={path}
      label={title}
      className={schema.widget === 'textarea' ? 'whole' : 'half'}
      extra={schema.description}
      required={required}
      rules={rulesOf(schema, title, required)}
    >
      {controlOf(schema, title)}
    </Form.Item>
  );
}

/** Fields that belong together, side by side. */
function FieldGroup({
  schema,
  title,
  path,
}: {
  schema: FieldSchema;
  title: string;
  path: readonly string[];
}) {
  return (
    <fieldset className="field-group">
      <legend className="field-title">{title}</legend>
      {Object.entries(schema.properties ?? {}).map(([name, inner]) => (
        <Field
          key={name}
          within={path}
          field={{ name, schema: inner, required: schema.required?.includes(name) ?? false }}
        />
      ))}
    </fieldset>
  );
}

function controlOf(schema: FieldSchema, title: string) {
  if (schema.enum) return <Choice schema={schema} aria-label={title} />;
  if (schema.type === 'integer') {
    const { minimum, maximum } = schema;
    return (
      <InputNumber
        precision={0}
        {...(minimum !== undefined && { min: minimum })}
        {...(maximum !== undefined && { max: maximum })}
      />
    );
  }
  switch (schema.widget) {
    case 'textarea':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />;
    case 'unit':
      return <UnitSelect receiving placeholder="输入名称、简称或拼音" />;
    case 'town':
      return <UnitSelect only="town" placeholder="输入名称或拼音" />;
    case 'instant':
      return <Input type="datetime-local" style={{ width: 220 }} />;
    case undefined:
      return <Input autoComplete="off" />;
  }
}

interface ChoiceProps {
  readonly schema: FieldSchema;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly 'aria-label': string;
}

function Choice({ schema, value, onChange, ...rest }: ChoiceProps) {
  const options = (schema.enum ?? []).map((one) => ({
    value: one,
    label: schema.labels?.[one] ?? one,
  }));
  if (options.length > RADIOS) {
    return (
      <Select
        {...rest}
        options={options}
        optionFilterProp="label"
        showSearch
        placeholder="请选择"
        {...(value !== undefined && { value })}
        onChange={(chosen: string) => onChange?.(chosen)}
      />
    );
  }
  return (
    <Radio.Group
      {...rest}
      options={options}
      value={value}
      onChange={(event) => onChange?.(String(event.target.value))}
    />
  );
}

function rulesOf(schema: FieldSchema, title: string, required: boolean): Rule[] {
  const chosen = schema.enum !== undefined || schema.widget === 'unit' || schema.widget === 'town';
  const typed = schema.type === 'string' && !chosen;
  return [
    ...(required
      ? [{ required: true, message: chosen ? `请选择${title}` : `请填写${title}` }]
      : []),
    ...(typed && required ? [{ whitespace: true, message: `请填写${title}` }] : []),
    ...(typed && schema.maxLength !== undefined
      ? [{ max: schema.maxLength, message: `不能超过 ${schema.maxLength} 字` }]
      : []),
  ];
}
