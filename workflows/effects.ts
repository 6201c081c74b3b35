import * as wf from '@temporalio/workflow';
import type { CaseActivities } from './ports.ts';

/** Durable: tried until it succeeds, up to every 10 minutes, never holding up a timer. */
const { deliver } = wf.proxyActivities<Pick<CaseActivities, 'deliver'>>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10m' },
});

/** The effects of one case that are under way. */
export interface Effects {
  /** Starts those that are not under way yet. */
  start(ids: readonly string[]): void;
  /** Nothing is under way. */
  idle(): boolean;
}

export function createEffects(): Effects {
  const running = new Set<string>();
  const run = async (id: string): Promise<void> => {
    try {
      await deliver(id);
    } catch (error) {
      // The outbox still holds it, so the sweeper tells of it again.
      wf.log.warn('an effect failed', { id, error: String(error) });
    } finally {
      running.delete(id);
    }
  };
  return {
    start(ids) {
      for (const id of ids.filter((candidate) => !running.has(candidate))) {
        running.add(id);
        void run(id);
      }
    },
    idle: () => running.size === 0,
  };
}
