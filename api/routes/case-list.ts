import { type Request, Router } from 'express';
import { z } from 'zod';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { keys } from '../../domain/case-types/inputs.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { listCases } from '../queries/case-list.ts';
import { listCasesAsOf } from '../queries/case-list-as-of.ts';
import { decodeCursor, encodeCursor } from '../queries/cursor.ts';
import { readDirectory } from '../queries/directory.ts';
import { openTexts } from '../queries/listed-row.ts';
import { caseRowView, LIGHT_LABELS } from '../views/case-row.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const one = z
  .string()
  .regex(/^[\w.-]{1,100}$/, { error: '须为 1 至 100 个字母、数字、点、下划线或连字符' });

/** A parameter that may be repeated; it is called what its item is called. */
const many = <Item extends z.ZodType>(item: Item) =>
  z
    .union([z.array(item).max(20), item.transform((value) => [value])])
    .meta(item.meta() ?? {})
    .optional();

export const listQuery = z.strictObject({
  type: one.meta({ title: '案件类型' }).optional(),
  stage: many(one.meta({ title: '环节' })),
  unit: one.meta({ title: '单位' }).optional(),
  light: many(z.enum(keys(LIGHT_LABELS)).meta({ title: '灯', labels: LIGHT_LABELS })),
  dueBefore: instant.meta({ title: '到期早于' }).optional(),
  dueAfter: instant.meta({ title: '到期不早于' }).optional(),
  ended: z
    .enum(['true', 'false'])
    .meta({ title: '是否已结束', labels: { true: '已结束', false: '在办' } })
    .default('false'),
  limit: z.coerce.number().int().min(1).max(100).meta({ title: '每页件数' }).default(50),
  after: z.string().max(300).meta({ title: '翻页位置' }).optional(),
  asOf: instant.meta({ title: '截至时点' }).optional(),
});

export function caseListRoutes(context: AppContext): Router {
  const router = Router();
  router.get('/cases', async (request: Request, response) => {
    const asked = parse(listQuery, request.query, 'query');
    const after = asked.after === undefined ? undefined : decodeCursor(asked.after);
    const { stage: stages, light: lights, ended, limit, type, unit, dueBefore, dueAfter } = asked;
    const filter = { type, stages, unit, lights, dueBefore, dueAfter, ended: ended === 'true' };
    const actor = principalOf(response);
    const { engine } = context;
    const [page, directory] = await Promise.all([
      asked.asOf === undefined
        ? listCases(engine, actor, filter, { limit, after })
        : listCasesAsOf(engine, actor, asked.asOf, filter, { limit, after }),
      readDirectory(context.database),
    ]);
    const rows = page.rows.slice(0, limit);
    const last = page.rows.length > limit ? rows.at(-1) : undefined;
    const { total, ...counts } = page.counts;
    response.json({
      cases: rows.map((row) =>
        caseRowView({ ...row, ...openTexts(engine.vault, row) }, directory, page.now),
      ),
      total,
      next: last ? encodeCursor({ dueAt: last.due_at?.getTime() ?? null, id: last.id }) : null,
      counts,
      asOf: isoInstant(page.now),
    });
  });
  return router;
}
