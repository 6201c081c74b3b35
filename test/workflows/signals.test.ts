import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { WorkflowFailedError } from '@temporalio/client';
import type { Telling } from '../../domain/telling.ts';
import { query } from '../../engine/database.ts';
import { recordDue } from '../../engine/record-due.ts';
import { type SweeperPorts, sweep } from '../../engine/sweeper.ts';
import { signalCase } from '../../engine/teller.ts';
import { levelsOf, rowOf } from '../support/log.ts';
import { type Person, signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

/** Every telling goes through this test's hands: what it does not hand on is lost. */
const caught: Telling[] = [];
let system: System;
let dispatcher: Person;
let liaison: Person;

beforeAll(async () => {
  system = await startSystem({ engine: { tell: (telling) => caught.push(telling) } });
  [dispatcher, liaison] = await Promise.all([
    signIn(system.url, 'paidan1'),
    signIn(system.url, 'xiayang-lianluo'),
  ]);
});
afterAll(() => system.stop());
afterEach(() => {
  caught.splice(0);
});

const hand = (telling: Telling): Promise<void> => signalCase(system.client, 'bihuan', telling);

async function searchAttributes(caseId: string): Promise<Readonly<Record<string, unknown>>> {
  const { typedSearchAttributes } = await system.client.workflow
    .getHandle(`case-${caseId}`)
    .describe();
  return Object.fromEntries(
    typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]),
  );
}

const shows = (caseId: string, stage: string) =>
  eventually(`the workflow to show ${stage}`, async () => {
    const shown = await searchAttributes(caseId).catch(() => undefined);
    return shown?.['CaseStage'] === stage && shown;
  });

async function dispatched(input = {}): Promise<string> {
  const { caseId } = (await dispatcher.open(input)).body;
  expect((await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' })).status).toBe(200);
  expect((await liaison.command(caseId, 'acknowledge')).status).toBe(200);
  return caseId;
}

const sweeping = (patience: SweeperPorts['patience']): SweeperPorts => ({
  ...system.engine,
  client: system.client,
  taskQueue: 'bihuan',
  record: (caseId) => recordDue(system.engine, caseId),
  patience,
});

test('every telling lost: the sweeper tells the newest state', async () => {
  const caseId = await dispatched();
  expect((await rowOf(system, caseId)).told_version).toBe(0);
  await sweep(sweeping({ untold: 0, overdue: 60 }));
  const shown = await shows(caseId, 'acknowledged');
  expect(shown['CaseType']).toBe('hotline-ticket');
  const { version, told_version, wake_at } = await rowOf(system, caseId);
  expect(told_version).toBe(version);
  expect(shown['CaseWakeAt']).toEqual(wake_at);
});

test('tellings doubled and in the wrong order end in the newest state', async () => {
  const caseId = await dispatched();
  expect(caught.map(({ stage }) => stage)).toEqual([
    'pendingDispatch',
    'pendingAck',
    'acknowledged',
  ]);
  for (const telling of [...caught].reverse()) {
    await hand(telling);
    await hand(telling);
  }
  const shown = await shows(caseId, 'acknowledged');
  expect(shown['CaseWakeAt']).toEqual((await rowOf(system, caseId)).wake_at);
});

test('a level that people and the workflow reach together is recorded once', async () => {
  const receivedAt = new Date(Date.now() - 15 * 60_000 + 2000).toISOString();
  const { caseId } = (await dispatcher.open({ urgency: 'SAFETY', receivedAt })).body;
  for (const telling of caught) await hand(telling);
  await eventually('the red level', async () =>
    (await levelsOf(system, caseId)).some((level) => level.startsWith('dispatch L2')),
  );
  await Promise.all([1, 2, 3].map(() => hand({ ...(caught[0] as Telling), version: 1 })));
  await dispatcher.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  const levels = await levelsOf(system, caseId);
  expect(levels.filter((level) => level.startsWith('dispatch'))).toHaveLength(2);
  expect(new Set(levels).size).toBe(levels.length);
});

test('a case told while its workflow ends is carried on, every time', async () => {
  const caseId = await dispatched();
  const last = caught.at(-1) as Telling;
  const wakeAt = (await rowOf(system, caseId)).wake_at?.getTime() ?? 0;
  for (let version = last.version + 1; version < last.version + 40; version += 2) {
    await hand({ ...last, version, wakeAt: null });
    await hand({ ...last, version: version + 1, wakeAt });
  }
  const status = await eventually('the workflow to run', async () => {
    const { status: found } = await system.client.workflow.getHandle(`case-${caseId}`).describe();
    return found.name === 'RUNNING' && found;
  });
  expect(status.name).toBe('RUNNING');
  // It showed this stage before, without an instant.
  const shown = await eventually('the workflow to show the instant', async () => {
    const { CaseWakeAt: instant } = await searchAttributes(caseId);
    return instant instanceof Date && instant;
  });
  expect(shown).toEqual(new Date(wakeAt));
});

test('a voided ticket ends its workflow; told again, it ends again without harm', async () => {
  const { caseId } = (await dispatcher.open()).body;
  await dispatcher.command(caseId, 'requestVoid', { reason: 'TEST', note: '测试工单' });
  const second = await signIn(system.url, 'paidan2');
  expect((await second.command(caseId, 'confirmVoid')).status).toBe(200);
  for (const telling of caught) await hand(telling);
  await system.client.workflow.result(`case-${caseId}`);
  await eventually('a second run', async () => {
    await hand(caught.at(-1) as Telling);
    return true as const;
  });
  await system.client.workflow.result(`case-${caseId}`);
  expect((await rowOf(system, caseId)).stage).toBe('voided');
});

test('input that is not a case is refused', async () => {
  const start = (type: string, args: unknown[]) =>
    system.client.workflow.execute(type, { taskQueue: 'bihuan', workflowId: `odd-${type}`, args });
  await expect(start('hotline-tikcet', [{ caseId: 'x', type: 'hotline-ticket' }])).rejects.toThrow(
    WorkflowFailedError,
  );
  await expect(start('hotline-ticket', [])).rejects.toThrow(WorkflowFailedError);
});

test('an effect waits for its receiver without holding up the case', async () => {
  const caseId = await dispatched();
  for (const telling of caught) await hand(telling);
  const outcome = await eventually('the delivery to be noted', async () => {
    const [row] = await query<{ outcome: string | null }>(
      system.engine.pool,
      'SELECT outcome FROM outbox WHERE case_id = $1',
      [caseId],
    );
    return row?.outcome ?? undefined;
  });
  expect(outcome).toBe('not-configured');
});
