import type { Engine } from '../engine/engine.ts';
import { recordDue } from '../engine/record-due.ts';
import { standing } from '../engine/standing.ts';
import type { CaseActivities } from '../workflows/ports.ts';
import { type Delivery, deliverEffect } from './delivery.ts';

/** The activities of a case's workflow. */
export const createCaseActivities = (engine: Engine, delivery: Delivery): CaseActivities => ({
  recordDue: async (caseId) =>
    (await recordDue(engine, caseId)) ?? (await standing(engine.pool, caseId)),
  deliver: (effectId) => deliverEffect(engine, delivery, effectId),
});
