import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';
import {
  type CaseDetail,
  caseDetail,
  type Problem,
  problem,
  type Receipt,
  receipt,
  session,
} from './answers.ts';
import { patiently } from './patience.ts';

/** A command or an opening: the key makes sending it twice the same as sending it once. */
interface Post {
  readonly account: string;
  readonly path: string;
  readonly key: string;
  readonly body: object;
}

type Outcome =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly problem: Problem };

export interface Client {
  readonly post: (post: Post) => Promise<Outcome>;
  readonly readCase: (account: string, caseId: string) => Promise<CaseDetail>;
  /** The id of a demo person. */
  readonly idOf: (account: string) => Promise<string>;
}

const ANSWER_WITHIN = 15_000;

interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** A client of the HTTP API that signs every demo person in at first use. */
export function connect(url: () => Promise<string>, say: (text: string) => void): Client {
  const cookies = new Map<string, string>();

  const send = ({ method, path, headers = {}, body }: Request): Promise<Response> =>
    patiently(
      async () =>
        fetch(new URL(path, await url()), {
          method,
          headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
          ...(body && { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(ANSWER_WITHIN),
        }),
      say,
    );

  async function signIn(account: string): Promise<string> {
    const body = { account, password: DEMO_PASSWORD };
    const answer = await send({ method: 'POST', path: '/api/session', body });
    if (!answer.ok) throw await failure(`以 ${account} 登录`, answer);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
    return cookie.join('; ');
  }

  async function sendAs(account: string, request: Request): Promise<Response> {
    const cookie = cookies.get(account) ?? (await signIn(account));
    cookies.set(account, cookie);
    return send({ ...request, headers: { ...request.headers, cookie } });
  }

  return {
    async post({ account, path, key, body }) {
      const headers = { 'idempotency-key': key };
      const answer = await sendAs(account, { method: 'POST', path, headers, body });
      if (answer.ok) return { ok: true, receipt: receipt.parse(await answer.json()) };
      if (answer.status >= 500) throw await failure(`发送 ${key}`, answer);
      return { ok: false, problem: problem.parse(await answer.json()) };
    },
    async readCase(account, caseId) {
      const answer = await sendAs(account, { method: 'GET', path: `/api/cases/${caseId}` });
      if (!answer.ok) throw await failure(`读取案件 ${caseId}`, answer);
      return caseDetail.parse(await answer.json());
    },
    async idOf(account) {
      const answer = await sendAs(account, { method: 'GET', path: '/api/session' });
      if (!answer.ok) throw await failure(`读取 ${account}`, answer);
      return session.parse(await answer.json()).id;
    },
  };
}

const WAYS_OUT: Readonly<Record<string, string>> = {
  SIGN_IN_FAILED: '演示账号只在 npm start 的本地环境中建立,正式环境没有',
  DATABASE_UNAVAILABLE: '数据库恢复后再次运行 npm run demo,会接着办完',
};

/** What went wrong at which step, and the way out. */
async function failure(step: string, answer: Response): Promise<Error> {
  const told = problem.safeParse(await answer.json().catch(() => undefined));
  const code = told.data?.code ?? String(answer.status);
  const what = told.data?.detail ?? `应答为 ${answer.status}`;
  const wayOut = WAYS_OUT[code] ?? told.data?.todo ?? '详见 .data/logs 下的日志';
  return new Error(`${step}失败:${what}(${code})。${wayOut}`);
}
