import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Answer, ordinaryTicket, type Person, signIn } from '../support/people.ts';
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

const isoIn = (ms: number): string => new Date(Date.now() + ms).toISOString();
const openRaw = (body: unknown, headers: object = {}): Promise<Answer> =>
  dispatcher.post('/api/cases', body, { 'idempotency-key': randomUUID(), ...headers });
const ticket = (input: object): object => ({
  type: 'hotline-ticket',
  input: { ...ordinaryTicket, ...input },
});

describe('an opening', () => {
  test('of an unknown type names the types there are', async () => {
    const answer = await openRaw({ type: 'parking-ticket', input: {} });
    expectProblem(answer, 422, 'UNKNOWN_CASE_TYPE', 'type');
    expect(answer.body.rule).toContain('hotline-ticket');
  });

  test.each(['constructor', '__proto__', 'toString', 'hotline-ticket\u0000'])(
    'of the type %j is unknown',
    async (type) =>
      expectProblem(await openRaw({ type, input: {} }), 422, 'UNKNOWN_CASE_TYPE', 'type'),
  );

  const long = '长'.repeat(100_000);
  const wrong: readonly (readonly [string, object, string])[] = [
    ['a field nobody knows', { color: 'red' }, 'input.color'],
    ['a missing text', { text: undefined }, 'input.text'],
    ['a blank text', { text: ' \t\n' }, 'input.text'],
    ['a number for a text', { text: 12 }, 'input.text'],
    ['100,000 characters', { text: 'a'.repeat(100_000) }, 'input.text'],
    ['4,001 characters', { text: 'a'.repeat(4001) }, 'input.text'],
    ['NUL in the text', { text: '路灯\u0000不亮' }, 'input.text'],
    ['an escape character in the text', { text: '路灯\u001b[31m不亮' }, 'input.text'],
    ['a lone high surrogate', { text: '路灯\ud83d不亮' }, 'input.text'],
    ['a lone low surrogate', { address: '公园路\ude00' }, 'input.address'],
    ['an unknown matter', { matter: 'BOREDOM' }, 'input.matter'],
    ['a matter from the prototype', { matter: 'constructor' }, 'input.matter'],
    ['an unknown urgency', { urgency: 'VERY' }, 'input.urgency'],
    ['no caller', { caller: undefined }, 'input.caller'],
    ['a caller without a phone', { caller: { name: '陈测试' } }, 'input.caller.phone'],
    ['a phone of letters', { caller: { name: '陈测试', phone: 'call me' } }, 'input.caller.phone'],
    [
      'a field more in the caller',
      { caller: { ...ordinaryTicket.caller, id: 1 } },
      'input.caller.id',
    ],
    ['a list for the caller', { caller: [] }, 'input.caller'],
    [
      'a long name',
      { caller: { name: 'x'.repeat(41), phone: '13900000000' } },
      'input.caller.name',
    ],
    ['a receipt in the future', { receivedAt: isoIn(60_000) }, 'input.receivedAt'],
    ['a receipt before 2024', { receivedAt: '2023-12-31T23:59:59+08:00' }, 'input.receivedAt'],
    ['a receipt of local time', { receivedAt: '2026-03-01T09:00:00' }, 'input.receivedAt'],
    ['a receipt that is a number', { receivedAt: 1_700_000_000_000 }, 'input.receivedAt'],
    ['a receipt on no day', { receivedAt: '2026-02-30T09:00:00+08:00' }, 'input.receivedAt'],
    ['a receipt that is null', { receivedAt: null }, 'input.receivedAt'],
  ];
  test.each(wrong)('with %s is refused, field and rule named', async (_what, input, field) => {
    const answer = await openRaw(ticket(input));
    expectProblem(answer, 422, 'INVALID_INPUT', field);
  });

  test.each([
    ['an unknown town', 'atlantis'],
    ['a bureau for a town', 'housing'],
    ['the centre for a town', 'ops-centre'],
    ['a town with NUL', 'xia\u0000yang'],
    ['a town with a lone surrogate', 'xia\ud800yang'],
  ])('in %s is refused', async (_what, town) => {
    const answer = await openRaw(ticket({ town }));
    expect(answer.status).toBe(422);
    expect(['UNKNOWN_UNIT', 'INVALID_INPUT']).toContain(answer.body.code);
    expectProblem(answer, 422, answer.body.code, 'input.town');
  });

  test('does not quote what was typed', async () => {
    const { body } = await openRaw(ticket({ '张三 13800001111': 1 }));
    expect(JSON.stringify(body)).not.toContain('13800001111');
    const named = await openRaw({ type: '张三 13800001111', input: {} });
    expect(JSON.stringify(named.body)).not.toContain('13800001111');
  });

  test('is refused to units and to roles that do not receive tickets', async () => {
    expectProblem(await liaison.open(), 403, 'FORBIDDEN_ROLE');
  });

  test.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one of 201 characters', 'k'.repeat(201)],
    ['one with a space', 'two words'],
    ['one with a letter beyond ASCII', 'clé'],
  ])('needs an Idempotency-Key: %s is not enough', async (_what, key) => {
    const headers = key === undefined ? {} : { 'idempotency-key': key };
    const answer = await dispatcher.post('/api/cases', ticket({}), headers);
    expectProblem(answer, 422, 'INVALID_INPUT', 'Idempotency-Key');
  });

  test('over the limit of a body is refused', async () => {
    expectProblem(await openRaw(ticket({ text: long })), 413, 'BODY_TOO_LARGE');
    const bomb = gzipSync(JSON.stringify(ticket({ text: ' '.repeat(4_000_000) })));
    expectProblem(await sendBytes(bomb, { 'content-encoding': 'gzip' }), 413, 'BODY_TOO_LARGE');
  });
});

