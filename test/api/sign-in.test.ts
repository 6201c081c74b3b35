import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './problem-shape.ts';

let system: System;
let visitor: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  visitor = await signIn(system.url, 'duban');
});
afterAll(() => system.stop());

const attempt = (account: unknown, password: unknown): Promise<Answer> =>
  visitor.post('/api/session', { account, password });

const me = ({ cookie }: Person): Promise<Answer> =>
  visitor.get('/api/session').then(async () => {
    const response = await fetch(`${system.url}/api/session`, { headers: { cookie } });
    return { status: response.status, headers: response.headers, body: await response.json() };
  });

const personId = async (account: string): Promise<string> => {
  const rows = await query<{ id: string }>(
    system.engine.pool,
    'SELECT id FROM person WHERE account = $1',
    [account],
  );
  return rows[0]?.id ?? '';
};

test('who signs in is told who they are', async () => {
  const answer = await attempt('xiayang-fenguan', DEMO_PASSWORD);
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    id: await personId('xiayang-fenguan'),
    account: 'xiayang-fenguan',
    name: '夏阳分管领导',
    unit: {
      code: 'xiayang',
      name: expect.stringContaining('夏阳'),
      short: expect.any(String),
      kind: 'town',
    },
    roles: [{ role: 'unitLead', label: '分管领导' }],
    unread: 0,
  });
});

test('the cookie is out of reach of scripts and other sites, and no session is stored in the clear', async () => {
  const cookie = (await attempt('paidan1', DEMO_PASSWORD)).headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Strict/);
  const token = /bihuan=([^;]+)/.exec(cookie)?.[1] ?? '';
  expect(token.length).toBeGreaterThanOrEqual(43);
  const rows = await query<{ id: Buffer }>(system.engine.pool, 'SELECT id FROM session');
  expect(rows.map(({ id }) => id.toString('utf8'))).not.toContain(token);
});

test('a wrong password and an unknown account get the same answer', async () => {
  const wrong = await attempt('huifang', 'not the password');
  const unknown = await attempt('nobody-here', 'not the password');
  expectProblem(wrong, 401, 'SIGN_IN_FAILED');
  expect(unknown.body).toEqual(wrong.body);
  expect(unknown.status).toBe(wrong.status);
  expect(wrong.headers.get('set-cookie')).toBeNull();
});

test('five failures make an account wait, and nobody else', async () => {
  for (let i = 0; i < 5; i += 1) {
    expectProblem(await attempt('paidan2', 'guess'), 401, 'SIGN_IN_FAILED');
  }
  const locked = await attempt('paidan2', DEMO_PASSWORD);
  expectProblem(locked, 429, 'TOO_MANY_ATTEMPTS');
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await attempt('paidan1', DEMO_PASSWORD)).status).toBe(200);
});

test('twenty guesses at once are no more than five', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => attempt('xujing-fenguan', 'guess')),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(15);
});

test('a right password forgives the failures before it', async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < 4; i += 1) await attempt('xujing-lianluo', 'guess');
    expect((await attempt('xujing-lianluo', DEMO_PASSWORD)).status).toBe(200);
  }
});

test.each([
  [{ account: 'paidan1' }, 'body.password'],
  [{ account: '', password: 'x' }, 'body.account'],
  [{ account: 'a\u0000', password: 'x' }, 'body.account'],
  [{ account: { $ne: null }, password: 'x' }, 'body.account'],
  [{ account: 'paidan1', password: 'x'.repeat(201) }, 'body.password'],
  [{ account: 'paidan1', password: 'x', admin: true }, 'body.admin'],
])('the sign-in %j is refused by name', async (body, field) => {
  expectProblem(await visitor.post('/api/session', body), 422, 'INVALID_INPUT', field);
});

test('signing out ends the session on the server, and only that one', async () => {
  const here = await signIn(system.url, 'housing-lianluo');
  const there = await signIn(system.url, 'housing-lianluo');
  const out = await fetch(`${system.url}/api/session`, {
    method: 'DELETE',
    headers: { cookie: here.cookie },
  });
  expect(out.status).toBe(204);
  expectProblem(await me(here), 401, 'SIGN_IN_REQUIRED');
  expect((await me(there)).status).toBe(200);
});

test('an expired session is none', async () => {
  const person = await signIn(system.url, 'housing-chengban');
  await query(
    system.engine.pool,
    `UPDATE session SET expires_at = clock_timestamp() WHERE person = $1`,
    [await personId('housing-chengban')],
  );
  expectProblem(await me(person), 401, 'SIGN_IN_REQUIRED');
});

test('a made-up or mangled cookie is no session', async () => {
  const { cookie } = await signIn(system.url, 'zhujiajiao-chengban');
  const forged = [`bihuan=${randomUUID()}`, 'bihuan=', `${cookie}x`, `x${cookie}`, 'bihuan=%00'];
  for (const value of forged) {
    expectProblem(await me({ ...visitor, cookie: value }), 401, 'SIGN_IN_REQUIRED');
  }
});

test('a person who left has no session any more', async () => {
  const person = await signIn(system.url, 'zhujiajiao-lianluo');
  await query(system.engine.pool, 'UPDATE person SET active = false WHERE account = $1', [
    'zhujiajiao-lianluo',
  ]);
  expectProblem(await me(person), 401, 'SIGN_IN_REQUIRED');
  expectProblem(await attempt('zhujiajiao-lianluo', DEMO_PASSWORD), 401, 'SIGN_IN_FAILED');
});

test('a role that ended counts no more from the next request on', async () => {
  const dispatcher = await signIn(system.url, 'paidan1');
  expect((await dispatcher.open()).status).toBe(201);
  const change = (to: string) =>
    query(system.engine.pool, `UPDATE role_grant SET "to" = ${to} WHERE person = $1`, [id]);
  const id = await personId('paidan1');
  await change(`now() - interval '1 second'`);
  expectProblem(await dispatcher.open(), 403, 'FORBIDDEN_ROLE');
  expect((await me(dispatcher)).body.roles).toEqual([]);
  await change('NULL');
  expect((await dispatcher.open()).status).toBe(201);
});
