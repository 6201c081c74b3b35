import { type Request, Router } from 'express';
import { z } from 'zod';
import { isoInstant } from '../../domain/calendar/civil.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { ERASED } from '../queries/case-detail.ts';
import { type ListRow, listCases } from '../queries/case-list.ts';
import { listCasesAsOf } from '../queries/case-list-as-of.ts';
import { decodeCursor, encodeCursor } from '../queries/cursor.ts';
import { readDirectory } from '../queries/directory.ts';
import { openText, type Vault } from '../../engine/vault.ts';
import { caseRowView } from '../views/case-row.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const one = z
  .string()
  .regex(/^[\w.-]{1,100}$/, { error: '须为 1 至 100 个字母、数字、点、下划线或连字符' });

/** A parameter that may be repeated. */
const many = <Item extends z.ZodType>(item: Item) =>
  z.union([z.array(item).max(20), item.transform((value) => [value])]);

export const listQuery = z.strictObject({
  type: one.optional(),
  stage: many(one).optional(),
  unit: one.optional(),
  light: many(z.enum(['green', 'yellow', 'red'])).optional(),
  dueBefore: instant.optional(),
  dueAfter: instant.optional(),
  ended: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.string().max(300).optional(),
  asOf: instant.optional().meta({ description: '以该时点已登记的为准;不填为现在' }),
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

function openTexts(vault: Vault, row: ListRow): { text: string; address: string } {
  if (!row.wrapped) return { text: ERASED, address: ERASED };
  const key = vault.unwrap(row.id, row.wrapped);
  return {
    text: row.text ? openText(key, row.text, row.text_id) : ERASED,
    address: row.address ? openText(key, row.address, row.address_id) : ERASED,
  };
}
