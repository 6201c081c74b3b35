import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { workflowId } from '../../domain/telling.ts';
import { query } from '../database.ts';
import type { Engine } from '../engine.ts';
import { recordDue } from '../record-due.ts';
import { learnRules } from '../rules/known.ts';
import { standing } from '../standing.ts';
import { signalCase } from '../teller.ts';
import type { Finding } from '../verify/finding.ts';
import { findings } from '../verify.ts';
import { type ClockHealth, clockHealth } from './clock-health.ts';
import { rebuild } from './rebuild.ts';
import { adviceOf, LOG_FIRST, type Remedy, remedyOf } from './remedies.ts';
import { workflowFindings } from './workflow-check.ts';

export interface AuditPorts {
  readonly engine: Engine;
  readonly client: Client;
  readonly taskQueue: string;
  /** Told while it works, so that whoever waits knows that it lives. */
  readonly alive?: () => void;
}

/** A finding with what was done about it, or what a person has to do. */
export interface ReportedFinding extends Finding {
  readonly remedy: Remedy;
  readonly advice?: string;
}

/** Findings by rule, what was repaired, what is left, and the first of them. */
export interface AuditResult {
  readonly rules: Readonly<Record<string, number>>;
  readonly repaired: number;
  readonly left: number;
  readonly listed: readonly ReportedFinding[];
  readonly health: ClockHealth;
}

/** A level may be on its way for so long before it counts as lost, in ms. */
const GRACE = 60_000;
const LISTED = 500;

/**
 * Believes nothing: holds every derived row, every level that should have fired, and every workflow with its timer against the
 * log, repairs what can be repaired, and stores a report. Returns the report's id.
 */
export async function audit(ports: AuditPorts): Promise<string> {
  const { engine } = ports;
  await learnRules(engine.pool);
  const startedAt = await databaseClock(engine);
  const now = engine.now(startedAt.getTime()) - GRACE;
  const all: Finding[] = [];
  let cases = 0;
  const onProgress = (checked: number): void => {
    cases = checked;
    ports.alive?.();
  };
  for await (const finding of findings(engine.pool, { now, onProgress })) all.push(finding);
  for await (const finding of workflowFindings(engine.pool, ports.client, now + GRACE)) {
    all.push(finding);
    ports.alive?.();
  }
  const listed = await repairAll(ports, all);
  const left = listed.filter(({ advice }) => advice !== undefined).length;
  const health = await clockHealth(engine.pool, all);
  const result: AuditResult = {
    rules: countByRule(all),
    repaired: listed.length - left,
    left,
    listed: listed.slice(0, LISTED),
    health,
  };
  const id = randomUUID();
  await query(
    engine.pool,
    'INSERT INTO audit_report (id, started_at, ended_at, cases, report) VALUES ($1, $2, $3, $4, $5)',
    [id, startedAt, await databaseClock(engine), cases, JSON.stringify(result)],
  );
  return id;
}

async function databaseClock({ pool }: Engine): Promise<Date> {
  const [row] = await query<{ now: Date }>(pool, 'SELECT clock_timestamp() AS now');
  return row?.now ?? new Date(Number.NaN);
}

const countByRule = (all: readonly Finding[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { rule } of all) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
};

/** Each case once for each remedy; a log that is broken is left as it is, whatever else was found of the case. */
async function repairAll(
  ports: AuditPorts,
  all: readonly Finding[],
): Promise<readonly ReportedFinding[]> {
  const broken = new Set(
    all.filter(({ rule }) => remedyOf(rule) === 'person').map(({ caseId }) => caseId),
  );
  const done = new Map<string, boolean>();
  const reported: ReportedFinding[] = [];
  for (const finding of all) {
    const { caseId, rule } = finding;
    const remedy = broken.has(caseId) ? 'person' : remedyOf(rule);
    const key = `${caseId} ${remedy}`;
    const repaired = done.get(key) ?? (await repair(ports, caseId, remedy));
    done.set(key, repaired);
    const advice = remedy === remedyOf(rule) ? adviceOf(rule) : LOG_FIRST;
    reported.push({ ...finding, remedy, ...(!repaired && { advice }) });
    ports.alive?.();
  }
  return reported;
}

async function repair(ports: AuditPorts, caseId: string, remedy: Remedy): Promise<boolean> {
  const { engine } = ports;
  try {
    if (remedy === 'person') return false;
    if (remedy === 'rebuild' && !(await rebuild(engine, caseId))) return false;
    if (remedy === 'tell') await beginAnew(ports, caseId);
    else await recordDue(engine, caseId);
    await signalCase(ports.client, ports.taskQueue, await standing(engine.pool, caseId));
    return true;
  } catch {
    return false;
  }
}

/** A workflow that runs and does not hold the right timer is begun anew: what it knows is in the log. */
async function beginAnew({ client }: AuditPorts, caseId: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId(caseId));
  await handle.terminate('begun anew by the audit').catch(() => undefined);
}
