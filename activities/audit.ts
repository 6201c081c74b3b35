import type { Client } from '@temporalio/client';
import { heartbeat } from '@temporalio/activity';
import { audit } from '../engine/audit/audit.ts';
import type { Engine } from '../engine/engine.ts';
import type { AuditActivities } from '../workflows/ports.ts';

/** The audit's activity. */
export const createAuditActivities = (
  engine: Engine,
  client: Client,
  taskQueue: string,
): AuditActivities => ({
  runAudit: () => audit({ engine, client, taskQueue, alive: () => heartbeat() }),
});
