import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { logOf } from '../support/log.ts';
import { ordinaryTicket } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { expectProblem } from './problem-shape.ts';
import { signInStaff, type Staff, stored, ticketIn } from './staff.ts';
import { rowCounts } from './tables.ts';

let system: System;
let staff: Staff;
let key: string;

beforeAll(async () => {
  system = await startSystem({ worker: false });
  staff = await signInStaff(system.url);
});
afterAll(() => system.stop());
beforeEach(() => {
  key = randomUUID();
});

const note = { note: '已到现场' };

test('an opening sent again gets the same receipt and opens nothing', async () => {
  const first = await staff.dispatcher.open({}, key);
  const after = await rowCounts(system);
  const second = await staff.dispatcher.open({}, key);
  expect(first.status).toBe(201);
  expect(second.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('location')).toBe(`/api/cases/${first.body.caseId}`);
  expect(await rowCounts(system)).toEqual(after);
});

test('a command sent again gets the same receipt, even after the case has gone on', async () => {
  const caseId = await ticketIn(staff, 'pendingAck');
  const first = stored(await staff.coordinator.command(caseId, 'acknowledge', {}, key));
  const contact = { channel: 'PHONE', note: '已联系' };
  stored(await staff.handler.command(caseId, 'recordContact', contact));
  expect(stored(await staff.coordinator.command(caseId, 'acknowledge', {}, key))).toEqual(first);
  const types = (await logOf(system, caseId)).map(({ type }) => type);
  expect(types.filter((type) => type === 'TicketAcknowledged')).toHaveLength(1);
});

test('by id and by number it is the same command', async () => {
  const { caseId, number } = stored(await staff.dispatcher.open());
  const unit = { leadUnit: 'xiayang' };
  const first = stored(await staff.dispatcher.command(number, 'dispatch', unit, key));
  expect(stored(await staff.dispatcher.command(caseId, 'dispatch', unit, key))).toEqual(first);
});

test('the same instant written in two ways is the same opening', async () => {
  const first = await staff.dispatcher.open({ receivedAt: '2026-01-05T09:00:00+08:00' }, key);
  const second = await staff.dispatcher.open({ receivedAt: '2026-01-05T01:00:00Z' }, key);
  expect(stored(second)).toEqual(stored(first));
});

test('a used id with another body is refused and changes nothing', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const other = await ticketIn(staff, 'inProgress');
  const path = `/api/cases/${caseId}/commands`;
  stored(await staff.handler.command(caseId, 'recordProgress', note, key));
  const before = await rowCounts(system);
  const attempts = [
    staff.handler.command(caseId, 'recordProgress', { note: '另一内容' }, key),
    staff.handler.command(caseId, 'recordContact', note, key),
    staff.handler.command(other, 'recordProgress', note, key),
    staff.handler.post(
      path,
      { command: 'recordProgress', input: note, expectedVersion: 4 },
      { 'idempotency-key': key },
    ),
  ];
  for (const answer of await Promise.all(attempts)) {
    expectProblem(answer, 422, 'COMMAND_ID_REUSED', 'Idempotency-Key');
  }
  expect(await rowCounts(system)).toEqual(before);
});

test('openings and commands share one space of ids', async () => {
  const { caseId } = stored(await staff.dispatcher.open({}, key));
  const dispatched = await staff.dispatcher.command(
    caseId,
    'dispatch',
    { leadUnit: 'xiayang' },
    key,
  );
  expectProblem(dispatched, 422, 'COMMAND_ID_REUSED', 'Idempotency-Key');
  const reopened = await staff.dispatcher.open({ address: '别处' }, key);
  expectProblem(reopened, 422, 'COMMAND_ID_REUSED', 'Idempotency-Key');
});

test('an answered id sent to a case that does not exist finds no case', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  stored(await staff.handler.command(caseId, 'recordProgress', note, key));
  const answer = await staff.handler.command(randomUUID(), 'recordProgress', note, key);
  expectProblem(answer, 404, 'CASE_NOT_FOUND');
});

test('the same id of another person is another command', async () => {
  const first = stored(await staff.dispatcher.open({}, key));
  const second = stored(await staff.secondDispatcher.open({}, key));
  expect(second.caseId).not.toBe(first.caseId);
  const caseId = await ticketIn(staff, 'inProgress');
  const mine = stored(await staff.handler.command(caseId, 'recordProgress', note, key));
  const yours = stored(await staff.coordinator.command(caseId, 'recordProgress', note, key));
  expect(yours.version).toBe(mine.version + 1);
});

