import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { query } from '../../engine/database.ts';
import { logOf, rowOf } from '../support/log.ts';
import { type Answer, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';

let system: System;
let dispatcher: Person;
let supervisor: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  [dispatcher, supervisor] = await Promise.all([
    signIn(system.url, 'paidan1'),
    signIn(system.url, 'duban'),
  ]);
});
afterAll(() => system.stop());

const ORDER = { source: 'INTERNAL', grounds: 'OVERDUE', requirement: '请立即派单并说明原因' };
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const numbered = (n: number): string => `青督〔${year}〕${n}号`;

const opened = async (): Promise<string> => (await dispatcher.open()).body.caseId;
const order = (caseId: string, more: object = {}): Promise<Answer> =>
  supervisor.command(caseId, 'issueOrder', { ...ORDER, ...more });

async function numberOf(caseId: string): Promise<string | undefined> {
  const event = (await logOf(system, caseId)).findLast(({ type }) => type === 'OrderIssued');
  return event && 'document' in event.data ? event.data.document?.number : undefined;
}

const kept = (): Promise<{ number: string }[]> =>
  query<{ number: string }>(system.engine.pool, 'SELECT number FROM document ORDER BY issued_at');

describe('numbers of documents', () => {
  test('rise by one in their series, whichever case takes them, and none is given twice', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, opened));
    const answers = await Promise.all(cases.map((caseId) => order(caseId)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const numbers = new Set(await Promise.all(cases.map(numberOf)));
    expect(numbers).toEqual(new Set(cases.map((_, i) => numbered(i + 1))));
    const inRegister = (await kept()).map(({ number }) => number);
    expect(inRegister).toHaveLength(cases.length);
    expect(new Set(inRegister)).toEqual(numbers);
  });

  test('written by hand are kept, passed over by the series, and refused the second time', async () => {
    const [first, second, third] = await Promise.all([opened(), opened(), opened()]);
    const next = (await kept()).length + 1;
    const written = numbered(next);
    expect((await order(first, { documentNumber: written })).status).toBe(200);
    expect(await numberOf(first)).toBe(written);
    const before = await rowOf(system, second);
    const again = await order(second, { documentNumber: written });
    expect([again.status, again.body.code, again.body.field]).toEqual([
      409,
      'DOCUMENT_NUMBER_TAKEN',
      'input.documentNumber',
    ]);
    expect(again.body.detail).toContain(written);
    expect(await rowOf(system, second)).toEqual(before);
    expect((await order(third)).status).toBe(200);
    expect(await numberOf(third)).toBe(numbered(next + 1));
  });

  test('are not used up by what is refused', async () => {
    const caseId = await opened();
    const count = (await kept()).length;
    const refused = await order(caseId, { source: 'CITY' });
    expect([refused.status, refused.body.code]).toEqual([409, 'ORDER_NEEDS_DATE']);
    const strange = await order(caseId, { documentNumber: '督-1' });
    expect([strange.status, strange.body.field]).toEqual([422, 'input.documentNumber']);
    expect((await kept()).length).toBe(count);
  });
});
