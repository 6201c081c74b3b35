import type { Telling } from '../domain/telling.ts';
import { inTransaction } from './database.ts';
import type { Engine } from './engine.ts';
import { lock, readClock } from './locking.ts';
import { withKnownRules } from './rules/known.ts';

/** Records what is due in a case and nothing else. Safe to call at any time, any number of times. */
export async function recordDue(engine: Engine, caseId: string): Promise<Telling | undefined> {
  const telling = await withKnownRules(engine.pool, () =>
    inTransaction(engine.pool, async (tx) => {
      const [change, now] = await Promise.all([lock(tx, caseId), readClock(tx, engine)]);
      if (!change) return undefined;
      await change.recordDue(tx, now);
      return change.isEmpty ? undefined : await change.store(tx, engine.metrics);
    }),
  );
  if (telling) engine.failpoint('after-level-stored');
  return telling;
}
