import type { Request } from 'express';
import { z } from 'zod';
import { fieldAt, metaOf } from '../domain/field-meta.ts';
import { INSTANT_FORM, invalidInput } from '../domain/input-problem.ts';
import { type Refusal, refuse } from '../domain/rejection.ts';
import { instantFields } from '../domain/sealing.ts';
import { refusalProblem } from './problem.ts';

/** Parses a part of a request. Throws a problem that names the field. */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  root: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusalProblem(invalidInput(parsed.error, root, schema));
}

/** Visible ASCII, at most 200 characters. */
const keySchema = z
  .string({ error: '此项必填' })
  .regex(/^[\x21-\x7e]{1,200}$/, { error: '须为 1 至 200 个可见的 ASCII 字符' });

/** The command's id: the same key with the same body counts once. */
export function idempotencyKey(request: Request): string {
  const parsed = keySchema.safeParse(request.headers['idempotency-key']);
  if (parsed.success) return parsed.data;
  const problem = parsed.error.issues[0]?.message ?? '';
  throw refusalProblem(
    refuse('INVALID_INPUT', {
      field: 'Idempotency-Key',
      details: { title: 'Idempotency-Key', problem },
    }),
  );
}

const isoWithOffset = z.iso.datetime({ offset: true });

/** Instants travel as ISO-8601 with an offset; inside they are epoch milliseconds. Converts what the schema calls an instant. */
export function withInstants(schema: z.ZodType, input: unknown): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  const values = input as Readonly<Record<string, unknown>>;
  const converted = instantFields(schema).flatMap((field): [string, number][] => {
    const value = values[field];
    if (value === undefined) return [];
    const parsed = isoWithOffset.safeParse(value);
    if (!parsed.success) throw refusalProblem(notAnInstant(schema, field));
    return [[field, Date.parse(parsed.data)]];
  });
  return converted.length > 0 ? { ...values, ...Object.fromEntries(converted) } : input;
}

function notAnInstant(schema: z.ZodType, field: string): Refusal {
  const found = fieldAt(schema, [field]);
  const title = found && metaOf(found)['title'];
  return refuse('INVALID_INPUT', {
    field: `input.${field}`,
    details: { title: typeof title === 'string' ? title : field, problem: INSTANT_FORM },
  });
}
