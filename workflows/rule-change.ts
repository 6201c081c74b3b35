import * as wf from '@temporalio/workflow';
import { RULE_CHANGE_RESUMED } from '../domain/telling.ts';
import type { RuleChangeActivities } from './ports.ts';

const resumed = wf.defineSignal(RULE_CHANGE_RESUMED);

/** A batch is safe to repeat: whatever it had done is seen to be done. */
const { carryOver, finish } = wf.proxyActivities<RuleChangeActivities>({
  startToCloseTimeout: '10m',
  heartbeatTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '5m' },
});

/** A resumption whose signal was lost is noticed after so long. */
const LOOK_AGAIN = '10m';

/**
 * Carries the cases of an approved change over, batch by batch, until none waits. Whether it is paused, and which cases are
 * left, is in PostgreSQL: this only goes on, and waits.
 */
export async function ruleChange(changeId: string): Promise<void> {
  let woken = false;
  wf.setHandler(resumed, () => {
    woken = true;
  });
  for (;;) {
    const { left, paused } = await carryOver(changeId);
    wf.setCurrentDetails(`${left} cases left${paused ? ', paused' : ''}`);
    if (left === 0) return finish(changeId);
    if (wf.workflowInfo().continueAsNewSuggested) {
      await wf.continueAsNew<typeof ruleChange>(changeId);
    }
    if (paused) await wf.condition(() => woken, LOOK_AGAIN);
    woken = false;
  }
}
