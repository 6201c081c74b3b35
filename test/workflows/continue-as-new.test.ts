import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { logOf, rowOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { type OwnTemporal, ownTemporal } from '../support/own-temporal.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';
import { keep } from './histories.ts';

let temporal: OwnTemporal;
let system: System;
let dispatcher: Person;

beforeAll(async () => {
  temporal = await ownTemporal('continue', {
    settings: { 'limit.historyCount.suggestContinueAsNew': 20 },
  });
  system = await startSystem({ temporal: temporal.address });
  dispatcher = await signIn(system.url, 'paidan1');
});
afterAll(async () => {
  await system.stop();
  await temporal.stop();
});

const ROUNDS = 15;

/** Asks for a voiding and takes it back, over and over: two steps a round that lead nowhere. */
async function worry(caseId: string, second: Person): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    expect(
      (await dispatcher.command(caseId, 'requestVoid', { reason: 'TEST', note: '申请' })).status,
    ).toBe(200);
    expect((await second.command(caseId, 'rejectVoid', { note: '不同意' })).status).toBe(200);
  }
}

test('a case that goes on and on continues as new under load and loses nothing', async () => {
  const second = await signIn(system.url, 'paidan2');
  const opened = await Promise.all([1, 2, 3, 4].map(() => dispatcher.open()));
  const ids = opened.map(({ body }): string => body.caseId);
  await Promise.all(ids.map((caseId) => worry(caseId, second)));
  for (const caseId of ids) {
    const { version, wake_at } = await rowOf(system, caseId);
    expect(await logOf(system, caseId)).toHaveLength(1 + 2 * ROUNDS);
    expect(version).toBe(1 + 2 * ROUNDS);
    const described = await eventually('the newest state to be shown', async () => {
      const found = await system.client.workflow.getHandle(`case-${caseId}`).describe();
      const shown = Object.fromEntries(
        found.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]),
      );
      const told = (await rowOf(system, caseId)).told_version === version;
      return told && shown['CaseStage'] === 'pendingDispatch' && { found, shown };
    });
    expect(described.found.status.name).toBe('RUNNING');
    expect(described.shown['CaseWakeAt']).toEqual(wake_at);
  }
  const runs = system.client.workflow.list({ query: `ExecutionStatus = 'ContinuedAsNew'` });
  const continued = await eventually('runs that were continued', async () => {
    const found = new Set<string>();
    for await (const { workflowId } of runs) found.add(workflowId);
    return ids.every((caseId) => found.has(`case-${caseId}`)) && found;
  });
  expect(continued.size).toBeGreaterThanOrEqual(ids.length);
  for await (const { workflowId, runId } of runs) {
    await keep(system, 'hotline-ticket.continued', workflowId, runId);
    await keep(system, 'hotline-ticket.continuing', workflowId);
    break;
  }
}, 240_000);
