import { z } from 'zod';
import { instantFields, sealedFields } from '../sealing.ts';

/** The values that a field of an input is tried with; `undefined` leaves it out. */
interface Field {
  readonly name: string;
  readonly values: readonly unknown[];
}

export type SampleInput = Readonly<Record<string, unknown>>;

/**
 * Inputs that differ in what rules can depend on: what is chosen from a list, said yes or no to, left out, the least
 * number and one more than the greatest. The first has the first of everything, or, `bare`, as little as is required; each
 * other differs from it in one field. Texts are not valid ones: no rule reads them.
 */
export function sampleInputs(schema: z.ZodType, bare = false): readonly SampleInput[] {
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const instants = instantFields(schema);
  const fields = Object.entries(shape)
    .filter(([name]) => !instants.includes(name))
    .map(([name, field]): Field => ({ name, values: valuesOf(field as z.ZodType) }))
    .map(({ name, values }): Field => ({ name, values: bare ? bareFirst(values) : values }));
  const first = inputOf(fields.map(({ name, values }) => [name, values[0]]));
  return [{}, ...fields.flatMap(others)].map((change) =>
    inputOf(Object.entries({ ...first, ...change })),
  );
}

const bareFirst = (values: readonly unknown[]): readonly unknown[] =>
  values.includes(undefined) ? [undefined, ...values.filter((one) => one !== undefined)] : values;

/** Dates are read by clocks: a valid one, ahead of every sample. */
const SAMPLE_DATE = '2030-01-02';

const others = ({ name, values }: Field): readonly SampleInput[] =>
  values.slice(1).map((value) => ({ [name]: value }));

const inputOf = (entries: readonly (readonly [string, unknown])[]): SampleInput =>
  Object.fromEntries(entries.filter(([, value]) => value !== undefined));

function valuesOf(schema: z.ZodType): readonly unknown[] {
  if (schema instanceof z.ZodOptional)
    return [...valuesOf(schema.unwrap() as z.ZodType), undefined];
  if (schema instanceof z.ZodDefault) return valuesOf(schema.unwrap() as z.ZodType);
  if (schema.meta()?.['widget'] === 'date') return [SAMPLE_DATE];
  if (schema instanceof z.ZodEnum) return schema.options;
  if (schema instanceof z.ZodBoolean) return [true, false];
  if (schema instanceof z.ZodNumber) return [schema.minValue ?? 1, (schema.maxValue ?? 1) + 1];
  if (schema instanceof z.ZodArray) return [[valuesOf(schema.element as z.ZodType)[0]]];
  if (schema instanceof z.ZodObject) return [sampleInputs(schema)[0]];
  const events = schema.meta()?.['events'];
  return Array.isArray(events) && events.length > 0 ? events : ['sample'];
}

/** The same input as an event holds it: texts and identities are references. */
export function sealedInput(schema: z.ZodType, input: SampleInput): SampleInput {
  const sealed = sealedFields(schema);
  return inputOf(
    Object.entries(input).map(([name, value]) =>
      sealed[name] ? [name, { sealed: name, digest: name }] : [name, value],
    ),
  );
}
