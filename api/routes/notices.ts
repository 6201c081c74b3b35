import { Router } from 'express';
import { isoInstant } from '../../domain/calendar/civil.ts';
import { CASE_TYPES } from '../../domain/registry.ts';
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
        `SELECT n.id, n.case_id, r.number, n.kind, n.created_at, n.read_at FROM notice n JOIN case_row r ON r.id = n.case_id
          WHERE n.person = $1 ORDER BY n.created_at DESC, n.id LIMIT ${SHOWN}`,
        [person],
      ),
    ]);
    response.json({ unread, notices: rows.map(noticeView) });
  });
  router.post('/notices/:id/read', async (request, response) => {
    const { count } = await database.notice.updateMany({
      where: { id: request.params.id, person: principalOf(response).id, readAt: null },
      data: { readAt: new Date() },
    });
    if (count === 0 && !(await isMine(request.params.id, principalOf(response).id)))
      throw noSuchNotice;
    response.status(204).end();
  });
  const isMine = async (id: string, person: string): Promise<boolean> =>
    (await database.notice.count({ where: { id, person } })) > 0;
  return router;
}

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
  kind: noticeLabel(row.kind),
  createdAt: isoInstant(row.created_at.getTime()),
  readAt: row.read_at && isoInstant(row.read_at.getTime()),
});

const LEVEL_LABELS: Readonly<Record<string, string>> = {
  L0: '提醒',
  L1: '预警',
  L2: '逾期',
  L3: '督办通知',
};

/** `level:handle:L2` → 办理时限 逾期; an event's type → its command's label. */
export function noticeLabel(kind: string): string {
  const [word, clock = '', level = ''] = kind.split(':');
  for (const type of CASE_TYPES) {
    if (word === 'level') {
      const label = type.clocks[clock]?.label;
      if (label) return `${label} ${LEVEL_LABELS[level] ?? level}`;
      continue;
    }
    const command = Object.values(type.commands).find(({ event }) => event === kind);
    if (command) return command.label;
  }
  return kind;
}
