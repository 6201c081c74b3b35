import { setTimeout as pause } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { workflowId } from '../../domain/telling.ts';
import { NO_CASE, type Pool, query } from '../database.ts';
import type { Finding } from '../verify/finding.ts';

interface Standing {
  readonly id: string;
  readonly stage: string;
  readonly wake_at: Date;
}

const BATCH = 200;
const AT_ONCE = 8;
/** A timer counts from when its task began, and is noted when the task ended. */
const TOLERANCE = 5000;
/** What was told a moment ago may be on its way: whatever looks wrong is looked at again. */
const SECOND_LOOK = 4000;
/** A task that failed so often is not going to succeed by itself. */
const FAILING = 5;

/**
 * Every case that something lies ahead of has a workflow that runs, shows its stage and its next instant, and holds one timer
 * to that very instant. Instants that are due at this moment are left to the workflow. Findings come batch by batch.
 */
export async function* workflowFindings(
  pool: Pool,
  client: Client,
  now: number,
): AsyncGenerator<readonly Finding[]> {
  for (let after = NO_CASE; ; ) {
    const cases = await query<Standing>(
      pool,
      'SELECT id, stage, wake_at FROM case_row WHERE id > $1 AND wake_at > $2 ORDER BY id LIMIT $3',
      [after, new Date(now), BATCH],
    );
    const wrong = new Set((await checkAll(client, cases)).map(({ caseId }) => caseId));
    if (wrong.size > 0) {
      await pause(SECOND_LOOK);
      yield await workflowFindingsOf(pool, client, [...wrong]);
    }
    const last = cases.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** What is wrong with the workflows of some cases at this moment. */
export const workflowFindingsOf = async (
  pool: Pool,
  client: Client,
  ids: readonly string[],
): Promise<readonly Finding[]> => checkAll(client, await standingOf(pool, ids));

const standingOf = (pool: Pool, ids: readonly string[]): Promise<Standing[]> =>
  query<Standing>(
    pool,
    'SELECT id, stage, wake_at FROM case_row WHERE id = ANY($1::uuid[]) AND wake_at > clock_timestamp() ORDER BY id',
    [ids],
  );

async function checkAll(client: Client, cases: readonly Standing[]): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (let i = 0; i < cases.length; i += AT_ONCE) {
    const checked = cases.slice(i, i + AT_ONCE).map((one) => check(client, one));
    found.push(...(await Promise.all(checked)).flat());
  }
  return found;
}

async function check(client: Client, { id, stage, wake_at: wakeAt }: Standing): Promise<Finding[]> {
  const finding = (rule: string, detail: string): Finding[] => [{ caseId: id, rule, detail }];
  const handle = client.workflow.getHandle(workflowId(id));
  const found = await handle.describe().catch((error: unknown) => {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  });
  if (found?.status.name !== 'RUNNING') {
    return finding('workflow', `${found?.status.name ?? 'no workflow'}: its timer cannot fire`);
  }
  const attempt = found.raw.pendingWorkflowTask?.attempt ?? 0;
  if (attempt >= FAILING)
    return finding('tasks', `its workflow task has failed ${attempt - 1} times`);
  const [shown] = found.searchAttributes['CaseStage'] ?? [];
  if (shown !== stage) return finding('workflow', `is in ${String(shown)}, not in ${stage}`);
  const timer = pendingTimer((await handle.fetchHistory()).events ?? []);
  const off = timer === undefined || Math.abs(timer - wakeAt.getTime()) > TOLERANCE;
  const seen = timer === undefined ? 'no timer' : `a timer to ${isoInstant(timer)}`;
  return off ? finding('timer', `${seen}, not to ${isoInstant(wakeAt.getTime())}`) : [];
}

type HistoryEvents = NonNullable<
  Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']
>;

/** When the timer fires that was started and neither fired nor was cancelled, told from the history alone. */
function pendingTimer(events: HistoryEvents): number | undefined {
  const pending = new Map<string, number>();
  for (const event of events) {
    const started = event.timerStartedEventAttributes;
    if (started?.timerId) {
      const began =
        Number(event.eventTime?.seconds ?? 0) * 1000 + Number(event.eventTime?.nanos ?? 0) / 1e6;
      const { seconds, nanos } = started.startToFireTimeout ?? {};
      pending.set(started.timerId, began + Number(seconds ?? 0) * 1000 + Number(nanos ?? 0) / 1e6);
    }
    const over = event.timerFiredEventAttributes ?? event.timerCanceledEventAttributes;
    if (over?.timerId) pending.delete(over.timerId);
  }
  return pending.size === 0 ? undefined : Math.min(...pending.values());
}
