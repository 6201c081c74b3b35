import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { Worker } from '@temporalio/worker';
import type { System } from '../support/system.ts';
import { eventually } from '../support/waiting.ts';

/** Histories recorded by released versions: today's code must accept them. `RECORD=name` adds today's. */
const folder = resolve('test/histories');

export const kept = (): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith('.json'));

export interface HistoryJson {
  readonly events: readonly {
    readonly eventType: string;
    [attributes: string]: unknown;
  }[];
}

export const read = (name: string): HistoryJson =>
  JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')) as HistoryJson;

const workflowBundle = { codePath: resolve('dist/workflows.js') };

/** Throws DeterminismViolationError where the code of today would do otherwise. */
export const replay = (history: unknown, id: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle }, history, id);

/** Replays what a workflow has come to with the code of today, and keeps it under a shape's name while a release is recorded. */
export async function keep(
  { client }: Pick<System, 'client'>,
  shape: string,
  workflow: string,
  run?: string,
): Promise<HistoryJson> {
  const handle = client.workflow.getHandle(workflow, run);
  // A run that was continued waits up to a second for its first task, and a replay of none never ends.
  const json = await eventually('a first task', async () => {
    const said = historyToJSON(await handle.fetchHistory()) as string;
    return said.includes('EVENT_TYPE_WORKFLOW_TASK_COMPLETED') && said;
  });
  await replay(JSON.parse(json), workflow);
  const release = process.env['RECORD'];
  if (release) writeFileSync(`${folder}/${shape}.${release}.json`, anonymous(json));
  return JSON.parse(json) as HistoryJson;
}

/** Hosts and processes that recorded a history are nobody's business. */
const anonymous = (json: string): string => `${json.replaceAll(/\d+@[\w.-]+/g, 'recorder')}\n`;
