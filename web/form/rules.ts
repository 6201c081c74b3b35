import type { Rule } from 'antd/es/form';
import type { FieldSchema } from '../server/case-type.ts';

/** Widgets with which something is picked, not typed. */
const PICKED: readonly FieldSchema['widget'][] = ['unit', 'town', 'section', 'colleague'];

/** What a number of that kind looks like. */
const PATTERNS: Partial<Readonly<Record<NonNullable<FieldSchema['widget']>, string>>> = {
  case: '案件编号形如 QPHT2026-000001',
  documentNumber: '文号形如 ×××〔2026〕12号',
};

/** What a field says before anything is sent; the rest is the server's to refuse. */
export function rulesOf(schema: FieldSchema, title: string, required: boolean): Rule[] {
  const chosen = schema.enum !== undefined || PICKED.includes(schema.widget);
  const typed = schema.type === 'string' && !chosen;
  const form = schema.widget && PATTERNS[schema.widget];
  return [
    ...(required
      ? [{ required: true, message: chosen ? `请选择${title}` : `请填写${title}` }]
      : []),
    ...(typed && required ? [{ whitespace: true, message: `请填写${title}` }] : []),
    ...(typed && schema.maxLength !== undefined
      ? [{ max: schema.maxLength, message: `不能超过 ${schema.maxLength} 字` }]
      : []),
    ...(form !== undefined && schema.pattern !== undefined
      ? [{ pattern: new RegExp(schema.pattern), transform: trimmed, message: form }]
      : []),
  ];
}

/** The server does not count spaces around a number either. */
const trimmed = (value: unknown): unknown => (typeof value === 'string' ? value.trim() : value);
