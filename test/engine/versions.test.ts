// Before everything that reads the case types: a release brings both at once.
import { beforeRelease } from '../support/second-version.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { MINUTE } from '../../domain/calendar/civil.ts';
import { workflowId } from '../../domain/telling.ts';
import { query } from '../../engine/database.ts';
import { verify } from '../../engine/verify.ts';
import { expectProblem } from '../api/refusals.ts';
import type { Person } from '../support/people.ts';
import { signInAll } from '../support/sign-in-all.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

let system: System;
let dispatcher: Person;
let liaison: Person;
let handler: Person;
let older: string;
let newer: string;

/** Urgent and due in a few seconds, so that its levels come while the test looks on. */
const opened = async (): Promise<string> => {
  const receivedAt = new Date(Date.now() - 15 * MINUTE + 4000).toISOString();
  const { status, body } = await dispatcher.open({ urgency: 'SAFETY', receivedAt });
  expect(status).toBe(201);
  return body.caseId;
};

beforeAll(async () => {
  system = await startSystem();
  [dispatcher, liaison, handler] = await signInAll(
    system,
    'paidan1',
    'xiayang-lianluo',
    'xiayang-chengban',
  );
  older = await beforeRelease(opened);
  newer = await opened();
});
afterAll(() => system.stop());

async function inProgress(id: string): Promise<void> {
  for (const [person, command, input] of [
    [dispatcher, 'dispatch', { leadUnit: 'xiayang' }],
    [liaison, 'acknowledge', {}],
  ] as const) {
    expect((await person.command(id, command, input)).body.code).toBeUndefined();
  }
}

const levelsOf = async (id: string): Promise<readonly string[]> => {
  const rows = await query<{ level: string }>(
    system.engine.pool,
    `SELECT data->>'level' AS level FROM case_event WHERE case_id = $1 AND type = 'LevelReached' AND data->>'clock' = 'dispatch' ORDER BY version`,
    [id],
  );
  return rows.map(({ level }) => level);
};

test('levels of cases of both versions fall due', async () => {
  for (const id of [older, newer]) {
    await eventually('both levels', async () => (await levelsOf(id)).length >= 2);
    expect(await levelsOf(id)).toEqual(['L1', 'L2']);
  }
});

test('each case goes on by the version it was opened with', async () => {
  await inProgress(older);
  await inProgress(newer);
  expectProblem(
    await handler.command(older, 'noteMaterial', { pages: 3 }),
    404,
    'UNKNOWN_COMMAND',
    'command',
  );
  expect((await handler.command(newer, 'noteMaterial', { pages: 3 })).status).toBe(200);
  const offered = async (id: string) => {
    const { body } = await handler.get(`/api/cases/${id}`);
    return body.availableCommands.map(({ command }: { command: string }) => command);
  };
  expect(await offered(newer)).toContain('noteMaterial');
  expect(await offered(older)).not.toContain('noteMaterial');
});

test('both stand in one list, run under one workflow type, and verify', async () => {
  const { body } = await handler.get('/api/cases');
  expect(body.cases.map(({ id }: { id: string }) => id).sort()).toEqual([older, newer].sort());
  for (const id of [older, newer]) {
    const { type, status } = await system.client.workflow.getHandle(workflowId(id)).describe();
    expect([type, status.name]).toEqual(['hotline-ticket', 'RUNNING']);
  }
  expect(await verify(system.engine.pool, { now: Date.now() - 5000 })).toEqual([]);
});
