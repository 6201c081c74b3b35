import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ordinaryTicket } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './problem-shape.ts';
import { signInStaff, type Staff, ticketIn } from './staff.ts';
import { rowCounts } from './tables.ts';

let system: System;
let staff: Staff;
let caseId: string;
let before: Awaited<ReturnType<typeof rowCounts>>;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
  caseId = await ticketIn(staff, 'inProgress');
});
afterAll(() => system.stop());
beforeEach(async () => {
  before = await rowCounts(system);
});
afterEach(async () => {
  expect(await rowCounts(system)).toEqual(before);
});

const inOneHour = () => new Date(Date.now() + 3_600_000).toISOString();
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const long = 'a'.repeat(100_000);

const openings: readonly (readonly [string, object, string])[] = [
  ['a missing text', { text: undefined }, 'input.text'],
  ['a text of blanks', { text: ' \n ' }, 'input.text'],
  ['a text with NUL', { text: '路灯\u0000不亮' }, 'input.text'],
  ['a text with an escape character', { text: '路灯\u001b[31m不亮' }, 'input.text'],
  ['a text with half an emoji', { text: '路灯\ud83d不亮' }, 'input.text'],
  ['a text of 100,000 characters', { text: long }, 'input.text'],
  ['an address of 101 characters', { address: '路'.repeat(101) }, 'input.address'],
  ['a phone of letters', { caller: { name: '陈测试', phone: 'abc' } }, 'input.caller.phone'],
  ['half a name', { caller: { name: '\udc00', phone: '13900000000' } }, 'input.caller.name'],
  ['a caller who is a list', { caller: [] }, 'input.caller'],
  ['a field of another name', { adress: '公园路' }, 'input.adress'],
  ['a field of the language', { constructor: '公园路' }, 'input.constructor'],
  ['a matter that does not exist', { matter: 'OTHER' }, 'input.matter'],
  ['a number where a text belongs', { text: 5 }, 'input.text'],
  ['receipt in an hour', { receivedAt: inOneHour() }, 'input.receivedAt'],
  ['receipt before 2024', { receivedAt: '2023-12-31T23:59:59+08:00' }, 'input.receivedAt'],
  ['receipt without an offset', { receivedAt: '2026-01-05T09:00:00' }, 'input.receivedAt'],
  ['receipt on 30 February', { receivedAt: '2026-02-30T09:00:00+08:00' }, 'input.receivedAt'],
  ['receipt as a number', { receivedAt: 1_760_000_000_000 }, 'input.receivedAt'],
];

test.each(openings)('%s is refused by name', async (_name, input, field) => {
  expectProblem(await staff.dispatcher.open(input), 422, 'INVALID_INPUT', field);
});

const foreignUnits: readonly (readonly [string, object])[] = [
  ['a town that does not exist', { town: 'atlantis' }],
  ['a town with NUL', { town: 'xiayang\u0000' }],
  ['a bureau where a town belongs', { town: 'housing' }],
];

test.each(foreignUnits)('%s is an unknown unit', async (_name, input) => {
  expectProblem(await staff.dispatcher.open(input), 422, 'UNKNOWN_UNIT', 'input.town');
});

test.each([
  ['nobody', 'atlantis'],
  ['half a character', '\ud800'],
  ['NUL', '\u0000'],
  ['the centre itself', 'ops-centre'],
])('a dispatch to %s is refused', async (_name, leadUnit) => {
  const fresh = await ticketIn(staff, 'pendingDispatch');
  before = await rowCounts(system);
  const answer = await staff.dispatcher.command(fresh, 'dispatch', { leadUnit });
  const code = leadUnit === '\ud800' ? 'INVALID_INPUT' : 'UNKNOWN_UNIT';
  expectProblem(answer, 422, code, 'input.leadUnit');
});

test('a unit where nobody can take notice is refused', async () => {
  const { units } = (await staff.dispatcher.get('/api/units')).body;
  const empty = units.find((unit: { takesCases: boolean; kind: string }) => {
    return !unit.takesCases && unit.kind === 'town';
  });
  const fresh = await ticketIn(staff, 'pendingDispatch');
  before = await rowCounts(system);
  const answer = await staff.dispatcher.command(fresh, 'dispatch', { leadUnit: empty.code });
  expectProblem(answer, 422, 'NO_TARGET');
});

test.each(['no-such-type', 'constructor', '__proto__', 'hotline ticket'])(
  'the case type %s is unknown',
  async (type) => {
    const answer = await staff.dispatcher.post(
      '/api/cases',
      { type, input: ordinaryTicket },
      { 'idempotency-key': randomUUID() },
    );
    expectProblem(answer, 422, 'UNKNOWN_CASE_TYPE', 'type');
    expect(answer.body.rule).toContain('hotline-ticket');
  },
);

test.each(['noSuchCommand', 'constructor', '__proto__', 'toString'])(
  'the command %s is unknown',
  async (command) => {
    const answer = await staff.handler.command(caseId, command);
    expectProblem(answer, 404, 'UNKNOWN_COMMAND', 'command');
  },
);

test('a command of another stage names the stages it belongs to', async () => {
  const answer = await staff.coordinator.command(caseId, 'acknowledge');
  expectProblem(answer, 409, 'WRONG_STATE');
  expect(answer.body.detail).toContain('办理中');
  expect(answer.body.rule).toContain('待签收');
});

test('a command of another role is refused', async () => {
  const answer = await staff.dispatcher.command(caseId, 'submitResult', {});
  expectProblem(answer, 403, 'FORBIDDEN_ROLE');
  expect(answer.body.rule).toContain('承办人');
});

