import { Router } from 'express';
import { isoInstant } from '../../domain/calendar/civil.ts';
import type { Rules } from '../../domain/define-case-type.ts';
import { type PinnedRules, rulesOf } from '../../domain/registry.ts';
import { query } from '../../engine/database.ts';
import type { AppContext } from '../app-context.ts';
import { principalOf } from '../auth/session.ts';
import { Problem } from '../problem.ts';

/** Newest notices first; older ones stay in the case's timeline. */
const SHOWN = 50;

interface NoticeRow {
  readonly id: string;
  readonly case_id: string;
  readonly number: string;
  readonly rules: PinnedRules;
  readonly kind: string;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

export function noticeRoutes({ engine, database }: AppContext): Router {
  const router = Router();
  router.get('/notices', async (_request, response) => {
    const person = principalOf(response).id;
    const [unread, rows] = await Promise.all([
      database.notice.count({ where: { person, readAt: null } }),
      query<NoticeRow>(
        engine.pool,
        `SELECT n.id, n.case_id, r.number, r.state->'rules' AS rules, n.kind, n.created_at, n.read_at FROM notice n JOIN case_row r ON r.id = n.case_id
          WHERE n.person = $1 ORDER BY n.created_at DESC, n.id LIMIT ${SHOWN}`,
        [person],
      ),
    ]);
    response.json({ unread, notices: rows.map(noticeView) });
  });
  router.post('/notices/:id/read', async (request, response) => {
    if (!NOTICE_ID.test(request.params.id)) throw noSuchNotice;
    const mine = await query(
      engine.pool,
      'UPDATE notice SET read_at = coalesce(read_at, clock_timestamp()) WHERE id = $1 AND person = $2 RETURNING id',
      [request.params.id, principalOf(response).id],
    );
    if (mine.length === 0) throw noSuchNotice;
    response.status(204).end();
  });
  return router;
}

/** case:version:n:person; PostgreSQL would not even take NUL. */
const NOTICE_ID = /^[\w:-]{1,200}$/;

const noSuchNotice = new Problem({
  status: 404,
  code: 'NOT_FOUND',
  detail: '没有这条通知',
  rule: '只能查看发给本人的通知',
  todo: '请刷新通知列表',
});

const noticeView = (row: NoticeRow) => ({
  id: row.id,
  caseId: row.case_id,
  number: row.number,
  kind: noticeLabel(rulesOf(row.rules), row.kind),
  createdAt: isoInstant(row.created_at.getTime()),
  readAt: row.read_at && isoInstant(row.read_at.getTime()),
});

/** `level:handle:L2` → 办理时限 逾期(红灯); an event's type → its command's label. */
function noticeLabel({ type, policy }: Rules, kind: string): string {
  const [word, clock = '', level = ''] = kind.split(':');
  if (word !== 'level') {
    const steps = [type.opens, ...Object.values(type.commands)];
    return steps.find(({ event }) => event === kind)?.label ?? kind;
  }
  const spec = Object.values(policy.ladders)
    .flat()
    .find((candidate) => candidate.level === level);
  return `${type.clocks[clock]?.label ?? clock} ${spec?.label ?? level}`;
}
