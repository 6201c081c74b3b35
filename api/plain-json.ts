import type { RequestHandler } from 'express';
import { quotable, type Refusal, refuse } from '../domain/rejection.ts';
import { refusalProblem } from './problem.ts';

/** Deeper than any input; without an end a small body could cost a long walk. */
const DEEPEST = 8;

/** With the `u` flag, only surrogates without their other half match. */
const HALF_CHARACTER = /\p{Surrogate}/u;

/** Refuses what JSON can carry but nothing behind it can keep: half characters, infinite numbers, endless nesting. */
export const plainJson: RequestHandler = (request, _response, next) => {
  const refusal = unfit(request.body, []);
  if (refusal) throw refusalProblem(refusal);
  next();
};

function unfit(value: unknown, path: readonly string[]): Refusal | undefined {
  const problem = problemOf(value, path.length);
  if (problem !== undefined) return refusalAt(path, problem);
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, item] of Object.entries(value)) {
    const inside = !HALF_CHARACTER.test(name)
      ? unfit(item, [...path, name])
      : refusalAt([...path, name], '名称含有残缺的字符');
    if (inside) return inside;
  }
  return undefined;
}

function problemOf(value: unknown, depth: number): string | undefined {
  if (typeof value === 'string' && HALF_CHARACTER.test(value)) return '含有残缺的字符';
  if (typeof value === 'number' && !Number.isFinite(value)) return '数值过大';
  return typeof value === 'object' && depth > DEEPEST ? '嵌套层次过多' : undefined;
}

/** Fields of a command are named from `input` on, as its own checks do. */
function refusalAt(path: readonly string[], problem: string): Refusal {
  const names = path.slice(0, 3).map(quotable);
  return refuse('INVALID_INPUT', {
    field: (names[0] === 'input' ? names : ['body', ...names]).join('.'),
    details: { title: names.at(-1) ?? 'body', problem },
  });
}
