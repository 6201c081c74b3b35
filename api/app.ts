import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { UnknownRules } from '../domain/registry.ts';
import { learnRules } from '../engine/rules/known.ts';
import type { AppContext } from './app-context.ts';
import { signedIn } from './auth/session.ts';
import { openApiDocument } from './openapi.ts';
import { Problem, problemHandler, unsupportedMediaType } from './problem.ts';
import { auditRoutes } from './routes/audits.ts';
import { caseListRoutes } from './routes/case-list.ts';
import { caseRoutes } from './routes/cases.ts';
import { deadlineRoutes } from './routes/deadlines.ts';
import { healthRoutes } from './routes/health.ts';
import { noticeRoutes } from './routes/notices.ts';
import { precedentRoutes } from './routes/precedents.ts';
import { referenceRoutes } from './routes/reference.ts';
import { registerRoutes } from './routes/registers.ts';
import { ruleChangeRoutes } from './routes/rule-changes.ts';
import { ruleRoutes } from './routes/rules.ts';
import { sessionRoutes } from './routes/session.ts';
import { whatIfRoutes } from './routes/what-if.ts';

/** Largest body of a request. */
const BODY_LIMIT = '256kb';

/** The whole HTTP side; nothing listens yet. */
export function createApp(context: AppContext): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(helmet({ contentSecurityPolicy: { directives: CSP } }));
  app.use(healthRoutes(context));
  app.use('/api', noStore, onlyJson, sameSite, express.json({ limit: BODY_LIMIT, strict: true }));
  app.get('/api/openapi.json', (_request, response) => {
    response.json(openApiDocument());
  });
  app.use('/api', sessionRoutes(context));
  const routes = [
    caseListRoutes,
    caseRoutes,
    referenceRoutes,
    noticeRoutes,
    deadlineRoutes,
    precedentRoutes,
    registerRoutes,
    ruleRoutes,
    ruleChangeRoutes,
    whatIfRoutes,
    auditRoutes,
  ];
  app.use('/api', signedIn(context), ...routes.map((route) => route(context)));
  app.use('/api', () => {
    throw noSuchRoute;
  });
  serveConsole(app, context.config.WEB_ROOT);
  app.use(() => {
    throw noSuchRoute;
  });
  app.use(learning(context), problemHandler(context.log));
  return app;
}

/** Ant Design sets styles at run time; scripts come from this house only. */
const CSP = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'upgrade-insecure-requests': null,
};

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/** Rules that another process has published since are learned; the next request finds them. */
const learning =
  ({ engine }: AppContext): ErrorRequestHandler =>
  async (error: unknown, _request, _response, next) => {
    if (error instanceof UnknownRules) await learnRules(engine.pool).catch(() => 0);
    next(error);
  };

/** A body must be JSON: other types would reach us without a browser's preflight. */
const onlyJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined ||
    Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is('application/json')) throw unsupportedMediaType();
  next();
};

/** Browsers say where a request comes from; what another site makes them send is refused. */
const sameSite: RequestHandler = (request, _response, next) => {
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'GET' && (site === 'cross-site' || site === 'same-site')) {
    throw new Problem({
      status: 403,
      code: 'CROSS_SITE',
      detail: '请求来自其他网站',
      rule: '只接受本系统页面的提交',
      todo: '请在本系统中操作',
    });
  }
  next();
};

const noSuchRoute = new Problem({
  status: 404,
  code: 'NOT_FOUND',
  detail: '没有这个接口',
  rule: '接口见 /api/openapi.json',
  todo: '请检查网址',
});

/** The built console; every path that is not a file is one of its pages. */
function serveConsole(app: Express, webRoot: string): void {
  const root = resolve(webRoot);
  app.use(
    '/assets',
    express.static(join(root, 'assets'), { immutable: true, maxAge: '365d', fallthrough: false }),
  );
  app.use(express.static(root, { index: false, cacheControl: false }));
  app.get('/{*page}', (_request, response, next) => {
    const page = join(root, 'index.html');
    if (!existsSync(page)) return next(noSuchRoute);
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}
