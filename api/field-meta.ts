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
