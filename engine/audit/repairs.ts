import { setTimeout as pause } from 'node:timers/promises';
import { workflowId } from '../../domain/telling.ts';
import { recordDue } from '../record-due.ts';
import { standing } from '../standing.ts';
import { signalCase } from '../teller.ts';
import type { Finding } from '../verify/finding.ts';
import { findingsOf } from '../verify.ts';
import type { AuditPorts } from './ports.ts';
import { rebuild } from './rebuild.ts';
import { adviceOf, LOG_FIRST, type Remedy, remedyOf } from './remedies.ts';
import type { ReportedFinding } from './tally.ts';
import { workflowFindingsOf } from './workflow-check.ts';

/** Longest until workflows that were begun anew hold their timers, in ms. */
const PATIENCE = 60_000;
const LOOK = 500;

/**
 * Repairs what was found of one case by its log, as of `now` (epoch ms), and looks again: repaired is what is not found any
 * more. A case that a person has to look at is left as it is, whatever else was found of it.
 */
export async function repairCase(
  ports: AuditPorts,
  caseId: string,
  found: readonly Finding[],
  now: number,
): Promise<readonly ReportedFinding[]> {
  if (found.some(({ rule }) => remedyOf(rule) === 'person')) return leftToPerson(found);
  for (const remedy of new Set(found.map(({ rule }) => remedyOf(rule)))) {
    await repair(ports, caseId, remedy).catch(() => undefined);
  }
  const still = await findingsOf(ports.engine.pool, caseId, { now });
  return reported(found, still);
}

/** Begins workflows anew and waits until each of them holds its timer; `broken` are cases that a person has to look at. */
export async function repairWorkflows(
  ports: AuditPorts,
  found: readonly Finding[],
  broken: ReadonlySet<string>,
): Promise<readonly ReportedFinding[]> {
  const isLeft = ({ caseId, rule }: Finding): boolean =>
    broken.has(caseId) || remedyOf(rule) === 'person';
  const left = found.filter(isLeft);
  const rest = found.filter((finding) => !isLeft(finding));
  const ids = [...new Set(rest.map(({ caseId }) => caseId))];
  for (const id of ids) {
    await repair(ports, id, 'tell').catch(() => undefined);
    ports.alive?.();
  }
  return [...leftToPerson(left), ...reported(rest, await wrongStill(ports, ids))];
}

async function wrongStill(
  { engine, client, alive }: AuditPorts,
  ids: readonly string[],
): Promise<readonly Finding[]> {
  const until = performance.now() + PATIENCE;
  for (let asked = ids; ; ) {
    const still = await workflowFindingsOf(engine.pool, client, asked);
    if (still.length === 0 || performance.now() > until) return still;
    asked = still.map(({ caseId }) => caseId);
    alive?.();
    await pause(LOOK);
  }
}

const leftToPerson = (found: readonly Finding[]): readonly ReportedFinding[] =>
  found.map((finding) => {
    const isOwn = remedyOf(finding.rule) === 'person';
    return { ...finding, remedy: 'person', advice: isOwn ? adviceOf(finding.rule) : LOG_FIRST };
  });

function reported(
  found: readonly Finding[],
  still: readonly Finding[],
): readonly ReportedFinding[] {
  const left = new Set(still.map(({ caseId, rule }) => `${caseId} ${rule}`));
  return found.map((finding) => ({
    ...finding,
    remedy: remedyOf(finding.rule),
    ...(left.has(`${finding.caseId} ${finding.rule}`) && { advice: adviceOf(finding.rule) }),
  }));
}

async function repair(ports: AuditPorts, caseId: string, remedy: Remedy): Promise<void> {
  const { engine, client, taskQueue } = ports;
  if (remedy === 'rebuild' && !(await rebuild(engine, caseId))) return;
  if (remedy === 'tell') await endWorkflow(ports, caseId);
  else await recordDue(engine, caseId);
  await signalCase(client, taskQueue, await standing(engine.pool, caseId));
}

/** A workflow that runs and does not hold the right timer is begun anew: what it knows is in the log. */
async function endWorkflow({ client }: AuditPorts, caseId: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId(caseId));
  await handle.terminate('begun anew by the audit').catch(() => undefined);
}
