import { heartbeat } from '@temporalio/activity';
import { DatabaseUnavailable, query } from '../engine/database.ts';
import type { Engine } from '../engine/engine.ts';
import { applyTo, type ApprovedChange } from '../engine/rules/apply-change.ts';
import { approvedChange, noteFailed, noteFinished, waitingCases } from '../engine/rules/changes.ts';
import { learnRules } from '../engine/rules/known.ts';
import type { RuleChangeActivities } from '../workflows/ports.ts';

const BATCH = 100;

/** The activities that carry cases over to other rules. */
export const createRuleChangeActivities = (engine: Engine): RuleChangeActivities => ({
  carryOver: async (changeId) => {
    await learnRules(engine.pool);
    const change = await approvedChange(engine.pool, changeId);
    if (!change) return { left: 0, paused: false };
    if (!change.paused) await carryBatch(engine, change);
    const [row] = await query<{ left: number; paused: boolean }>(
      engine.pool,
      `SELECT c.paused, (SELECT count(*)::int FROM rule_change_case WHERE change_id = c.id AND state = 'planned') AS left
         FROM rule_change c WHERE c.id = $1`,
      [changeId],
    );
    return row ?? { left: 0, paused: false };
  },
  finish: async (changeId) => {
    await noteFinished(engine.pool, changeId);
  },
});

/** A case that fails is noted and left for a person; only a database that is away stops the others. */
async function carryBatch(engine: Engine, change: ApprovedChange): Promise<void> {
  for (const { case_id: caseId } of await waitingCases(engine.pool, change.id, BATCH)) {
    heartbeat();
    try {
      const carried = await applyTo(engine, change, caseId);
      if (carried === 'paused') return;
      if (carried === 'gone') await noteFailed(engine.pool, change.id, caseId, 'no such case');
    } catch (error) {
      if (error instanceof DatabaseUnavailable) throw error;
      const problem = error instanceof Error ? error.message : String(error);
      await noteFailed(engine.pool, change.id, caseId, problem);
    }
  }
}
