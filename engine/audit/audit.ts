import { randomUUID } from 'node:crypto';
import { query } from '../database.ts';
import type { Engine } from '../engine.ts';
import { learnRules } from '../rules/known.ts';
import type { Finding } from '../verify/finding.ts';
import { findings } from '../verify.ts';
import { clockHealth } from './clock-health.ts';
import type { AuditPorts } from './ports.ts';
import { remedyOf } from './remedies.ts';
import { repairCase, repairWorkflows } from './repairs.ts';
import { type AuditResult, Tally } from './tally.ts';
import { workflowFindings } from './workflow-check.ts';

/** A level may be on its way for so long before it counts as lost, in ms. */
const GRACE = 60_000;

/**
 * Believes nothing: holds every derived row, every level that should have fired, and every workflow with its timer against the
 * log, repairs what can be repaired and looks at it again, and stores a report. Returns the report's id.
 */
export async function audit(ports: AuditPorts): Promise<string> {
  const { engine } = ports;
  await learnRules(engine.pool);
  const startedAt = await databaseClock(engine);
  const now = engine.now(startedAt.getTime()) - GRACE;
  const tally = new Tally();
  const { cases, broken } = await auditLogs(ports, now, tally);
  for await (const found of workflowFindings(engine.pool, ports.client, now + GRACE)) {
    tally.add(await repairWorkflows(ports, found, broken));
    ports.alive?.();
  }
  const health = await clockHealth(engine.pool, workflowHealth(tally.result));
  const result: AuditResult = { ...tally.result, health };
  const id = randomUUID();
  await query(
    engine.pool,
    'INSERT INTO audit_report (id, started_at, ended_at, cases, report) VALUES ($1, $2, $3, $4, $5)',
    [id, startedAt, await databaseClock(engine), cases, JSON.stringify(result)],
  );
  return id;
}

/** Of a workflow one thing is found at most, so findings are cases. */
const workflowHealth = ({ rules: { workflow = 0, timer = 0, tasks = 0 } }: Tally['result']) => ({
  timers: workflow + timer,
  failing: tasks,
});

/** Every case by its log. Gives how many there are, and those that a person has to look at. */
async function auditLogs(
  ports: AuditPorts,
  now: number,
  tally: Tally,
): Promise<{ readonly cases: number; readonly broken: ReadonlySet<string> }> {
  const { pool } = ports.engine;
  const broken = new Set<string>();
  let cases = 0;
  const onProgress = (checked: number): void => {
    cases = checked;
    ports.alive?.();
  };
  for await (const found of byCase(findings(pool, { now, onProgress }))) {
    const [{ caseId }] = found;
    if (found.some(({ rule }) => remedyOf(rule) === 'person')) broken.add(caseId);
    tally.add(await repairCase(ports, caseId, found, now));
    ports.alive?.();
  }
  return { cases, broken };
}

type Some<T> = readonly [T, ...T[]];

/** Findings that follow one another and are of one case, together. */
async function* byCase(all: AsyncIterable<Finding>): AsyncGenerator<Some<Finding>> {
  let some: [Finding, ...Finding[]] | undefined;
  for await (const finding of all) {
    if (some?.[0].caseId === finding.caseId) some.push(finding);
    else {
      if (some) yield some;
      some = [finding];
    }
  }
  if (some) yield some;
}

async function databaseClock({ pool }: Engine): Promise<Date> {
  const [row] = await query<{ now: Date }>(pool, 'SELECT clock_timestamp() AS now');
  return row?.now ?? new Date(Number.NaN);
}
