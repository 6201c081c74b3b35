import type { FieldSchema } from '../server/contract.ts';

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

/** What a form starts with. */
export const defaultsOf = (schema: FieldSchema): Values =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  );

/** The command's input: only what is asked for and filled in, instants with their offset. */
export function inputOf(schema: FieldSchema, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(schema, values).flatMap(({ name, schema: field }): [string, unknown][] => {
      const value = values[name];
      if (field.properties) return [[name, inputOf(field, (value ?? {}) as Values)]];
      if (value === undefined || value === null || value === '') return [];
      const local = field.widget === 'instant' && typeof value === 'string';
      return [[name, local ? withOffset(value) : value]];
    }),
  );
}

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
