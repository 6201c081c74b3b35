import { Radio, Select } from 'antd';
import type { FieldSchema } from '../server/case-type.ts';

/** More choices than this are folded into a list. */
const RADIOS = 4;

interface ChoiceProps {
  readonly schema: FieldSchema;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
  readonly 'aria-label': string;
}

/** One of a closed list. */
export function Choice({ schema, value, onChange, ...rest }: ChoiceProps) {
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