/** Sends a body as it is. */
async function sendBytes(body: Uint8Array | string, headers: object): Promise<Answer> {
  const response = await fetch(`${system.url}/api/cases`, {
    method: 'POST',
    body: body as never,
    headers: {
      cookie: dispatcher.cookie,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      ...headers,
    },
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: JSON.parse(text) };
}

describe('a body', () => {
  test.each([
    ['broken JSON', '{"type": "hotline-ticket", "input": {'],
    ['no JSON', 'type=hotline-ticket'],
    ['a bare word', '"hotline-ticket"'],
    ['a comment', '{} // done'],
  ])('of %s is told to be broken', async (_what, text) =>
    expectProblem(await sendBytes(text, {}), 400, 'BROKEN_JSON'),
  );

  test('that says it is compressed and is not, is told to be broken', async () => {
    const answer = await sendBytes('{}', { 'content-encoding': 'gzip' });
    expectProblem(answer, 400, 'BAD_REQUEST');
  });

  test.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a look-alike', { 'content-type': 'application/json-patch+json' }],
    ['another character set', { 'content-type': 'application/json; charset=gb18030' }],
    ['an unknown encoding', { 'content-encoding': 'rot13' }],
  ])('of %s is not taken', async (_what, headers) =>
    expectProblem(await sendBytes('{}', headers), 415, 'UNSUPPORTED_MEDIA_TYPE'),
  );

  test.each([
    ['a list', [], 'body'],
    ['nothing in it', {}, 'body.type'],
    ['no input', { type: 'hotline-ticket' }, 'body.input'],
    ['a list for the input', { type: 'hotline-ticket', input: [] }, 'body.input'],
    ['a field more', { type: 'hotline-ticket', input: {}, owner: 'me' }, 'body.owner'],
    ['a number for the type', { type: 1, input: {} }, 'body.type'],
  ])('with %s is refused', async (_what, body, field) =>
    expectProblem(await openRaw(body), 422, 'INVALID_INPUT', field),
  );

  test('with numbers beyond all bounds or nested a hundred thousand deep is a 4xx', async () => {
    const prefix = '{"type":"hotline-ticket","input":{"text":';
    for (const value of [
      '1e999',
      '-1e999',
      '9'.repeat(5000),
      `${'['.repeat(1e5)}${']'.repeat(1e5)}`,
    ]) {
      const answer = await sendBytes(`${prefix}${value}}}`, {});
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('a command', () => {
  test.each(['teleport', 'constructor', '__proto__', 'hasOwnProperty'])(
    '%s is unknown',
    async (command) =>
      expectProblem(await dispatcher.command(caseId, command), 404, 'UNKNOWN_COMMAND', 'type'),
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
