import { Router } from 'express';
import { z } from 'zod';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { readDirectory } from '../queries/directory.ts';
import { precedentsOf } from '../queries/precedents.ts';
import { precedentView } from '../views/likeness.ts';

const code = z
  .string()
  .regex(/^[\w.-]{1,60}$/, { error: '须为 1 至 60 个字母、数字、点、下划线或连字符' });

/** Which precedents are asked for; without a town those of all towns. */
export const precedentQuery = z.strictObject({ topic: code, town: code.optional() });

/** Where coordinations settled that matters belong. */
export function precedentRoutes({ engine, database }: AppContext): Router {
  const router = Router();
  router.get('/precedents', async (request, response) => {
    const asked = parse(precedentQuery, request.query, 'query');
    const [rows, directory] = await Promise.all([
      precedentsOf(engine, principalOf(response), asked),
      readDirectory(database),
    ]);
    response.json({ precedents: rows.map((row) => precedentView(row, directory)) });
  });
  return router;
}
