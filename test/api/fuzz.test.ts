import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hotlineTicketV1 } from '../../domain/case-types/hotline-ticket.v1.ts';
import { type Answer, ordinaryTicket } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { signInStaff, type Staff, ticketIn } from './staff.ts';

let system: System;
let staff: Staff;
let caseId: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
  caseId = await ticketIn(staff, 'inProgress');
});
afterAll(() => system.stop());

const RUNS = process.env['SOAK'] ? 2000 : 100;

const wildText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\ud800', '\udfff', '\u0000', '\u202e', '\ufeff', '路', 'ﷺ') }),
  fc.constantFrom('', ' ', '__proto__', 'constructor', "'; --", '%00', '\u0000', 'a'.repeat(5000)),
  fc.constantFrom('xiayang', 'PHONE', 'ACTUALLY_RESOLVED', '2026-01-05T09:00:00+08:00'),
);
const wildNumber = fc.oneof(fc.double(), fc.constantFrom(1e308, -0, 2 ** 53, -1, 1.5, NaN));
const names = fc.oneof(
  fc.constantFrom(...Object.keys(ordinaryTicket), 'note', 'leadUnit', 'directed', 'reason'),
  fc.constantFrom('__proto__', 'constructor', 'toJSON', 'sealed', 'receivedAt', 'suggestedUnit'),
  wildText,
);
const { value: wild } = fc.letrec((again) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false, [], {}),
    wildText,
    wildNumber,
    fc.array(again('value'), { maxLength: 4 }),
    fc.dictionary(names, again('value'), { maxKeys: 6 }),
  ),
}));
const deep = fc.integer({ min: 1, max: 20_000 }).map((n) => '['.repeat(n) + ']'.repeat(n));

/** An ordinary input with some fields made wild: what gets furthest into the system. */
const almost = fc
  .dictionary(names, wild, { minKeys: 1, maxKeys: 3 })
  .map((wilds) => ({ ...ordinaryTicket, ...wilds }));
const input = fc.oneof(almost, wild, fc.dictionary(names, wild));

/** Never a 5xx; a refusal is a problem with a code, an acceptance a receipt. */
function expectAnswered(answer: Answer): void {
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 300) {
    expect(answer.body).toMatchObject({ caseId: expect.any(String), version: expect.any(Number) });
    return;
  }
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    code: expect.stringMatching(/^[A-Z_]+$/),
    rule: expect.stringMatching(/./),
    todo: expect.stringMatching(/./),
  });
}

const key = () => ({ 'idempotency-key': randomUUID() });
const send = async (path: string, body: unknown) =>
  expectAnswered(await staff.dispatcher.post(path, JSON.stringify(body) ?? '', key()));

test('no opening, however wild, is answered with a fault', async () => {
  const type = fc.oneof(
    { weight: 5, arbitrary: fc.constant('hotline-ticket') },
    { weight: 1, arbitrary: wild },
  );
  await fc.assert(
    fc.asyncProperty(fc.record({ type, input }), (body) => send('/api/cases', body)),
    { numRuns: RUNS },
  );
}, 600_000);

test('no command, however wild, is answered with a fault', async () => {
  const command = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...Object.keys(hotlineTicketV1.commands)) },
    { weight: 1, arbitrary: wild },
  );
  const person = fc.constantFrom<keyof Staff>('dispatcher', 'coordinator', 'handler', 'unitLead');
  const body = fc.record(
    { command, input, expectedVersion: wild },
    { requiredKeys: ['command', 'input'] },
  );
  await fc.assert(
    fc.asyncProperty(person, body, async (who, what) => {
      const path = `/api/cases/${caseId}/commands`;
      expectAnswered(await staff[who].post(path, JSON.stringify(what), key()));
    }),
    { numRuns: RUNS },
  );
}, 600_000);

test('no bytes in place of JSON and no nesting are answered with a fault', async () => {
  const raw = fc.oneof(
    deep,
    wildText,
    wild.map((value) => `${JSON.stringify(value)}}`),
  );
  await fc.assert(
    fc.asyncProperty(raw, fc.boolean(), async (text, inside) => {
      const body = inside ? `{"type":"hotline-ticket","input":{"text":${text}}}` : text;
      expectAnswered(await staff.dispatcher.post('/api/cases', body, key()));
    }),
    { numRuns: RUNS / 2 },
  );
}, 600_000);

test('no path and no query, however wild, is answered with a fault', async () => {
  const part = wildText.map((text) => encodeURIComponent(Buffer.from(text).toString()) || 'x');
  await fc.assert(
    fc.asyncProperty(part, names, async (text, name) => {
      const query = encodeURIComponent(Buffer.from(name).toString());
      const answers = await Promise.all([
        staff.dispatcher.get(`/api/cases/${text}`),
        staff.dispatcher.get(`/api/cases?${query}=${text}&stage=${text}&unit=${text}`),
        staff.dispatcher.get(`/api/cases?after=${text}`),
        staff.dispatcher.post(`/api/notices/${text}/read`, ''),
      ]);
      for (const answer of answers) expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: RUNS / 4 },
  );
}, 600_000);
