import * as wf from '@temporalio/workflow';
import type { BareActivities } from './ports.ts';

const { insertRow } = wf.proxyLocalActivities<BareActivities>({ startToCloseTimeout: '10s' });

export const insert = wf.defineUpdate<number>('insert');

/** The least that a workflow could do for a case: every update stores one row and answers with its number. */
export async function bareCase(id: string): Promise<void> {
  let version = 0;
  wf.setHandler(insert, async () => {
    version += 1;
    await insertRow(id, version);
    return version;
  });
  await wf.condition(() => false);
}
