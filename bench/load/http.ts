import { Agent, request } from 'node:http';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';

/** Posts as a demo person and gives back the answer's body. */
export type Post = (
  account: string,
  path: string,
  key: string,
  body: object,
) => Promise<Record<string, unknown>>;

/** A client that keeps its connections and its sessions. Rejects on every answer that is not 2xx. */
export function connectHttp(apiUrl: string): Post {
  const agent = new Agent({ keepAlive: true });
  const sessions = new Map<string, Promise<string>>();
  const sessionOf = (account: string): Promise<string> => {
    const session = sessions.get(account) ?? signIn(apiUrl, account);
    sessions.set(account, session);
    return session;
  };
  return async (account, path, key, body) => {
    const cookie = await sessionOf(account);
    const text = JSON.stringify(body);
    const headers = {
      cookie,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'idempotency-key': key,
    };
    return send(new URL(path, apiUrl), { agent, headers }, text);
  };
}

function send(
  url: URL,
  options: { agent: Agent; headers: Record<string, string | number> },
  text: string,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { ...options, method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const said = Buffer.concat(chunks).toString();
        if (Math.floor((response.statusCode ?? 0) / 100) === 2) resolve(JSON.parse(said));
        else reject(new Error(`${url.pathname} answered ${response.statusCode}: ${said}`));
      });
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
