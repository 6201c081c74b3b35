import { type Response, Router } from 'express';
import { z } from 'zod';
import { CASE_TYPES } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { checkPassword } from '../auth/sign-in.ts';
import { beginSession, endSession, principalOf, signedIn } from '../auth/session.ts';
import { parse } from '../input.ts';
import { supervisedBy } from '../supervision.ts';

export const signInBody = z.strictObject({
  account: z
    .string()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u, { error: '含有不可见的控制字符' })
    .meta({ title: '账号' }),
  password: z.string().min(1).max(200).meta({ title: '密码' }),
});

export function sessionRoutes(context: AppContext): Router {
  const router = Router();
  router.post('/session', async (request, response) => {
    const { account, password } = parse(signInBody, request.body, 'body');
    const person = await checkPassword(context, account, password, request.ip ?? '');
    await beginSession(context, response, person);
    response.json(await me(context, person));
  });
  router.get('/session', signedIn(context), async (_request, response) => {
    response.json(await me(context, principalOf(response).id));
  });
  router.delete('/session', signedIn(context), async (_request, response) => {
    await endSession(context, response, sessionOf(response));
    response.status(204).end();
  });
  return router;
}

const sessionOf = (response: Response): Buffer => principalOf(response).session;

async function me({ database, engine }: AppContext, id: string) {
  const [person, grants, unread] = await Promise.all([
    database.person.findUniqueOrThrow({ where: { id } }),
    query<{ role: string }>(
      engine.pool,
      `SELECT role FROM role_grant WHERE person = $1 AND "from" <= now() AND ("to" IS NULL OR "to" > now()) ORDER BY id`,
      [id],
    ),
    database.notice.count({ where: { person: id, readAt: null } }),
  ]);
  const unit = await database.unit.findUniqueOrThrow({
    where: { code: person.unit },
    select: { code: true, name: true, short: true, kind: true },
  });
  const roles = grants.map(({ role }) => ({ role, label: roleLabel(role) }));
  const supervises = supervisedBy({ unit: unit.code, roles: grants.map(({ role }) => role) });
  return { id, account: person.account, name: person.name, unit, roles, supervises, unread };
}

const roleLabel = (role: string): string =>
  CASE_TYPES.find((type) => Object.hasOwn(type.roles, role))?.roles[role]?.label ?? role;
