import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type Refusal, type RejectionCode, refusalText, refuse } from '../domain/rejection.ts';
import { UnknownRules } from '../domain/registry.ts';
import { NotSettled, NotYetKnown } from '../engine/as-of/settled.ts';
import { DatabaseUnavailable, saysConnectionLost } from '../engine/database.ts';

/** What HTTP itself refuses, beside the domain's codes. */
export type ProblemCode =
  | RejectionCode
  | 'SIGN_IN_REQUIRED'
  | 'SIGN_IN_FAILED'
  | 'TOO_MANY_ATTEMPTS'
  | 'NOT_FOUND'
  | 'UNKNOWN_RULE'
  | 'PROPOSAL_DECIDED'
  | 'METHOD_NOT_ALLOWED'
  | 'BROKEN_JSON'
  | 'BODY_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BAD_REQUEST'
  | 'CROSS_SITE'
  | 'DATABASE_UNAVAILABLE'
  | 'NOT_SETTLED'
  | 'RULES_UNKNOWN'
  | 'INTERNAL';

interface ProblemBody {
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly field?: string;
  readonly rule?: string;
  readonly todo?: string;
  readonly currentVersion?: number;
  /** What may be chosen instead: labels by code. The detail says the labels only. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** An error that people are shown, as RFC 9457 problem+json. */
export class Problem extends Error {
  readonly body: ProblemBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: ProblemBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.code);
    this.body = body;
    this.headers = headers;
  }
}

/** HTTP status of a refusal; the codes that are not named are conflicts with the case's present state. */
const STATUS: Partial<Record<RejectionCode, number>> = {
  UNKNOWN_CASE_TYPE: 422,
  UNKNOWN_COMMAND: 404,
  UNKNOWN_UNIT: 422,
  FORBIDDEN_ROLE: 403,
  FOREIGN_UNIT: 403,
  INVALID_INPUT: 422,
  EVIDENCE_MISSING: 422,
  ATTEMPTS_MISSING: 422,
  COMMAND_ID_REUSED: 422,
  CASE_NOT_FOUND: 404,
  NO_TARGET: 422,
  EFFECTIVE_TOO_EARLY: 422,
  NO_SUCH_VERSION: 404,
  NO_SUCH_CHANGE: 404,
  PROPOSER_APPROVES: 403,
  NO_CASES_TO_CHANGE: 422,
};

export function refusalProblem(refusal: Refusal): Problem {
  const { what, rule, todo } = refusalText(refusal);
  const current = refusal.details?.['current'];
  return new Problem({
    status: STATUS[refusal.code] ?? 409,
    code: refusal.code,
    detail: what,
    ...(refusal.field !== undefined && { field: refusal.field }),
    rule,
    todo,
    ...(typeof current === 'number' && { currentVersion: current }),
    ...(refusal.choices && { choices: refusal.choices }),
  });
}

export function sendProblem(response: Response, { body, headers }: Problem): void {
  response
    .status(body.status)
    .set(headers)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: body.code, ...body }));
}

/** The last handler: whatever was thrown leaves as a problem, and a bug leaves no trace of the inside. */
export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    if (problem.body.status >= 500) {
      log.error(
        { method: request.method, path: request.path, error: nameOf(error) },
        problem.body.code,
      );
    }
    sendProblem(response, problem);
  };

/** Messages of errors may quote what people typed, so only the kind of error and its place are logged. */
const nameOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name} ${
        error.stack
          ?.split('\n')
          .filter((line) => line.trim().startsWith('at '))
          .slice(0, 6)
          .join(' ') ?? ''
      }`
    : 'not an error';

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DatabaseUnavailable || isPrismaUnavailable(error)) return databaseAway;
  if (error instanceof NotYetKnown) return notYetKnown;
  if (error instanceof NotSettled) return notSettled;
  if (error instanceof UnknownRules) return rulesUnknown;
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : '';
  switch (type) {
    case 'entity.too.large':
      return new Problem({
        status: 413,
        code: 'BODY_TOO_LARGE',
        detail: '内容过大',
        rule: '一次提交不超过 256 KiB',
        todo: '请精简后重新提交',
      });
    case 'entity.parse.failed':
    case 'request.size.invalid':
      return new Problem({
        status: 400,
        code: 'BROKEN_JSON',
        detail: '内容不是完整的 JSON',
        rule: '请求体须为 UTF-8 编码的 JSON',
        todo: '请检查后重新提交',
      });
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return unsupportedMediaType();
    default:
      return httpProblem(error) ?? internal;
  }
}

/** What Express and its parts refuse by themselves: broken addresses, missing files, ranges nobody has. */
function httpProblem(error: unknown): Problem | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error && error.status;
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return new Problem({
    status,
    code: status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST',
    detail: status === 404 ? '没有这个文件' : '请求有误',
    rule: '网址、请求头与请求体须符合 HTTP 规范',
    todo: '请检查网址后重试',
  });
}

const internal = new Problem({
  status: 500,
  code: 'INTERNAL',
  detail: '系统内部错误',
  rule: '已记录,未保存任何内容',
  todo: '请稍后重试;仍有问题请联系管理员',
});

export const unsupportedMediaType = (): Problem =>
  new Problem({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    detail: '内容类型不对',
    rule: '请求体须为 application/json',
    todo: '请设置 Content-Type: application/json',
  });

const databaseAway = new Problem(
  {
    status: 503,
    code: 'DATABASE_UNAVAILABLE',
    detail: '数据库暂不可用',
    rule: '未确认的操作可用同一 Idempotency-Key 再次提交,只计一次',
    todo: '请稍后重试',
  },
  { 'Retry-After': '2' },
);

const notYetKnown = refusalProblem(
  refuse('INVALID_INPUT', {
    field: 'query.asOf',
    details: { title: 'asOf', problem: '不能晚于现在' },
  }),
);

const notSettled = new Problem(
  {
    status: 503,
    code: 'NOT_SETTLED',
    detail: '该时点的数据尚未落定',
    rule: '时点数据须待该时点前开始的写入全部结束后给出',
    todo: '请稍后重试',
  },
  { 'Retry-After': '2' },
);

const rulesUnknown = new Problem(
  {
    status: 503,
    code: 'RULES_UNKNOWN',
    detail: '刚发布的规则尚在载入',
    rule: '各服务在数秒内载入已批准的规则',
    todo: '请稍后重试',
  },
  { 'Retry-After': '1' },
);

/**
 * Prisma's own codes, the driver adapter's, and those of PostgreSQL that it quotes: connection failures (08), too many
 * connections (53), shutdown and start (57P0). What has no code it hands on as the driver said it.
 */
const isPrismaUnavailable = (error: unknown): boolean =>
  saysConnectionLost(error) ||
  (error instanceof Error &&
    error.name.startsWith('PrismaClient') &&
    /P1001|P1002|P1008|P1017|P2024|P2037|Code: `(08|53|57P0)|DatabaseNotReachable|ConnectionClosed|SocketTimeout|ECONNREFUSED|terminat/.test(
      `${'code' in error ? String(error.code) : ''} ${error.message}`,
    ));
