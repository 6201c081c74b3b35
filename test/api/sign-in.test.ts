import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { DEMO_PASSWORD } from '../../prisma/demo-people.ts';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';

let system: System;
let dispatcher: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(() => system.stop());

const attempt = (account: string, password: string): Promise<Answer> =>
  dispatcher.post('/api/session', { account, password });
const me = (person: Person): Promise<Answer> => person.get('/api/session');

describe('signing in', () => {
  test('tells who one is', async () => {
    const { status, body } = await me(dispatcher);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      account: 'paidan1',
      unit: { code: 'ops-centre', kind: 'centre' },
      roles: [{ role: 'dispatcher', label: '派单员' }],
      supervises: [],
      unread: 0,
    });
    expect(JSON.stringify(body)).not.toMatch(/argon|password|hash/i);
  });

  test.each([
    ['duban', ['hotline-ticket']],
    ['petition-ducha', ['petition']],
  ])('tells %s whose registers they keep', async (account, types) => {
    const { body } = await me(await signIn(system.url, account));
    expect(body.supervises).toEqual(expect.arrayContaining(types));
    expect(body.supervises).not.toContain(account === 'duban' ? 'petition' : 'hotline-ticket');
  });

  test('sets a cookie that scripts and other sites do not get', async () => {
    const { headers } = await attempt('paidan1', DEMO_PASSWORD);
    expect(headers.get('set-cookie')).toMatch(/^bihuan=[\w-]{43};.*HttpOnly; SameSite=Strict/);
  });

  test('says the same of a wrong password and of an unknown account', async () => {
    const [wrong, unknown] = [await attempt('paidan2', 'guess'), await attempt('nobody', 'guess')];
    expectProblem(wrong, 401, 'SIGN_IN_FAILED');
    expect(unknown.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
  });

  test('waits after five failures, for that account only', async () => {
    for (let i = 0; i < 5; i += 1) {
      expectProblem(await attempt('huifang', `guess ${i}`), 401, 'SIGN_IN_FAILED');
    }
    const sixth = await attempt('huifang', DEMO_PASSWORD);
    expectProblem(sixth, 429, 'TOO_MANY_ATTEMPTS');
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await attempt('duban', DEMO_PASSWORD)).status).toBe(200);
  });

  test('gives no more guesses to who sends them all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, i) => attempt('xujing-fenguan', `guess ${i}`)),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(11);
  });

  test('many times at once with the right password works', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => attempt('xujing-chengban', DEMO_PASSWORD)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});

describe('a session', () => {
  const sql = (text: string, ...values: readonly unknown[]) =>
    query(system.engine.pool, text, values);
  const signOut = (person: Person): Promise<Response> =>
    fetch(`${system.url}/api/session`, { method: 'DELETE', headers: { cookie: person.cookie } });

  test('ends on the server when one signs out', async () => {
    const [going, staying] = [
      await signIn(system.url, 'paidan2'),
      await signIn(system.url, 'paidan2'),
    ];
    expect((await signOut(going)).status).toBe(204);
    expectProblem(await me(going), 401, 'SIGN_IN_REQUIRED');
    expect((await signOut(going)).status).toBe(401);
    expect((await me(staying)).status).toBe(200);
  });

  test('ends with its time', async () => {
    const person = await signIn(system.url, 'xiayang-lianluo');
    await sql(
      `UPDATE session SET expires_at = clock_timestamp() WHERE person = (SELECT id FROM person WHERE account = $1)`,
      person.account,
    );
    expectProblem(await me(person), 401, 'SIGN_IN_REQUIRED');
  });

  test('of a person who left is over at once, and a role taken away is gone at once', async () => {
    const person = await signIn(system.url, 'xiayang-chengban');
    await sql('UPDATE person SET active = false WHERE account = $1', person.account);
    expectProblem(await me(person), 401, 'SIGN_IN_REQUIRED');
    expectProblem(await attempt(person.account, DEMO_PASSWORD), 401, 'SIGN_IN_FAILED');
    const demoted = await signIn(system.url, 'paidan2');
    await sql(
      `UPDATE role_grant SET "to" = now() WHERE person = (SELECT id FROM person WHERE account = $1)`,
      demoted.account,
    );
    expectProblem(await demoted.open(), 403, 'FORBIDDEN_ROLE');
    expect((await me(demoted)).body.roles).toEqual([]);
  });

  test('is stored as a digest only', async () => {
    const token = dispatcher.cookie.split('=')[1];
    const rows = await sql('SELECT id FROM session WHERE id = $1', Buffer.from(token ?? ''));
    expect(rows).toHaveLength(0);
  });
});
