import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { workflowId } from '../../domain/telling.ts';
import { type Pool, query } from '../../engine/database.ts';
import { eventually } from '../support/waiting.ts';

/** What a system in peace still has before it. */
export interface Unsettled {
  /** Cases whose workflow was not told their newest version. */
  readonly untold: number;
  /** Cases whose next instant has passed. */
  readonly overdue: number;
  /** Effects that may go out by now; others wait for the quiet hours to end. */
  readonly undelivered: number;
  /** The database's clock at which this was so, in epoch ms. */
  readonly now: number;
}

export async function unsettled(pool: Pool): Promise<Unsettled> {
  const [row] = await query<{ untold: string; overdue: string; undelivered: string; now: Date }>(
    pool,
    `SELECT count(*) FILTER (WHERE t.told_version < r.version) AS untold,
        count(*) FILTER (WHERE r.wake_at <= now()) AS overdue,
        (SELECT count(*) FROM outbox WHERE delivered_at IS NULL AND (not_before IS NULL OR not_before <= now())) AS undelivered, now() AS now
       FROM case_row r LEFT JOIN telling t ON t.case_id = r.id`,
  );
  if (!row) throw new Error('no answer');
  return {
    untold: Number(row.untold),
    overdue: Number(row.overdue),
    undelivered: Number(row.undelivered),
    now: row.now.getTime(),
  };
}

/** Waits until nothing is left to be told, recorded or delivered. Returns the instant at which that was so. */
export async function settles(pool: Pool, within: number): Promise<number> {
  let last: Unsettled | undefined;
  try {
    return await eventually(
      'a settled system',
      async () => {
        last = await unsettled(pool);
        return last.untold + last.overdue + last.undelivered === 0 && last.now;
      },
      within,
    );
  } catch (error) {
    throw new Error(`${String(error)}; last seen: ${JSON.stringify(last)}`, { cause: error });
  }
}

interface Standing {
  readonly id: string;
  readonly number: string;
  readonly stage: string;
  readonly wake_at: Date | null;
}

const AT_ONCE = 10;

/** Waits until each case's workflow says what its row says: running, with the same stage and instant, or at its end. Returns how many run. */
export async function workflowsAgree(pool: Pool, client: Client, within: number): Promise<number> {
  const ids = await query<{ id: string }>(pool, 'SELECT id FROM case_row');
  const until = Date.now() + within;
  let running = 0;
  for (let i = 0; i < ids.length; i += AT_ONCE) {
    const waits = ids.slice(i, i + AT_ONCE).map(({ id }) => agrees(pool, client, id, until));
    running += (await Promise.all(waits)).filter(Boolean).length;
  }
  return running;
}

/** Whether the workflow runs that a case and it agree on in the end. The row is read anew each time: levels move it on. */
async function agrees(pool: Pool, client: Client, id: string, until: number): Promise<boolean> {
  let row: Standing | undefined;
  let last: string | undefined;
  const agreed = async () => {
    [row] = await query<Standing>(
      pool,
      'SELECT id, number, stage, wake_at FROM case_row WHERE id = $1',
      [id],
    );
    last = row && (await disagreement(client, row));
    return last === undefined;
  };
  await eventually('agreement', agreed, Math.max(1000, until - Date.now())).catch((cause) => {
    throw new Error(`${row?.number} (${id}): ${last ?? String(cause)}`, { cause });
  });
  return row?.wake_at !== null;
}

/** What differs between a case and its workflow. */
async function disagreement(
  client: Client,
  { id, stage, wake_at: wakeAt }: Standing,
): Promise<string | undefined> {
  const found = await describe(client, workflowId(id));
  if (wakeAt === null) {
    return found?.status.name === 'RUNNING'
      ? 'its workflow runs without anything ahead'
      : undefined;
  }
  if (!found) return 'it has no workflow';
  if (found.status.name !== 'RUNNING') return `its workflow is ${found.status.name}`;
  const attributes = found.searchAttributes;
  const [shownStage] = attributes['CaseStage'] ?? [];
  const [shownWakeAt] = attributes['CaseWakeAt'] ?? [];
  if (shownStage !== stage) return `its workflow is in ${String(shownStage)}, not ${stage}`;
  const instant = shownWakeAt instanceof Date ? shownWakeAt.toISOString() : String(shownWakeAt);
  return instant === wakeAt.toISOString()
    ? undefined
    : `its workflow waits for ${instant}, not ${wakeAt.toISOString()}`;
}

async function describe(client: Client, id: string) {
  try {
    return await client.workflow.getHandle(id).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
