import { Router } from 'express';
import { isoInstant } from '../../domain/calendar/civil.ts';
import type { AuditResult } from '../../engine/audit/tally.ts';
import { clockHealth } from '../../engine/audit/clock-health.ts';
import { labelOf } from '../../engine/audit/remedies.ts';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { Problem } from '../problem.ts';
import { UUID } from '../queries/uuid.ts';
import { mustSupervise } from '../supervision.ts';

interface ReportRow {
  readonly id: string;
  readonly started_at: Date;
  readonly ended_at: Date;
  readonly cases: number;
  readonly report: AuditResult;
}

/** What the nightly audits found and did, and what would keep a clock from being heard. */
export function auditRoutes({ engine }: AppContext): Router {
  const router = Router();
  router.get('/audits', async (_request, response) => {
    mustSupervise(principalOf(response));
    const rows = await query<ReportRow>(
      engine.pool,
      `SELECT id, started_at, ended_at, cases, report - 'listed' AS report FROM audit_report ORDER BY started_at DESC LIMIT 60`,
    );
    response.json({ audits: rows.map(summaryView) });
  });
  router.get('/audits/:id', async (request, response) => {
    mustSupervise(principalOf(response));
    const { id } = request.params;
    const [row] = UUID.test(id)
      ? await query<ReportRow>(engine.pool, 'SELECT * FROM audit_report WHERE id = $1', [id])
      : [];
    if (!row) throw noSuchAudit;
    response.json({ ...summaryView(row), findings: await named(engine.pool, row.report) });
  });
  router.get('/clock-health', async (_request, response) => {
    mustSupervise(principalOf(response));
    response.json(await clockHealth(engine.pool));
  });
  return router;
}

/** Findings with what they are called, and the numbers of their cases, where those are still known. */
async function named(pool: AppContext['engine']['pool'], { listed }: AuditResult) {
  const ids = [...new Set(listed.map(({ caseId }) => caseId))];
  const rows = await query<{ id: string; number: string }>(
    pool,
    'SELECT id, number FROM case_row WHERE id = ANY($1::uuid[])',
    [ids],
  );
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return listed.map((finding) => ({
    ...finding,
    label: labelOf(finding.rule),
    number: numbers.get(finding.caseId) ?? null,
  }));
}

const summaryView = ({ id, started_at, ended_at, cases, report }: ReportRow) => ({
  id,
  startedAt: isoInstant(started_at.getTime()),
  endedAt: isoInstant(ended_at.getTime()),
  cases,
  rules: report.rules,
  repaired: report.repaired,
  left: report.left,
  health: report.health,
});

const noSuchAudit = new Problem({
  status: 404,
  code: 'NOT_FOUND',
  detail: '没有这份核对报告',
  rule: '核对每夜进行一次,报告保存在列表中',
  todo: '请从列表中选择',
});
