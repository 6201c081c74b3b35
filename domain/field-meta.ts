import { z } from 'zod';

export type Meta = Readonly<Record<string, unknown>>;

/** What is said of a field. It may stand on the field, on what it makes optional or on what it lists. */
export function metaOf(field: z.ZodType): Meta {
  const inner =
    field instanceof z.ZodOptional || field instanceof z.ZodDefault
      ? metaOf(field.unwrap() as z.ZodType)
      : field instanceof z.ZodArray
        ? metaOf(field.element as z.ZodType)
        : {};
  return { ...inner, ...field.meta() };
}

/** The field that a path leads to, through groups, lists and alternatives. Own fields only: `constructor` is no field's name. */
export function fieldAt(schema: z.ZodType, path: readonly string[]): z.ZodType | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return fieldAt(schema.unwrap() as z.ZodType, path);
  }
  if (schema instanceof z.ZodUnion) {
    const found = schema.options.map((option) => fieldAt(option as z.ZodType, path));
    return found.find((field) => field !== undefined);
  }
  if (schema instanceof z.ZodArray) return fieldAt(schema.element as z.ZodType, rest);
  if (!(schema instanceof z.ZodObject) || !Object.hasOwn(schema.shape, name)) return undefined;
  return fieldAt(schema.shape[name] as z.ZodType, rest);
}
