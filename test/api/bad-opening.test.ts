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
let before: Readonly<Record<string, number>>;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, liaison] = await Promise.all([
    signIn(system.url, 'paidan1'),
    signIn(system.url, 'xiayang-lianluo'),
  ]);
  await dispatcher.open();
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
    expect(answer.body.rule).toContain('12345 工单');
    expect(answer.body.choices).toMatchObject({ 'hotline-ticket': '12345 工单' });
  });

  test('with a choice off the list is told the labels to read, and the codes to send', async () => {
    const { body } = await openRaw(ticket({ matter: 'BOREDOM' }));
    expect(body.detail).toBe('“诉求类型”填写有误:只能取“咨询、意见建议”“求助、投诉”');
    expect(body.choices).toEqual({ CONSULT: '咨询、意见建议', ASSIST_COMPLAINT: '求助、投诉' });
  });

  test('with an instant that is none calls the field by its title', async () => {
    const { body } = await openRaw(ticket({ receivedAt: 'yesterday' }));
    expect(body.detail).toContain('“受理时间”填写有误');
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
