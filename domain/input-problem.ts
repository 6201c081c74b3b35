import { z } from 'zod';
import { quotable, type Refusal, refuse } from './rejection.ts';

/**
 * The first thing wrong with an input, as a refusal that names the field and the rule in Chinese.
 * With the schema the field is called by its title, otherwise by its name.
 */
export function invalidInput(error: z.ZodError, root = 'input', schema?: z.ZodType): Refusal {
  const issue = error.issues[0];
  if (!issue) return refuse('INVALID_INPUT', { field: root });
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1).map(quotable) : [];
  const path = [...issue.path.map((part) => quotable(String(part))), ...extra];
  return refuse('INVALID_INPUT', {
    field: [root, ...path].join('.'),
    details: { title: titleAt(schema, path) ?? path.at(-1) ?? root, problem: problemOf(issue) },
  });
}

function titleAt(
  schema: z.ZodType | undefined,
  [name, ...rest]: readonly string[],
): string | undefined {
  if (!schema) return undefined;
  if (name === undefined) {
    const title = schema.meta()?.['title'];
    return typeof title === 'string' ? title : titleAt(unwrapped(schema), []);
  }
  const object = schema instanceof z.ZodObject ? schema : unwrapped(schema);
  // Own fields only: `constructor` is no field's name.
  if (!(object instanceof z.ZodObject) || !Object.hasOwn(object.shape, name)) return undefined;
  return titleAt(object.shape[name] as z.ZodType | undefined, rest);
}

/** What an optional field or one with a default holds. */
const unwrapped = (schema: z.ZodType): z.ZodType | undefined =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? (schema.unwrap() as z.ZodType)
    : undefined;

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // Issues do not carry the input, which may be personal: only zod's own message tells that there was none.
      return issue.message.endsWith('received undefined')
        ? '此项必填'
        : `类型不对,应为 ${issue.expected}`;
    case 'invalid_value':
      return `只能取 ${issue.values.map(String).join('、')}`;
    case 'unrecognized_keys':
      return '没有这一项';
    case 'too_big':
      return issue.message.startsWith('不') ? issue.message : `不能超过 ${issue.maximum}`;
    case 'too_small':
      return issue.message.startsWith('不') ? issue.message : `不能少于 ${issue.minimum}`;
    default:
      return issue.message;
  }
}
