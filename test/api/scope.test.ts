import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Answer, Person } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './problem-shape.ts';
import { signInStaff, type Staff, stored, ticketIn } from './staff.ts';
import { rowCounts } from './tables.ts';

let system: System;
let staff: Staff;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
});
afterAll(() => system.stop());

const listed = async (person: Person): Promise<{ ids: string[]; body: Answer['body'] }> => {
  const { body } = await person.get('/api/cases?limit=100');
  return { ids: body.cases.map(({ id }: { id: string }) => id), body };
};

const numberOf = async (caseId: string): Promise<string> =>
  (await staff.dispatcher.get(`/api/cases/${caseId}`)).body.number;

/** Every way to a case, by its id and by its number. */
async function waysTo(person: Person, caseId: string): Promise<readonly Answer[]> {
  const names = [caseId, caseId.toUpperCase(), await numberOf(caseId)];
  const answers = names.map((name) => [
    person.get(`/api/cases/${name}`),
    person.post(`/api/cases/${name}/reveal`, { reason: '核对' }),
    person.command(name, 'acknowledge'),
    person.command(name, 'noSuchCommand'),
  ]);
  return Promise.all(answers.flat());
}

test('a unit finds its own cases in the list and in no other way those of others', async () => {
  const mine = await ticketIn(staff, 'pendingAck');
  const undispatched = await ticketIn(staff, 'pendingDispatch');
  expect((await listed(staff.coordinator)).ids).toContain(mine);
  expect((await listed(staff.coordinator)).ids).not.toContain(undispatched);
  const theirs = await listed(staff.stranger);
  expect(theirs.ids).toEqual([]);
  expect(theirs.body).toMatchObject({
    total: 0,
    counts: { all: 0, red: 0, yellow: 0, green: 0, dueToday: 0 },
  });
  for (const unit of ['xiayang', 'xujing']) {
    expect((await staff.stranger.get(`/api/cases?unit=${unit}`)).body.total).toBe(0);
  }
});

test('a foreign case is refused exactly as one that does not exist, and nothing is stored', async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  const before = await rowCounts(system);
  const foreign = await waysTo(staff.stranger, caseId);
  for (const answer of foreign) expectProblem(answer, 404, 'CASE_NOT_FOUND');
  const none = await staff.stranger.get(`/api/cases/${randomUUID()}`);
  expect(foreign[0]?.body).toEqual(none.body);
  expect(await rowCounts(system)).toEqual(before);
});

test("the centre sees every case but does no unit's work", async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  for (const person of [staff.dispatcher, staff.callbackAgent, staff.supervisor]) {
    expect((await person.get(`/api/cases/${caseId}`)).status).toBe(200);
    expectProblem(await person.command(caseId, 'acknowledge'), 403, 'FORBIDDEN_ROLE');
  }
});

test('after an approved return a unit no longer sees the case but may ask for its old answer', async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  const key = randomUUID();
  const reason = { reason: 'WRONG_PLACE', note: '不在辖区' };
  const first = stored(await staff.coordinator.command(caseId, 'requestReturn', reason, key));
  stored(await staff.dispatcher.command(caseId, 'approveReturn'));
  for (const answer of await waysTo(staff.coordinator, caseId)) {
    expectProblem(answer, 404, 'CASE_NOT_FOUND');
  }
  expect((await listed(staff.coordinator)).ids).not.toContain(caseId);
  const before = await rowCounts(system);
  const repeat = (input: object, id: string) =>
    staff.coordinator.command(caseId, 'requestReturn', input, id);
  expect(stored(await repeat(reason, key))).toEqual(first);
  expectProblem(
    await repeat({ ...reason, note: '另一理由' }, key),
    422,
    'COMMAND_ID_REUSED',
    'Idempotency-Key',
  );
  expectProblem(await repeat(reason, randomUUID()), 404, 'CASE_NOT_FOUND');
  const unasked = await staff.stranger.command(caseId, 'requestReturn', reason, key);
  expectProblem(unasked, 404, 'CASE_NOT_FOUND');
  expect(await rowCounts(system)).toEqual(before);
});

test('a case given to another unit is seen there at once and no longer here', async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  const reason = { reason: 'WRONG_PLACE', note: '不在辖区', suggestedUnit: 'xujing' };
  stored(await staff.coordinator.command(caseId, 'requestReturn', reason));
  stored(await staff.dispatcher.command(caseId, 'approveReturn'));
  stored(await staff.dispatcher.command(caseId, 'dispatch', { leadUnit: 'xujing' }));
  expect((await listed(staff.stranger)).ids).toEqual([caseId]);
  expect((await staff.stranger.get(`/api/cases/${caseId}`)).body.holders).toMatchObject([
    { unit: { code: 'xiayang' }, part: 'lead', to: expect.stringMatching(/\+08:00$/) },
    { unit: { code: 'xujing' }, part: 'lead', to: null },
  ]);
  expectProblem(await staff.coordinator.get(`/api/cases/${caseId}`), 404, 'CASE_NOT_FOUND');
  stored(await staff.stranger.command(caseId, 'acknowledge'));
});

test('what the menu allows is accepted and what it does not offer is refused', async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  const menu = async (person: Person) =>
    (await person.get(`/api/cases/${caseId}`)).body.availableCommands.map(
      ({ command, allowed }: { command: string; allowed: boolean }) => [command, allowed],
    );
  expect(await menu(staff.coordinator)).toEqual([
    ['acknowledge', true],
    ['requestReturn', true],
  ]);
  expect(await menu(staff.dispatcher)).toEqual([['requestVoid', true]]);
  stored(await staff.dispatcher.command(caseId, 'requestVoid', { reason: 'TEST', note: '测试' }));
  const page = (await staff.dispatcher.get(`/api/cases/${caseId}`)).body;
  expect(page.availableCommands).toContainEqual({
    command: 'confirmVoid',
    label: '确认作废',
    allowed: false,
    refusal: expect.objectContaining({ code: 'SAME_PERSON', what: '提出人不能自己确认' }),
  });
  expectProblem(await staff.dispatcher.command(caseId, 'confirmVoid'), 409, 'SAME_PERSON');
  stored(await staff.secondDispatcher.command(caseId, 'confirmVoid'));
});
