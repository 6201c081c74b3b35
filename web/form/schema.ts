import type { FieldSchema } from '../server/case-type.ts';
import { fenOf, yuanOf } from './money.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface NamedField {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
}

/** The fields that a form asks for now: those bound to another field's value appear with it. */
export function fieldsOf(schema: FieldSchema, values: Values): readonly NamedField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): NamedField[] => {
    const conditions = Object.entries(field.requiredWhen ?? {});
    const wanted = conditions.every(([other, among]) => among.includes(String(values[other])));
    if (!wanted) return [];
    const required = conditions.length > 0 || (schema.required?.includes(name) ?? false);
    return [{ name, schema: field, required }];
  });
}

/** What a form starts with; a question to be answered by yes or no starts with no. */
export const defaultsOf = (schema: FieldSchema): Values =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      const { default: value = asked(schema, name) ? false : undefined, widget } = field;
      if (value === undefined) return [];
      return [[name, widget === 'fen' ? yuanOf(Number(value)) : value]];
    }),
  );

/** A checkbox that the input cannot do without. */
const asked = ({ properties, required }: FieldSchema, name: string): boolean =>
  properties?.[name]?.type === 'boolean' && required?.includes(name) === true;

/** Something stands in a field, or in any field of a group. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(isFilled);
  return value !== undefined && value !== null && value !== '';
}

/** The command's input: only what is asked for and filled in, instants with their offset, amounts in fen. */
export function inputOf(schema: FieldSchema, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(schema, values).flatMap(({ name, schema: field }): [string, unknown][] => {
      const value = values[name];
      return isFilled(value) ? [[name, sent(field, value)]] : [];
    }),
  );
}

function sent(field: FieldSchema, value: unknown): unknown {
  if (field.properties) return inputOf(field, value as Values);
  if (field.widget === 'instant') return withOffset(String(value));
  if (field.widget === 'fen') return fenOf(String(value));
  return value;
}

/** Brackets of document numbers as people type them, turned into those that are right. */
export const written = ({ widget }: FieldSchema, value: unknown): unknown =>
  widget === 'documentNumber' && typeof value === 'string'
    ? value.replace(/[\uff08\uff3b([【]/gu, '〔').replace(/[\uff09\uff3d)\]】]/gu, '〕')
    : value;

/** `2026-11-23T17:00` of a form is the wall clock of Asia/Shanghai, wherever the browser thinks it is. */
const withOffset = (local: string): string =>
  `${local.length === 16 ? `${local}:00` : local}+08:00`;

/** `input.caller.phone` → `['caller', 'phone']`, when the form asks for such a field. */
export function pathOf(
  schema: FieldSchema,
  values: Values,
  field: string | undefined,
): readonly string[] | undefined {
  const [root, first, ...rest] = field?.split('.') ?? [];
  if (root !== 'input' || first === undefined) return undefined;
  const found = fieldsOf(schema, values).find(({ name }) => name === first);
  if (!found) return undefined;
  return found.schema.properties && rest[0] === undefined ? undefined : [first, ...rest];
}