test('a system command is not for persons', async () => {
  expectProblem(await staff.dispatcher.command(caseId, 'archive'), 403, 'FORBIDDEN_ROLE');
});

test('a result without its proof names what is missing', async () => {
  const answer = await staff.handler.command(caseId, 'submitResult', {
    resultType: 'ACTUALLY_RESOLVED',
    note: '已修复',
    before: '不亮',
  });
  expectProblem(answer, 422, 'EVIDENCE_MISSING', 'input.after');
});

test('a case that does not exist is not found', async () => {
  for (const id of [randomUUID(), 'QPHT2026-999999', 'x', '%00']) {
    const answer = await staff.dispatcher.command(id, 'close');
    expectProblem(answer, 404, 'CASE_NOT_FOUND');
  }
  expectProblem(await staff.dispatcher.command('%F0%9F', 'close'), 400, 'BAD_REQUEST');
});

/** Whole bodies, as they travel. */
const bodies: readonly (readonly [string, string, number, string, string?])[] = [
  ['broken JSON', '{"type":', 400, 'BROKEN_JSON'],
  ['a bare string', '"hello"', 400, 'BROKEN_JSON'],
  ['a list', '[]', 422, 'INVALID_INPUT', 'body'],
  ['nothing', '', 422, 'INVALID_INPUT', 'body.type'],
  ['no input', '{"type":"hotline-ticket"}', 422, 'INVALID_INPUT', 'body.input'],
  ['a type that is a number', '{"type":1,"input":{}}', 422, 'INVALID_INPUT', 'body.type'],
  [
    'one field too many',
    '{"type":"x","input":{},"actor":"me"}',
    422,
    'INVALID_INPUT',
    'body.actor',
  ],
  [
    'a number beyond all numbers',
    '{"type":"hotline-ticket","input":{"text":1e999}}',
    422,
    'INVALID_INPUT',
    'input.text',
  ],
  [
    'a hundred thousand brackets',
    `{"type":"hotline-ticket","input":{"text":${nested(100_000)}}}`,
    422,
    'INVALID_INPUT',
    'input.text.0',
  ],
  [
    '100,000 characters of three bytes',
    JSON.stringify({
      type: 'hotline-ticket',
      input: { ...ordinaryTicket, text: '路'.repeat(1e5) },
    }),
    413,
    'BODY_TOO_LARGE',
  ],
];

test.each(bodies)('a body of %s is refused', async (...row) => {
  const [, body, status, code, field] = row.slice(0, 5) as unknown as (typeof bodies)[number];
  const answer = await staff.dispatcher.post('/api/cases', body, { 'idempotency-key': 'whole' });
  expectProblem(answer, status, code, field);
});

test.each([
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['multipart/form-data; boundary=x', 415],
  ['application/json; charset=gbk', 415],
  ['application/problem+json', 415],
])('a body of type %s is refused', async (type, status) => {
  const answer = await staff.dispatcher.post(
    '/api/cases',
    JSON.stringify({ type: 'hotline-ticket', input: ordinaryTicket }),
    { 'content-type': type, 'idempotency-key': randomUUID() },
  );
  expectProblem(answer, status, 'UNSUPPORTED_MEDIA_TYPE');
});

test('a body whose compression is broken or unknown is refused', async () => {
  const send = (encoding: string) =>
    staff.dispatcher.post('/api/cases', '{"type":"hotline-ticket"}', {
      'content-encoding': encoding,
      'idempotency-key': 'packed',
    });
  expectProblem(await send('gzip'), 400, 'BAD_REQUEST');
  expectProblem(await send('zstd'), 415, 'UNSUPPORTED_MEDIA_TYPE');
});

test.each([
  ['none', undefined],
  ['a blank', 'a b'],
  ['letters beyond ASCII', 'é'],
  ['201 characters', 'k'.repeat(201)],
])('a command id of %s is refused', async (_name, key) => {
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  const open = { type: 'hotline-ticket', input: ordinaryTicket };
  const answers = [
    await staff.dispatcher.post('/api/cases', open, headers),
    await staff.handler.post(`/api/cases/${caseId}/commands`, { command: 'close' }, headers),
  ];
  for (const answer of answers) expectProblem(answer, 422, 'INVALID_INPUT', 'Idempotency-Key');
});

test.each([0, -1, 1.5, '3', null, 1e300])('%p is no expected version', async (expectedVersion) => {
  const answer = await staff.handler.post(
    `/api/cases/${caseId}/commands`,
    { command: 'recordProgress', input: { note: '在办' }, expectedVersion },
    { 'idempotency-key': randomUUID() },
  );
  expectProblem(answer, 422, 'INVALID_INPUT', 'body.expectedVersion');
});

test.each([
  ['light=blue', 'query.light'],
  ['limit=0', 'query.limit'],
  ['limit=101', 'query.limit'],
  ['limit=ten', 'query.limit'],
  ['dueBefore=tomorrow', 'query.dueBefore'],
  ['ended=maybe', 'query.ended'],
  ['after=nonsense', 'query.after'],
  [`after=${Buffer.from(`[9e15,"${randomUUID()}"]`).toString('base64url')}`, 'query.after'],
  ['unit=%00', 'query.unit'],
  ['stage=%00', 'query.stage'],
  ['sort=summary', 'query.sort'],
  ['__proto__=1', 'query.__proto__'],
])('the list refuses ?%s', async (search, field) => {
  expectProblem(await staff.dispatcher.get(`/api/cases?${search}`), 422, 'INVALID_INPUT', field);
});

test('what people typed does not come back in a refusal', async () => {
  const answer = await staff.dispatcher.open({ 王小明13900001111: 'x', text: '机密内容\u0000' });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer.body)).not.toMatch(/王小明|13900001111|机密内容/);
});
