import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Answer, ordinaryTicket, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectNoInside } from './refusals.ts';
import { rowCounts } from './tables.ts';

const RUNS = 150 * (process.env['SOAK'] === '1' ? 20 : 1);
let system: System;
let dispatcher: Person;
let caseId: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  dispatcher = await signIn(system.url, 'paidan1');
  caseId = (await dispatcher.open()).body.caseId;
  await system.engine.drained();
});
afterAll(() => system.stop());

/** JSON as text, so that it may hold what no object of ours could. */
const wild: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '1e999',
    '-1e999',
    '1e308',
    '-0',
    '9007199254740993',
    'null',
    'true',
    '{}',
    '[]',
    '"\\u0000"',
    '"\\ud800"',
    '"\\udc00x"',
    '"\\u202e\\u2066abc"',
    '"\\ufeff"',
    '"__proto__"',
    '"\' OR 1=1 --"',
    '"{\\"$ne\\":1}"',
    '"2026-02-30T25:00:00+99:00"',
    '"xiayang\\u0000"',
    `${'['.repeat(5000)}${']'.repeat(5000)}`,
    `${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`,
    `"${'长'.repeat(30_000)}"`,
  ),
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }).map((text) => JSON.stringify(text)),
);

const names = [
  'type',
  'input',
  'command',
  'expectedVersion',
  ...Object.keys(ordinaryTicket),
  'leadUnit',
  'note',
  'directed',
  'receivedAt',
  'urgency',
  'name',
  'phone',
  'reason',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\u0000',
  '\ud800',
];

/** An object with fields that are right but for those that wild ones replace. */
const bent = (right: object, children: fc.Arbitrary<string> = wild): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(fc.constantFrom(...Object.keys(right), ...names), children), {
      minLength: 1,
      maxLength: 4,
    })
    .map((entries) => {
      const fields = Object.entries(right).map(([name, value]) => [name, JSON.stringify(value)]);
      const all = [...fields, ...entries];
      return `{${all.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
    });

const bodies = (right: Readonly<Record<string, unknown>>, input: object): fc.Arbitrary<string> =>
  fc.oneof(
    wild,
    bent(right),
    fc
      .oneof(bent(input), wild)
      .map((text) =>
        JSON.stringify({ ...right, input: 0 }).replace('"input":0', () => `"input":${text}`),
      ),
  );

async function mustAnswer(answer: Answer): Promise<void> {
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 300) return;
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.body).toMatchObject({
    status: answer.status,
    code: expect.stringMatching(/^[A-Z_]+$/),
  });
  expectNoInside(answer);
}

/** Sends the bodies one by one; what was not accepted leaves no row. */
async function throwAt(path: () => string, body: fc.Arbitrary<string>): Promise<void> {
  let before = await rowCounts(system);
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const answer = await dispatcher.post(path(), text, { 'idempotency-key': randomUUID() });
      await mustAnswer(answer);
      await system.engine.drained();
      const after = await rowCounts(system);
      if (answer.status >= 300) expect(after).toEqual(before);
      before = after;
    }),
    { numRuns: RUNS },
  );
}

test(
  'openings of every shape are accepted or refused, never an error',
  () =>
    throwAt(
      () => '/api/cases',
      bodies({ type: 'hotline-ticket', input: ordinaryTicket }, ordinaryTicket),
    ),
  600_000,
);

test('commands of every shape are accepted or refused, never an error', () => {
  const input = { leadUnit: 'xiayang', note: '请办理' };
  return throwAt(
    () => `/api/cases/${caseId}/commands`,
    bodies({ command: 'dispatch', input }, input),
  );
}, 600_000);
