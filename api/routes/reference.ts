import { Router } from 'express';
import { z } from 'zod';
import { CASE_TYPES } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { parse } from '../input.ts';
import { colleaguesOf } from '../queries/colleagues.ts';
import { caseTypeViews } from '../views/case-type.ts';

const ROLES: ReadonlySet<string> = new Set(CASE_TYPES.flatMap(({ roles }) => Object.keys(roles)));

/** Whose colleagues are asked for. */
export const colleagueQuery = z.strictObject({
  role: z
    .string()
    .max(60)
    .refine((role) => ROLES.has(role), { error: '没有这个角色' })
    .meta({ title: '角色' }),
});

/** Roles of units that take a case as the one that leads. */
const RECEIVING: readonly string[] = [
  ...new Set(
    CASE_TYPES.flatMap(({ roles }) =>
      Object.entries(roles)
        .filter(([, { at, part = 'lead' }]) => at === 'unit' && part === 'lead')
        .map(([role]) => role),
    ),
  ),
];

/** Units, colleagues and case types: what forms and menus are made of. */
export function referenceRoutes({ engine }: AppContext): Router {
  const router = Router();
  router.get('/units', async (_request, response) => {
    const units = await query(
      engine.pool,
      `SELECT u.code, u.name, u.short, u.kind, u.parent, u.pinyin, u.kind IN ('town', 'bureau') AND EXISTS (
          SELECT FROM person p JOIN role_grant g ON g.person = p.id
           WHERE p.unit = u.code AND p.active AND g.role = ANY($1) AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now())) AS "takesCases"
         FROM unit u WHERE u.active ORDER BY u."order"`,
      [RECEIVING],
    );
    response.json({ units });
  });
  router.get('/colleagues', async (request, response) => {
    const { role } = parse(colleagueQuery, request.query, 'query');
    response.json({ people: await colleaguesOf(engine, principalOf(response).unit, role) });
  });
  router.get('/case-types', (_request, response) => {
    response.json({ types: caseTypeViews(principalOf(response)) });
  });
  return router;
}