test('one opening sent 32 times at once opens one case', async () => {
  const before = await rowCounts(system);
  const answers = await Promise.all(
    Array.from({ length: 32 }, () => staff.dispatcher.open({}, key)),
  );
  const receipts = answers.map(stored);
  expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
  const after = await rowCounts(system);
  for (const table of ['case_event', 'case_row', 'command', 'case_key', 'telling']) {
    expect([table, after[table]]).toEqual([table, (before[table] ?? 0) + 1]);
  }
});

test('one command sent 32 times at once is stored once', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const before = await rowCounts(system);
  const answers = await Promise.all(
    Array.from({ length: 32 }, () => staff.handler.command(caseId, 'recordProgress', note, key)),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(stored(answer)))).size).toBe(1);
  const after = await rowCounts(system);
  expect(after).toEqual({
    ...before,
    case_event: (before['case_event'] ?? 0) + 1,
    command: (before['command'] ?? 0) + 1,
    case_text: (before['case_text'] ?? 0) + 1,
  });
});

test('of 32 different bodies under one id one is stored and the rest are refused', async () => {
  const answers = await Promise.all(
    Array.from({ length: 32 }, (_, i) => staff.dispatcher.open({ address: `${i} 号` }, key)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 201)) {
    expectProblem(answer, 422, 'COMMAND_ID_REUSED', 'Idempotency-Key');
  }
});

test('the id of a refused command is free again', async () => {
  expectProblem(await staff.dispatcher.open({ text: '' }, key), 422, 'INVALID_INPUT', 'input.text');
  const { caseId } = stored(await staff.dispatcher.open({}, key));
  const second = randomUUID();
  const early = await staff.coordinator.command(caseId, 'acknowledge', {}, second);
  expectProblem(early, 404, 'CASE_NOT_FOUND');
  stored(await staff.dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' }));
  stored(await staff.coordinator.command(caseId, 'acknowledge', {}, second));
  expect((await logOf(system, caseId)).map(({ type }) => type)).toEqual([
    'TicketReceived',
    'TicketDispatched',
    'TicketAcknowledged',
  ]);
});

const progressSeen = (caseId: string, expectedVersion: number) =>
  staff.handler.post(
    `/api/cases/${caseId}/commands`,
    { command: 'recordProgress', input: note, expectedVersion },
    { 'idempotency-key': randomUUID() },
  );

test('a step in between is a conflict that names the present version', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const seen = (await staff.handler.get(`/api/cases/${caseId}`)).body.version;
  stored(await staff.coordinator.command(caseId, 'recordProgress', note));
  const before = await rowCounts(system);
  for (const expected of [seen, 1, seen + 2]) {
    const answer = await progressSeen(caseId, expected);
    expectProblem(answer, 409, 'VERSION_CONFLICT', 'expectedVersion');
    expect(answer.body.currentVersion).toBe(seen + 1);
  }
  expect(await rowCounts(system)).toEqual(before);
  expect(stored(await progressSeen(caseId, seen + 1)).version).toBe(seen + 2);
});

test('a level that fell due in between is no conflict', async () => {
  const caseId = await ticketIn(staff, 'inProgress');
  const page = (await staff.handler.get(`/api/cases/${caseId}`)).body;
  const handle = page.clocks.find(({ clock }: { clock: string }) => clock === 'handle');
  system.clock.offset = Date.parse(handle.statutoryDue) - Date.now() + 1000;
  try {
    const { version } = stored(await progressSeen(caseId, page.version));
    expect(version).toBeGreaterThan(page.version + 1);
    const between = (await logOf(system, caseId)).slice(page.version, version - 1);
    expect(new Set(between.map(({ type }) => type))).toEqual(new Set(['LevelReached']));
  } finally {
    system.clock.offset = 0;
  }
});

test('an opening answers where the case is', async () => {
  const answer = await staff.dispatcher.post(
    '/api/cases',
    { type: 'hotline-ticket', input: ordinaryTicket },
    { 'idempotency-key': key },
  );
  const { caseId, number, version, events } = stored(answer);
  expect({ version, events }).toMatchObject({
    version: 1,
    events: [{ version: 1, type: 'TicketReceived', at: expect.stringMatching(/\+08:00$/) }],
  });
  expect((await staff.dispatcher.get(answer.headers.get('location') ?? '')).body).toMatchObject({
    id: caseId,
    number,
  });
});
