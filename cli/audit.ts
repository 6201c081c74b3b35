import { AUDIT_TYPE } from '../domain/telling.ts';
import type { AuditResult } from '../engine/audit/tally.ts';
import { createPool, query } from '../engine/database.ts';
import { databaseUrl } from './database-url.ts';
import { temporalClient } from './temporal-client.ts';

/** Findings that are printed one by one. */
const SHOWN = 100;

/** Has the worker audit everything now, and prints the report. Returns how many findings are left for a person. */
async function run(): Promise<number> {
  const url = await databaseUrl('audit');
  const client = await temporalClient();
  const pool = createPool(url, 1, () => undefined);
  try {
    const id: string = await client.workflow.execute(AUDIT_TYPE, {
      taskQueue: process.env['TEMPORAL_TASK_QUEUE'] || 'bihuan',
      workflowId: `${AUDIT_TYPE}-now`,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const [row] = await query<{ cases: number; report: AuditResult }>(
      pool,
      'SELECT cases, report FROM audit_report WHERE id = $1',
      [id],
    );
    if (!row) throw new Error(`no report ${id}`);
    const { repaired, left, listed, health } = row.report;
    for (const { caseId, rule, detail, advice } of listed.slice(0, SHOWN)) {
      console.log(
        `${advice ? '✗' : '✓ 已修复'} ${caseId}  ${rule}: ${detail}${advice ? `\n    ${advice}` : ''}`,
      );
    }
    console.log(
      `核对 ${row.cases} 件:发现 ${repaired + left} 项,已修复 ${repaired} 项,待人工处理 ${left} 项`,
    );
    console.log(
      `时钟:计时器异常 ${health.timers ?? '—'} 件,流程反复失败 ${health.failing ?? '—'} 件,升级无人可通知 ${health.untold} 次,暂定日期 ${health.provisional} 个,对外发送积压 ${health.stuck} 项,到点未记 ${health.overdue} 件`,
    );
    return left;
  } finally {
    await pool.end();
    await client.connection.close();
  }
}

try {
  process.exitCode = (await run()) === 0 ? 0 : 1;
} catch (error) {
  console.error(
    `bihuan could not audit: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 2;
}
