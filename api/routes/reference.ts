import { Router } from 'express';
import { CASE_TYPES } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { inputSchema } from '../views/json-schema.ts';

/** Units and case types: what forms and menus are made of. */
export function referenceRoutes({ engine }: AppContext): Router {
  const router = Router();
  router.get('/units', async (_request, response) => {
    const units = await query(
      engine.pool,
      `SELECT u.code, u.name, u.short, u.kind, u.pinyin, u.kind <> 'centre' AND EXISTS (
          SELECT FROM person p JOIN role_grant g ON g.person = p.id WHERE p.unit = u.code AND p.active AND g.role = 'coordinator') AS "takesCases"
         FROM unit u WHERE u.active ORDER BY u."order"`,
    );
    response.json({ units });
  });
  router.get('/case-types', (_request, response) => {
    response.json({ types: CASE_TYPE_VIEWS });
  });
  return router;
}

const CASE_TYPE_VIEWS = CASE_TYPES.map((type) => ({
  id: type.id,
  version: type.version,
  label: type.label,
  stages: Object.entries(type.states).map(([stage, { label, ended }]) => ({
    stage,
    label,
    ended: ended === true,
  })),
  opens: { label: type.opens.label, schema: inputSchema(type.opens.input) },
  commands: Object.entries(type.commands)
    .filter(([, { by }]) => by !== 'system')
    .map(([command, { label, input }]) => ({ command, label, schema: inputSchema(input) })),
}));
