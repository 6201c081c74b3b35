import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';

/** Posts as a demo person and gives back the answer's body. */
export type Post = (
  account: string,
  path: string,
  key: string,
  body: object,
) => Promise<Record<string, unknown>>;

export interface Http {
  readonly post: Post;
  readonly get: (account: string, path: string) => Promise<Record<string, unknown>>;
  /** How often a request was sent again so far, because the API had asked for that. */
  readonly sentAgain: () => number;
}

const PAUSE = 100;

/** A client that keeps its connections and its sessions. Rejects on every answer but 2xx and 503. */
export function connectHttp(apiUrl: string): Http {
  const agent = new Agent({ keepAlive: true });
  const sessions = new Map<string, Promise<string>>();
  let again = 0;
  const sessionOf = (account: string): Promise<string> => {
    const session = sessions.get(account) ?? signIn(apiUrl, account);
    sessions.set(account, session);
    return session;
  };
  const post: Post = async (account, path, key, body) => {
    const text = JSON.stringify(body);
    const headers = {
      cookie: await sessionOf(account),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
    };
    return untilAnswered('POST', path, headers, text);
  };
  const get = async (account: string, path: string) =>
    untilAnswered('GET', path, { cookie: await sessionOf(account) }, '');
  async function untilAnswered(
    method: Method,
    path: string,
    headers: Headers,
    text: string,
  ): Promise<Record<string, unknown>> {
    for (;;) {
      const { status, said } = await send(new URL(path, apiUrl), { agent, headers, method }, text);
      if (status >= 200 && status < 300) return JSON.parse(said) as Record<string, unknown>;
      if (status !== BUSY) throw new Error(`${path} answered ${status}: ${said}`);
      again += 1;
      await pause(PAUSE);
    }
  }
  return { post, get, sentAgain: () => again };
}

const BUSY = 503;

type Method = 'GET' | 'POST';
type Headers = Record<string, string | number>;

function send(
  url: URL,
  options: { agent: Agent; headers: Headers; method: Method },
  text: string,
): Promise<{ readonly status: number; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, said: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      // The server closed a connection that was idle for long, just as it was taken again.
      if (asked.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, options, text));
      else reject(error);
    });
    asked.end(text);
  });
}

/** Opens a session; resolves with its cookie. */
export async function signIn(apiUrl: string, account: string): Promise<string> {
  const answer = await fetch(new URL('/api/session', apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: DEMO_PASSWORD }),
  });
  if (!answer.ok) throw new Error(`${account} could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
}
