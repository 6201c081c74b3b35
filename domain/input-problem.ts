import type { z } from 'zod';
import { fieldAt, type Meta, metaOf } from './field-meta.ts';
import { quotable, type Refusal, refuse } from './rejection.ts';

/**
 * The first thing wrong with an input, as a refusal that names the field and the rule in Chinese.
 * With the schema the field is called by its title and choices by their labels, otherwise by name and code.
 */
export function invalidInput(error: z.ZodError, root = 'input', schema?: z.ZodType): Refusal {
  const [issue] = error.issues.map(innermost);
  if (!issue) return refuse('INVALID_INPUT', { field: root });
  const path = pathOf(issue).map(quotable);
  const field = schema && fieldAt(schema, path);
  const meta = field ? metaOf(field) : {};
  const choices = choicesOf(issue, meta);
  return refuse('INVALID_INPUT', {
    field: [root, ...path].join('.'),
    details: {
      title: typeof meta['title'] === 'string' ? meta['title'] : (path.at(-1) ?? root),
      problem: choices ? choiceText(choices) : problemOf(issue),
    },
    ...(choices && { choices }),
  });
}

/** What is wrong with data that no person typed into a form, in Chinese: `rules.0.value:不能少于 0`; codes stand for themselves. */
export function issueLine(outer: z.core.$ZodIssue): string {
  const issue = innermost(outer);
  const path = pathOf(issue).join('.');
  const choices = choicesOf(issue, {});
  const problem = choices ? choiceText(choices) : problemOf(issue);
  return path === '' ? problem : `${path}:${problem}`;
}

/** The path to what is wrong; to the first one of the fields that should not be there. */
const pathOf = (issue: z.core.$ZodIssue): readonly string[] => [
  ...issue.path.map(String),
  ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
];

/** `只能取“咨询”“求助、投诉”`: labels may hold the sign that would separate them. */
export const choiceText = (choices: Readonly<Record<string, string>>): string =>
  `只能取${Object.values(choices)
    .map((label) => `“${label}”`)
    .join('')}`;

/** Labels of the values that a field takes, by code; a code without a label stands for itself. */
function choicesOf(
  issue: z.core.$ZodIssue,
  { labels }: Meta,
): Readonly<Record<string, string>> | undefined {
  if (issue.code !== 'invalid_value') return undefined;
  const known = (labels ?? {}) as Readonly<Record<string, string>>;
  return Object.fromEntries(
    issue.values.map(String).map((code): [string, string] => [code, known[code] ?? code]),
  );
}

/** Of a value that may be of several kinds, what is wrong with it as the kind that it is. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  const within = issue.errors.flat().find(({ code }) => code !== 'invalid_type');
  return within ? innermost({ ...within, path: [...issue.path, ...within.path] }) : issue;
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      // Issues do not carry the input, which may be personal: only zod's own message tells that there was none.
      return issue.message.endsWith('received undefined')
        ? '此项必填'
        : `类型不对,应为${kindText(issue.expected)}`;
    case 'unrecognized_keys':
      return '没有这一项';
    case 'too_big':
      return issue.message.startsWith('不') ? issue.message : `不能超过 ${issue.maximum}`;
    case 'too_small':
      return issue.message.startsWith('不') ? issue.message : `不能少于 ${issue.minimum}`;
    default:
      return inChinese(issue);
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  object: '一组填写项',
  record: '一组填写项',
  array: '列表',
};

/** `文字(string)`: for people, and for whoever writes a program. */
const kindText = (kind: string): string =>
  KINDS[kind] === undefined ? ` ${kind}` : `${KINDS[kind]}(${kind})`;

/** How an instant is written where programs send one. */
export const INSTANT_FORM = '须为带时区的 ISO-8601 时间,如 2026-11-23T09:30:00+08:00';

/** A message of ours as it is; zod's own are English. */
function inChinese(issue: z.core.$ZodIssue): string {
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message;
  return issue.code === 'invalid_format' && issue.format === 'datetime' ? INSTANT_FORM : '格式不对';
}
