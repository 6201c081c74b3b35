import { createHash, randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { Actor } from '../../domain/define-case-type.ts';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { Problem } from '../problem.ts';

/** A signed-in person. */
export interface Principal extends Actor {
  readonly account: string;
  readonly name: string;
  readonly session: Buffer;
}

const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** `__Host-` ties the cookie to this host and to HTTPS; plain HTTP on a developer's machine cannot have it. */
const cookieName = ({ config }: AppContext): string =>
  config.NODE_ENV === 'production' ? '__Host-bihuan' : 'bihuan';

/** Opens a session for a person whose password was checked. */
export async function beginSession(
  context: AppContext,
  response: Response,
  person: string,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await query(context.engine.pool, 'DELETE FROM session WHERE expires_at < clock_timestamp()');
  await query(
    context.engine.pool,
    `INSERT INTO session (id, person, created_at, expires_at) VALUES ($1, $2, clock_timestamp(), clock_timestamp() + make_interval(secs => $3))`,
    [digest(token), person, context.config.SESSION_HOURS * 3600],
  );
  response.cookie(cookieName(context), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: context.config.NODE_ENV === 'production',
    path: '/',
    maxAge: context.config.SESSION_HOURS * 3_600_000,
  });
}

export async function endSession(
  context: AppContext,
  response: Response,
  session: Buffer,
): Promise<void> {
  await query(context.engine.pool, 'DELETE FROM session WHERE id = $1', [session]);
  response.clearCookie(cookieName(context), { path: '/' });
}

interface SessionRow {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly string[];
}

/** Lets only signed-in persons through; roles and unit are read anew on every request, so that a change counts at once. */
export const signedIn =
  (context: AppContext): RequestHandler =>
  async (request, response, next) => {
    const token = cookieOf(request, cookieName(context));
    const session = token === undefined ? undefined : digest(token);
    const row = session && (await personOf(context, session));
    if (!session || !row) throw signInRequired;
    response.locals['principal'] = { ...row, kind: 'person', session } satisfies Principal;
    next();
  };

export const principalOf = (response: Response): Principal =>
  response.locals['principal'] as Principal;

const signInRequired = new Problem({
  status: 401,
  code: 'SIGN_IN_REQUIRED',
  detail: '请先登录',
  rule: '除登录、健康检查与公开文档外均须登录',
  todo: '请登录后重试',
});

async function personOf(context: AppContext, session: Buffer): Promise<SessionRow | undefined> {
  const [row] = await query<SessionRow>(
    context.engine.pool,
    `SELECT p.id, p.account, p.name, p.unit,
        ARRAY(SELECT g.role FROM role_grant g WHERE g.person = p.id AND g."from" <= now() AND (g."to" IS NULL OR g."to" > now()) ORDER BY g.id) AS roles
       FROM session s JOIN person p ON p.id = s.person
      WHERE s.id = $1 AND s.expires_at > clock_timestamp() AND p.active`,
    [session],
  );
  return row;
}

function cookieOf(request: Request, name: string): string | undefined {
  const header = request.headers.cookie ?? '';
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
