import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely by assertions
// oxlint-disable-next-line no-explicit-any -- answers are looked into freely by assertions
type Json = any;

export interface Answer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

/** A signed-in person who talks HTTP. */
export interface Person {
  readonly account: string;
  readonly cookie: string;
  get(path: string): Promise<Answer>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Opens a ticket; fields that are not given are those of an ordinary complaint. */
  open(input?: object, key?: string): Promise<Answer>;
  command(caseId: string, command: string, input?: object, key?: string): Promise<Answer>;
}

export const ordinaryTicket = {
  caller: { name: '陈测试', phone: '13900000000' },
  text: '公园路路灯不亮,夜间行走不便,请尽快修复',
  address: '公园路 100 号',
  town: 'xiayang',
  matter: 'ASSIST_COMPLAINT',
};

/** Signs a demo person in. */
export async function signIn(url: string, account: string): Promise<Person> {
  const signedIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password: DEMO_PASSWORD }),
  });
  if (!signedIn.ok) throw new Error(`${account} could not sign in: ${signedIn.status}`);
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const body: Json = text.startsWith('{') ? JSON.parse(text) : text;
    return { status: response.status, headers: response.headers, body };
  };
  const post: Person['post'] = (path, body, headers = {}) =>
    call(path, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    account,
    cookie,
    get: (path) => call(path, { headers: { cookie } }),
    post,
    open: (input = {}, key = randomUUID()) =>
      post(
        '/api/cases',
        { type: 'hotline-ticket', input: { ...ordinaryTicket, ...input } },
        { 'idempotency-key': key },
      ),
    command: (caseId, command, input = {}, key = randomUUID()) =>
      post(`/api/cases/${caseId}/commands`, { command, input }, { 'idempotency-key': key }),
  };
}
