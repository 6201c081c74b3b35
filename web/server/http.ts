/** An RFC 9457 problem as the API answers it. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  /** What is wrong, in words for people. */
  readonly detail: string;
  readonly field?: string;
  readonly rule?: string;
  readonly todo?: string;
  readonly currentVersion?: number;
}

export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Nobody knows whether the server did it: the same request may be sent again under its key. */
export const isUncertain = ({ status }: Problem): boolean => status === 0 || status >= 500;

/** Longer than the slowest honest answer; a silent network must not leave a form waiting for ever. */
const PATIENCE_MS = 20_000;

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: object;
  readonly idempotencyKey?: string;
  /** How long an honest answer may take, in ms. */
  readonly patience?: number;
}

/** The JSON answer of the API. Throws ProblemError for every refusal, outage or silence. */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const { method = 'GET', body, idempotencyKey, patience = PATIENCE_MS } = options;
  const response = await fetch(path, {
    method,
    signal: AbortSignal.timeout(patience),
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new ProblemError(unreachable);
  });
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined as T;
  return (await response.json().catch(() => {
    throw new ProblemError(unreachable);
  })) as T;
}

const unreachable: Problem = {
  status: 0,
  code: 'NETWORK',
  detail: '连接不上服务器',
  todo: '请检查网络后重试',
};

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return {
    ...body,
    status: response.status,
    code: body.code ?? `HTTP_${response.status}`,
    detail: body.detail ?? `服务器未能处理(${response.status})`,
  };
}

/** What went wrong, whoever threw it. */
export const problemIn = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { status: -1, code: 'CONSOLE', detail: '页面出错', todo: '请刷新页面后重试' };

/** A new key for one intended change. `randomUUID` is missing on plain HTTP, this is not. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
