import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import { levelsOf, rowOf } from '../support/log.ts';
import { signIn } from '../support/people.ts';
import { startSystem, type System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

/** Histories recorded by released versions: today's code must accept them. `RECORD=name` adds today's. */
const folder = resolve('test/histories');
const stored = readdirSync(folder).filter((name) => name.endsWith('.json'));
const workflowBundle = { codePath: resolve('dist/workflows.js') };

interface HistoryJson {
  readonly events: readonly {
    readonly eventType: string;
    [attributes: string]: unknown;
  }[];
}

const read = (name: string): HistoryJson =>
  JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as HistoryJson;

const replay = (history: unknown, id: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle }, history, id);

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

test.each(stored)('%s replays with the code of today', async (name) => {
  await replay(read(name), name);
});

test('a doctored history is refused: the check bites', async () => {
  const name = stored.find((candidate) => candidate.includes('levels')) ?? '';
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

/** A case with levels, an effect and many steps; another that was voided at once. */
async function liveTwoCases(): Promise<
  readonly { readonly name: string; readonly caseId: string }[]
> {
  const [dispatcher, other, liaison, handler] = await Promise.all(
    ['paidan1', 'paidan2', 'xiayang-lianluo', 'xiayang-chengban'].map((account) =>
      signIn(system.url, account),
    ),
  );
  const receivedAt = new Date(Date.now() - 15 * 60_000 + 3000).toISOString();
  const levels: string = (await dispatcher?.open({ urgency: 'SAFETY', receivedAt }))?.body.caseId;
  await eventually('the red level', async () => (await levelsOf(system, levels)).length === 2);
  await dispatcher?.command(levels, 'dispatch', { leadUnit: 'xiayang' });
  await liaison?.command(levels, 'acknowledge');
  await handler?.command(levels, 'recordContact', { channel: 'VISIT', note: '已到现场' });
  const voided: string = (await dispatcher?.open())?.body.caseId;
  await dispatcher?.command(voided, 'requestVoid', { reason: 'MIS_ENTRY', note: '误录' });
  await other?.command(voided, 'confirmVoid');
  await system.client.workflow.result(`case-${voided}`);
  return [
    { name: 'hotline-ticket.levels', caseId: levels },
    { name: 'hotline-ticket.voided', caseId: voided },
  ];
}

test('what the code of today records, it replays', async () => {
  for (const { name, caseId } of await liveTwoCases()) {
    await eventually('everything to be told', async () => {
      const { told_version, version } = await rowOf(system, caseId);
      return told_version === version;
    });
    const history = await system.client.workflow.getHandle(`case-${caseId}`).fetchHistory();
    const json = historyToJSON(history) as string;
    await replay(JSON.parse(json), caseId);
    const release = process.env['RECORD'];
    if (release) writeFileSync(`${folder}/${name}.${release}.json`, anonymous(json));
  }
}, 60_000);

/** Hosts and processes that recorded a history are nobody's business. */
const anonymous = (json: string): string => `${json.replaceAll(/\d+@[\w.-]+/g, 'recorder')}\n`;
