import { Router } from 'express';
import { z } from 'zod';
import { askDue, dueRegister } from '../../domain/preview/ask-due.ts';
import { isProblem, type PreviewProblem } from '../../domain/preview/problem.ts';
import { parse } from '../input.ts';
import { Problem } from '../problem.ts';

const text = z.string().max(200);

/** What is asked for, all strings; the domain reads them and says what is wrong with one. */
export const previewQuery = z.strictObject({
  rule: text,
  start: text,
  suspend: z.union([z.array(text).max(20), text.transform((one) => [one])]).optional(),
  extend: text.optional(),
  roll: text.optional(),
  counter: z.enum(['true', 'false']).optional(),
  unit: text.optional(),
  calendar: text.optional(),
});

/** Due dates without a case, and the register of everything that can be asked for. */
export function deadlineRoutes(): Router {
  const router = Router();
  router.get('/deadlines/preview', (request, response) => {
    const { counter, ...asked } = parse(previewQuery, request.query, 'query');
    const answer = askDue({ ...asked, counter: counter === 'true' });
    if (isProblem(answer)) throw previewProblem(answer);
    response.json(answer);
  });
  router.get('/deadlines/rules', (_request, response) => {
    response.json(dueRegister());
  });
  return router;
}

function previewProblem({ field, message, suggestions = [] }: PreviewProblem): Problem {
  const meant = suggestions.filter((suggestion) => !message.includes(suggestion));
  const hint = meant.length > 0 ? `您要的可能是:${meant.join('、')}` : undefined;
  const said = { status: 422, field: `query.${field}`, detail: message };
  if (field === 'rule') {
    return new Problem({
      ...said,
      code: 'UNKNOWN_RULE',
      rule: '规则须为登记表中的规则或自定时限',
      todo: hint ?? '全部规则见 /api/deadlines/rules',
    });
  }
  return new Problem({
    ...said,
    code: 'INVALID_INPUT',
    rule: '填写内容须符合该项要求',
    todo: hint ?? '请修改后重新查询;网址中的 + 须写作 %2B',
  });
}
