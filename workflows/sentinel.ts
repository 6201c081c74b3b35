import * as wf from '@temporalio/workflow';
import { SENTINEL_MEMO, SENTINEL_SIGNAL } from '../domain/telling.ts';

const beat = wf.defineSignal<[number]>(SENTINEL_SIGNAL);

/** Holds the highest counter it was told, and shows it to whoever looks at the server. Never ends. */
export async function sentinel(first: number): Promise<void> {
  let counter = first;
  let shown = 0;
  wf.setHandler(beat, (next) => {
    counter = Math.max(counter, next);
  });
  for (;;) {
    if (counter > shown) {
      shown = counter;
      wf.upsertMemo({ [SENTINEL_MEMO]: counter });
    }
    if (wf.workflowInfo().continueAsNewSuggested) {
      await wf.continueAsNew<typeof sentinel>(counter);
    }
    await wf.condition(() => counter > shown || wf.workflowInfo().continueAsNewSuggested);
  }
}
