import { z } from 'zod';

/** Free text of a person: never stored in an event, only its id and keyed digest. */
export type FreeText = string & z.$brand<'FreeText'>;

/** Data that identify a person: sealed as one object. */
export type Identity<T = unknown> = T & z.$brand<'Identity'>;

/** What an event holds instead of a text or an identity. */
export interface SealedRef {
  readonly sealed: string;
  /** Keyed by the case's own key, so that erasing the key erases what it tells. */
  readonly digest: string;
}

/** An input after sealing. */
export type Sealed<Input> = {
  readonly [K in keyof Input]: Input[K] extends FreeText | undefined
    ? SealedRef | Extract<Input[K], undefined>
    : Input[K] extends Identity | undefined
      ? SealedRef | Extract<Input[K], undefined>
      : Input[K];
};

export type SealKind = 'text' | 'identity';

/** C0 and C1 control characters but tab and line breaks; they break exports and hide text. */

const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** A string that people typed: trimmed, not empty, at most `max` UTF-16 units, without control characters and broken characters. */
export const typed = (max: number) =>
  z
    .string()
    .trim()
    .min(1, { error: '不能为空' })
    .max(max, { error: `不能超过 ${max} 字` })
    .refine((text) => !CONTROL.test(text), { error: '含有不可见的控制字符' })
    .refine((text) => !LONE_SURROGATE.test(text), { error: '含有残缺的字符' });

/** A field of free text, sealed before it reaches an event. */
export const freeText = (title: string, max = 2000) =>
  typed(max)
    .brand<'FreeText'>()
    .meta({ title, sealed: 'text', ...(max > 100 && { widget: 'textarea' }) });

/** A group of fields that identify a person, sealed as one. */
export const identity = <Shape extends z.core.$ZodLooseShape>(title: string, shape: Shape) =>
  z.strictObject(shape).brand<'Identity'>().meta({ title, sealed: 'identity' });

/** A schema never changes: what is read from its metadata, at every command, is read once. */
function once<T>(read: (schema: z.ZodType) => T): (schema: z.ZodType) => T {
  const known = new WeakMap<z.ZodType, { readonly value: T }>();
  return (schema) => {
    const found = known.get(schema) ?? { value: read(schema) };
    known.set(schema, found);
    return found.value;
  };
}

/** Which fields of a command's input are sealed, by name. */
export const sealedFields = once(
  (schema): Readonly<Record<string, SealKind>> =>
    fieldsWith(schema, 'sealed', ['text', 'identity']),
);

export type UnitField = 'unit' | 'town' | 'section';

/** Which fields name a unit, and of what kind. */
export const unitFields = once(
  (schema): Readonly<Record<string, UnitField>> =>
    fieldsWith(schema, 'widget', ['unit', 'town', 'section']),
);

/** Which fields name a person of the actor's unit, and in which role. */
export const colleagueFields = once(
  (schema): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.keys(fieldsWith(schema, 'widget', ['colleague'])).map((name) => [
        name,
        String(metaOf(schema, name)['role']),
      ]),
    ),
);

/** Which fields are instants. */
export const instantFields = once((schema): readonly string[] =>
  Object.keys(fieldsWith(schema, 'widget', ['instant'])),
);

/** What is said of a field, whether it may be left out or not. */
function metaOf(schema: z.ZodType, name: string): Readonly<Record<string, unknown>> {
  const field = schema instanceof z.ZodObject ? (schema.shape[name] as z.ZodType) : undefined;
  const inner = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : undefined;
  return { ...inner?.meta(), ...field?.meta() };
}

/** Fields by one of some values of their metadata. */
export function fieldsWith<Value extends string>(
  schema: z.ZodType,
  key: string,
  values: readonly Value[],
): Readonly<Record<string, Value>> {
  const found: Record<string, Value> = {};
  if (!(schema instanceof z.ZodObject)) return found;
  for (const [name, field] of Object.entries(schema.shape)) {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    const meta = [field, inner].map((part) => (part as z.ZodType).meta()?.[key]);
    const value = values.find((candidate) => meta.includes(candidate));
    if (value) found[name] = value;
  }
  return found;
}
