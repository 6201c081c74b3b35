import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { logOf } from '../support/log.ts';
import { type Answer, ordinaryTicket, type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './refusals.ts';
import { rowCounts } from './tables.ts';

let system: System;
let dispatcher: Person;
let colleague: Person;
let liaison: Person;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  const accounts = ['paidan1', 'paidan2', 'xiayang-lianluo'];
  [dispatcher, colleague, liaison] = (await Promise.all(
    accounts.map((account) => signIn(system.url, account)),
  )) as [Person, Person, Person];
});
afterAll(() => system.stop());

const opened = async (): Promise<string> => (await dispatcher.open()).body.caseId;
const dispatched = async (): Promise<string> => {
  const caseId = await opened();
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  return caseId;
};
const versions = async (caseId: string) => (await logOf(system, caseId)).length;

describe('the same key and body', () => {
  test('opens one case and is answered the same', async () => {
    const key = randomUUID();
    const first = await dispatcher.open({}, key);
    const before = await rowCounts(system);
    const again = await dispatcher.open({}, key);
    expect(first.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(first.headers.get('location')).toBe(`/api/cases/${first.body.caseId}`);
    expect(await rowCounts(system)).toMatchObject({
      case_row: before['case_row'],
      case_event: before['case_event'],
    });
  });

  test('in another order of fields is the same body', async () => {
    const key = randomUUID();
    const first = await dispatcher.open({}, key);
    const input = Object.fromEntries(Object.entries(ordinaryTicket).toReversed());
    const again = await dispatcher.post(
      '/api/cases',
      { input, type: 'hotline-ticket' },
      { 'idempotency-key': key },
    );
    expect(again.body).toEqual(first.body);
  });

  test('is one command, answered the same long after the case went on', async () => {
    const caseId = await opened();
    const first = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }, 'once');
    await liaison.command(caseId, 'acknowledge');
    const again = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }, 'once');
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    expect(await versions(caseId)).toBe(3);
  });

  const equalAnswers = (answers: readonly Answer[]) =>
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);

  test('32 times at once open one case', async () => {
    const before = await rowCounts(system);
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 32 }, () => dispatcher.open({}, key)));
    equalAnswers(answers);
    expect(answers[0]?.status).toBe(201);
    const after = await rowCounts(system);
    for (const table of ['case_row', 'case_event', 'command', 'case_key', 'sealed_identity']) {
      expect({ table, rows: after[table] }).toEqual({ table, rows: (before[table] ?? 0) + 1 });
    }
  });

  test('32 times at once are one step', async () => {
    const caseId = await dispatched();
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => liaison.command(caseId, 'acknowledge', {}, `ack-${caseId}`)),
    );
    equalAnswers(answers);
    expect(answers[0]).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await versions(caseId)).toBe(3);
  });
});

describe('the same key', () => {
  test('for another body is refused and stores nothing', async () => {
    const key = randomUUID();
    await dispatcher.open({}, key);
    const caseId = await opened();
    const before = await rowCounts(system);
    const problem = ['COMMAND_ID_REUSED', 'Idempotency-Key'] as const;
    expectProblem(await dispatcher.open({ text: '另一件事' }, key), 422, ...problem);
    const asCommand = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }, key);
    expectProblem(asCommand, 422, ...problem);
    const broken = await dispatcher.open({ text: '残缺\ud800' }, key);
    expect(broken.status).toBe(422);
    const { telling: _books, ...rows } = await rowCounts(system);
    expect(before).toMatchObject(rows);
  });

  test('of another person is another command', async () => {
    const key = randomUUID();
    const [mine, theirs] = [await dispatcher.open({}, key), await colleague.open({}, key)];
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.caseId).not.toBe(mine.body.caseId);
  });

  test('of a refused command is free again', async () => {
    const caseId = await opened();
    const key = randomUUID();
    const refused = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'atlantis' }, key);
    expectProblem(refused, 422, 'UNKNOWN_UNIT', 'input.leadUnit');
    const right = await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }, key);
    expect(right.status).toBe(200);
    expectProblem(
      await dispatcher.open({ matter: 'NONE' }, 'free'),
      422,
      'INVALID_INPUT',
      'input.matter',
    );
    expect((await dispatcher.open({}, 'free')).status).toBe(201);
  });

  test('sent to a case out of sight tells nothing of the case it was for', async () => {
    const [caseId, other] = [await dispatched(), await opened()];
    await liaison.command(caseId, 'acknowledge', {}, 'elsewhere');
    expectProblem(
      await liaison.command(other, 'acknowledge', {}, 'elsewhere'),
      404,
      'CASE_NOT_FOUND',
    );
    const nowhere = await liaison.command(randomUUID(), 'acknowledge', {}, 'elsewhere');
    expectProblem(nowhere, 404, 'CASE_NOT_FOUND');
  });
});

describe('the expected version', () => {
  const acknowledge = (caseId: string, expectedVersion: number): Promise<Answer> =>
    liaison.post(
      `/api/cases/${caseId}/commands`,
      { command: 'acknowledge', input: {}, expectedVersion },
      { 'idempotency-key': randomUUID() },
    );

  test.each([1, 3])('%i of a case at 2 is a conflict that tells the version', async (version) => {
    const caseId = await dispatched();
    const answer = await acknowledge(caseId, version);
    expectProblem(answer, 409, 'VERSION_CONFLICT', 'expectedVersion');
    expect(answer.body.currentVersion).toBe(2);
    expect(await versions(caseId)).toBe(2);
    expect((await acknowledge(caseId, 2)).status).toBe(200);
  });

  test('is no conflict when only levels were recorded since', async () => {
    const caseId = await dispatched();
    const { clocks } = (await dispatcher.get(`/api/cases/${caseId}`)).body;
    const due = clocks.find(({ clock }: { clock: string }) => clock === 'acknowledge').statutoryDue;
    system.clock.offset = Date.parse(due) + 1000 - Date.now();
    const answer = await acknowledge(caseId, 2);
    system.clock.offset = 0;
    const types = (await logOf(system, caseId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'LevelReached').length).toBeGreaterThan(0);
    expect(types.at(-1)).toBe('TicketAcknowledged');
    expect(answer).toMatchObject({ status: 200, body: { version: types.length } });
  });
});
