import type { z } from 'zod';
import { quotable, type Refusal, refuse } from './rejection.ts';

/** The first thing wrong with an input, as a refusal that names the field and the rule in Chinese. */
export function invalidInput(error: z.ZodError, root = 'input'): Refusal {
  const issue = error.issues[0];
  if (!issue) return refuse('INVALID_INPUT', { field: root });
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1).map(quotable) : [];
  const path = [...issue.path.map((part) => quotable(String(part))), ...extra];
  return refuse('INVALID_INPUT', {
    field: [root, ...path].join('.'),
    details: { title: path.at(-1) ?? root, problem: problemOf(issue) },
  });
}

function problemOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? '此项必填' : `类型不对,应为 ${issue.expected}`;
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
