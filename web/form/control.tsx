import { Input, InputNumber } from 'antd';
import type { FieldSchema } from '../server/case-type.ts';
import { NumberInput } from './case-numbers.tsx';
import { Choice } from './choice.tsx';
import { ColleagueSelect } from './colleague-select.tsx';
import { yuanOf } from './money.ts';
import { SectionSelect, UnitSelect } from './unit-select.tsx';

/** Forms of numbers, shown until something is typed. */
const CASE_NUMBER = '如 QPHT2026-000001';
const DOCUMENT_NUMBER = '如 ×××〔2026〕12号';

/** What a field is filled in with, by its schema. */
export function controlOf(schema: FieldSchema, title: string) {
  if (schema.enum) return <Choice schema={schema} aria-label={title} />;
  switch (schema.widget) {
    case 'textarea':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />;
    case 'unit':
      return <UnitSelect receiving placeholder="输入名称、简称或拼音" />;
    case 'town':
      return <UnitSelect only="town" placeholder="输入名称或拼音" />;
    case 'section':
      return <SectionSelect />;
    case 'colleague':
      return <ColleagueSelect role={schema.role ?? ''} />;
    case 'instant':
      return <Input type="datetime-local" style={{ width: 220 }} />;
    case 'date':
      return <Input type="date" style={{ width: 160 }} />;
    case 'fen':
      return yuanInput(schema);
    case 'case':
      return <NumberInput of="case" placeholder={CASE_NUMBER} />;
    case 'order':
    case 'item':
      return <NumberInput of={schema.widget} />;
    case 'documentNumber':
      return <Input autoComplete="off" placeholder={DOCUMENT_NUMBER} />;
    // Codes of a register, names of parts, and whatever later types bring.
    default:
      return schema.type === 'integer' ? integerInput(schema) : <Input autoComplete="off" />;
  }
}

function integerInput({ minimum, maximum }: FieldSchema) {
  return (
    <InputNumber
      precision={0}
      {...(minimum !== undefined && { min: minimum })}
      {...(maximum !== undefined && { max: maximum })}
    />
  );
}

/** The schema's bounds are fen; what is typed is yuan. */
function yuanInput({ minimum, maximum }: FieldSchema) {
  return (
    <InputNumber<string>
      stringMode
      precision={2}
      suffix="元"
      style={{ width: 200 }}
      {...(minimum !== undefined && { min: yuanOf(minimum) })}
      {...(maximum !== undefined && { max: yuanOf(maximum) })}
    />
  );
}
