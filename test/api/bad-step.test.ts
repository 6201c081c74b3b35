import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';
import { rowCounts } from './tables.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;
let foreigner: Person;
let caseId: string;
let before: Readonly<Record<string, number>>;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  const accounts = ['paidan1', 'xiayang-lianluo', 'xujing-lianluo'];
  [dispatcher, liaison, foreigner] = (await Promise.all(
    accounts.map((account) => signIn(system.url, account)),
  )) as [Person, Person, Person];
  caseId = (await dispatcher.open()).body.caseId;
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  // The telling's own books settle before rows are counted.
  await system.engine.drained();
});
afterAll(() => system.stop());
beforeEach(async () => {
  before = await rowCounts(system);
});
/** Whatever was refused left nothing behind. */
afterEach(async () => {
  expect(await rowCounts(system)).toEqual(before);
});

describe('a command', () => {
  test.each(['teleport', 'constructor', '__proto__', 'hasOwnProperty'])(
    '%s is unknown',
    async (command) =>
      expectProblem(await dispatcher.command(caseId, command), 404, 'UNKNOWN_COMMAND', 'command'),
  );

  test('of the system is nobody’s', async () =>
    expectProblem(await dispatcher.command(caseId, 'archive'), 403, 'FORBIDDEN_ROLE'));

  test('in a wrong state names the state and the states it is for', async () => {
    const answer = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
    expectProblem(answer, 409, 'WRONG_STATE');
    expect(answer.body.detail).toContain('待签收');
    expect(answer.body.rule).toContain('待派单');
  });

  test('of another role names who may', async () => {
    const answer = await dispatcher.command(caseId, 'acknowledge');
    expectProblem(answer, 403, 'FORBIDDEN_ROLE');
    expect(answer.body.rule).toContain('联络员');
  });

  test('by a foreign unit looks like one on no case at all', async () => {
    const foreign = await foreigner.command(caseId, 'acknowledge');
    const nowhere = await foreigner.command(randomUUID(), 'acknowledge');
    expectProblem(foreign, 404, 'CASE_NOT_FOUND');
    expect(foreign.body).toEqual(nowhere.body);
  });

  test('with a field that it does not know is refused', async () =>
    expectProblem(
      await liaison.command(caseId, 'acknowledge', { leadUnit: 'xujing' }),
      422,
      'INVALID_INPUT',
      'input.leadUnit',
    ));

  test.each([
    ['no version', 'one'],
    ['zero', 0],
    ['a fraction', 1.5],
    ['beyond integers', 1e300],
  ])('expecting %s is refused', async (_what, expectedVersion) => {
    const answer = await liaison.post(
      `/api/cases/${caseId}/commands`,
      { command: 'acknowledge', input: {}, expectedVersion },
      { 'idempotency-key': randomUUID() },
    );
    expectProblem(answer, 422, 'INVALID_INPUT', 'body.expectedVersion');
  });

  test.each([
    'nowhere',
    'QPHT2026-999999',
    '%00',
    '..%2f..',
    "'; DROP TABLE case_row; --",
    'x'.repeat(3000),
  ])('on the case %j finds none', async (id) => {
    expectProblem(
      await dispatcher.command(encodeURI(decodeURI(id)), 'dispatch'),
      404,
      'CASE_NOT_FOUND',
    );
    expectProblem(
      await dispatcher.get(`/api/cases/${encodeURI(decodeURI(id))}`),
      404,
      'CASE_NOT_FOUND',
    );
  });
});

describe('a dispatch', () => {
  const dispatch = async (input: object): Promise<Answer> => {
    const opened = await dispatcher.open();
    before = await rowCounts(system);
    return dispatcher.command(opened.body.caseId, 'dispatch', input);
  };

  test.each([
    ['a unit that is unknown', { leadUnit: 'atlantis' }, 'UNKNOWN_UNIT', 'input.leadUnit'],
    ['the centre itself', { leadUnit: 'ops-centre' }, 'UNKNOWN_UNIT', 'input.leadUnit'],
    ['a unit of the prototype', { leadUnit: '__proto__' }, 'UNKNOWN_UNIT', 'input.leadUnit'],
    ['no unit', {}, 'INVALID_INPUT', 'input.leadUnit'],
    ['a unit without people', { leadUnit: 'yingpu' }, 'NO_TARGET', undefined],
    [
      'a note of control characters',
      { leadUnit: 'xiayang', note: 'a\u0007b' },
      'INVALID_INPUT',
      'input.note',
    ],
    [
      'a word for a choice',
      { leadUnit: 'xiayang', directed: 'yes' },
      'INVALID_INPUT',
      'input.directed',
    ],
  ])('to %s is refused', async (_what, input, code, field) =>
    expectProblem(await dispatch(input), 422, code, field),
  );

  test('to a unit with NUL in its code is refused', async () => {
    const answer = await dispatch({ leadUnit: 'xiayang\u0000' });
    expectProblem(answer, 422, answer.body.code, 'input.leadUnit');
  });
});

