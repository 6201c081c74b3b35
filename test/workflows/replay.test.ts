import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { CASE_TYPES } from '../../domain/registry.ts';
import { SENTINEL_ID } from '../../domain/telling.ts';
import { beat } from '../../engine/sentinel.ts';
import { levelsOf, rowOf } from '../support/log.ts';
import { signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';
import { keep, kept, read, replay } from './histories.ts';
import { SHAPES } from './shapes.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

describe('a history that was kept', () => {
  test.each(kept())('%s replays with the code of today', async (name) => {
    await replay(read(name), name);
  });
});

test('a doctored history is refused: the check bites', async () => {
  const name = kept().find((candidate) => candidate.includes('levels')) ?? '';
  const { events } = read(name);
  const doctored = events.map((event) => {
    if (event.eventType !== 'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES') return event;
    const { upsertWorkflowSearchAttributesEventAttributes: _gone, ...rest } = event;
    const timer = {
      timerId: '77',
      startToFireTimeout: '5s',
      workflowTaskCompletedEventId: '4',
    };
    return { ...rest, eventType: 'EVENT_TYPE_TIMER_STARTED', timerStartedEventAttributes: timer };
  });
  await expect(replay({ events: doctored }, 'doctored')).rejects.toThrow(DeterminismViolationError);
});

const isTold = (caseId: string) =>
  eventually('everything to be told', async () => {
    const { told_version, version } = await rowOf(system, caseId);
    return told_version === version;
  });

test('a case with levels, an effect and steps replays', async () => {
  const [dispatcher, liaison, handler] = await Promise.all(
    ['paidan1', 'xiayang-lianluo', 'xiayang-chengban'].map((account) =>
      signIn(system.url, account),
    ),
  );
  const receivedAt = new Date(Date.now() - 15 * 60_000 + 3000).toISOString();
  const caseId: string = (await dispatcher?.open({ urgency: 'SAFETY', receivedAt }))?.body.caseId;
  await eventually('the red level', async () => (await levelsOf(system, caseId)).length === 2);
  await dispatcher?.command(caseId, 'dispatch', { leadUnit: 'xiayang' });
  await liaison?.command(caseId, 'acknowledge');
  await handler?.command(caseId, 'recordContact', { channel: 'VISIT', note: '已到现场' });
  await isTold(caseId);
  await keep(system, 'hotline-ticket.levels', `case-${caseId}`);
}, 60_000);

test('a case that was voided at once replays', async () => {
  const [dispatcher, other] = await Promise.all(
    ['paidan1', 'paidan2'].map((account) => signIn(system.url, account)),
  );
  const caseId: string = (await dispatcher?.open())?.body.caseId;
  await dispatcher?.command(caseId, 'requestVoid', { reason: 'MIS_ENTRY', note: '误录' });
  await other?.command(caseId, 'confirmVoid');
  await system.client.workflow.result(`case-${caseId}`);
  await isTold(caseId);
  await keep(system, 'hotline-ticket.voided', `case-${caseId}`);
}, 60_000);

test('the sentinel replays', async () => {
  const { client, engine } = system;
  await eventually('a beat that was seen', async () => {
    await beat({ client, taskQueue: 'bihuan', pool: engine.pool });
    const history = await client.workflow
      .getHandle(SENTINEL_ID)
      .fetchHistory()
      .catch(() => undefined);
    return (history?.events ?? []).some((event) => event.workflowPropertiesModifiedEventAttributes);
  });
  await keep(system, 'sentinel.beating', SENTINEL_ID);
}, 60_000);

test('every kind of workflow and every case type has a shape', () => {
  const index = readFileSync('workflows/index.ts', 'utf8');
  const kinds = [...index.matchAll(/export \{ (\w+) \}/g)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'default')
    .map((name) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  const wanted = [...kinds.map((kind) => `${kind}.`), ...CASE_TYPES.map(({ id }) => `${id}.life`)];
  expect(kinds).toContain('sentinel');
  const unknown = wanted.filter(
    (one) => !Object.keys(SHAPES).some((shape) => shape.startsWith(one)),
  );
  expect(unknown).toEqual([]);
});

describe('a shape of workflows', () => {
  test.each(Object.entries(SHAPES))('%s was kept, and is what its name says', (shape, isOfIt) => {
    const names = kept().filter((name) => name.startsWith(`${shape}.`));
    expect(names).not.toEqual([]);
    for (const name of names) expect([name, isOfIt(read(name))]).toEqual([name, true]);
  });
});
