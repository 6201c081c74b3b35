import { Router } from 'express';
import { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import { typed } from '../../domain/sealing.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { readDirectory } from '../queries/directory.ts';
import { openTexts } from '../queries/listed-row.ts';
import { newestPrecedents } from '../queries/precedents.ts';
import { foundPrecedentView, speaksOf } from '../views/likeness.ts';

const SHOWN = 50;

const code = z
  .string()
  .regex(/^[\w.-]{1,60}$/, { error: '须为 1 至 60 个字母、数字、点、下划线或连字符' });

/** Which precedents are asked for; without a town those of all towns, without anything the newest. */
export const precedentQuery = z.strictObject({
  topic: code.meta({ title: '事项' }).optional(),
  town: code.meta({ title: '街镇' }).optional(),
  words: typed(100).meta({ title: '关键词' }).optional(),
});

/** Where coordinations settled that matters belong. They bind the whole house, so everybody may read them. */
export function precedentRoutes({ engine, database }: AppContext): Router {
  const router = Router();
  router.get('/precedents', async (request, response) => {
    const asked = parse(precedentQuery, request.query, 'query');
    const [rows, directory] = await Promise.all([
      newestPrecedents(engine, principalOf(response), asked),
      readDirectory(database),
    ]);
    const found = rows.flatMap((row) => {
      const texts = row.visible ? openTexts(engine.vault, row) : undefined;
      const view = foundPrecedentView(row, texts, directory);
      return asked.words === undefined || speaksOf(view, texts, asked.words) ? [view] : [];
    });
    response.json({ precedents: found.slice(0, SHOWN), total: found.length });
  });
  return router;
}