describe('a question', () => {
  test.each([
    ['type=%00', 'query.type'],
    ['unit=a%00b', 'query.unit'],
    ['stage=%00', 'query.stage'],
    ['light=purple', 'query.light'],
    ['limit=0', 'query.limit'],
    ['limit=101', 'query.limit'],
    ['limit=ten', 'query.limit'],
    ['limit=1&limit=2', 'query.limit'],
    ['ended=perhaps', 'query.ended'],
    ['dueBefore=tomorrow', 'query.dueBefore'],
    ['dueAfter=2026-01-01T00:00:00', 'query.dueAfter'],
    ['after=nonsense', 'query.after'],
    [
      `after=${Buffer.from('[9e15,"00000000-0000-4000-8000-000000000000"]').toString('base64url')}`,
      'query.after',
    ],
    ['sort=asc', 'query.sort'],
  ])('%s is refused', async (query, field) => {
    const answer = await dispatcher.get(`/api/cases?${query}`);
    expect(answer.body.field?.split('.').slice(0, 2).join('.')).toBe(field);
    expectProblem(answer, 422, 'INVALID_INPUT', answer.body.field);
  });

  test.each([
    [
      'light=purple',
      '“灯”填写有误:只能取“正常”“预警”“超时”',
      { green: '正常', yellow: '预警', red: '超时' },
    ],
    [
      'ended=perhaps',
      '“是否已结束”填写有误:只能取“已结束”“在办”',
      { true: '已结束', false: '在办' },
    ],
  ])('%s is told what it may be, in words and in codes', async (query, detail, choices) => {
    const { body } = await dispatcher.get(`/api/cases?${query}`);
    expect(body).toMatchObject({ detail, choices });
  });

  test('with a broken address is a 4xx', async () => {
    expectProblem(await dispatcher.get('/api/cases/%E0%A4%A'), 400, 'BAD_REQUEST');
    expectProblem(await dispatcher.post('/api/notices/%00/read', {}), 404, 'NOT_FOUND');
    expectProblem(await dispatcher.get('/assets/missing.js'), 404, 'NOT_FOUND');
    expectProblem(await dispatcher.get('/api/nothing'), 404, 'NOT_FOUND');
  });

  test('for a range nobody has is a 4xx', async () => {
    const response = await fetch(system.url, { headers: { range: 'bytes=99999999-' } });
    expect([200, 416]).toContain(response.status);
  });
});

describe('a sign-in', () => {
  const signInWith = (body: unknown): Promise<Answer> => dispatcher.post('/api/session', body);

  test.each([
    ['no account', { password: 'x' }, 'body.account'],
    ['an empty password', { account: 'paidan1', password: '' }, 'body.password'],
    [
      'a password of 201 characters',
      { account: 'paidan1', password: 'x'.repeat(201) },
      'body.password',
    ],
    ['an object for an account', { account: { $ne: '' }, password: 'x' }, 'body.account'],
    ['a field more', { account: 'a', password: 'b', admin: true }, 'body.admin'],
  ])('with %s is refused', async (_what, body, field) =>
    expectProblem(await signInWith(body), 422, 'INVALID_INPUT', field),
  );

  test('of an account with NUL is no account', async () => {
    const answer = await signInWith({ account: 'paidan1\u0000', password: 'x' });
    expect([401, 422]).toContain(answer.status);
  });
});

describe('a reveal', () => {
  test.each([
    ['no reason', {}, 'body.reason'],
    ['a blank one', { reason: '  ' }, 'body.reason'],
    ['a reason of 201 characters', { reason: 'x'.repeat(201) }, 'body.reason'],
    ['NUL in it', { reason: 'a\u0000' }, 'body.reason'],
  ])('with %s is refused and leaves no row', async (_what, body, field) =>
    expectProblem(
      await dispatcher.post(`/api/cases/${caseId}/reveal`, body),
      422,
      'INVALID_INPUT',
      field,
    ),
  );

  test('without a body is refused', async () => {
    const response = await fetch(`${system.url}/api/cases/${caseId}/reveal`, {
      method: 'POST',
      headers: { cookie: dispatcher.cookie },
    });
    expect(response.status).toBe(422);
  });
});
