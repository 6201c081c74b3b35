import { useQuery } from '@tanstack/react-query';
import { momentText } from '../light/due-text.ts';
import { registerPath } from '../routing/location.ts';
import type { AuditSummary } from '../server/oversight.ts';
import { auditsQuery } from '../server/queries.ts';
import { KeysHint, NumberLink, RowTable, type TableColumn } from '../table/row-table.tsx';
import { AuditReportPanel } from './audit-report.tsx';
import { Health } from './clock-health.tsx';
import { RegisterFoot, RegisterPage } from './register-page.tsx';

const reportPath = ({ id }: AuditSummary): string => registerPath('audits', { id });

/** What the nightly audits found, did and left, and whether any clock goes unheard. */
export function AuditsPage({ search }: { search: string }) {
  const query = useQuery(auditsQuery);
  const asked = new URLSearchParams(search).get('id');
  return (
    <RegisterPage
      title="夜间核对"
      hint="每夜 2:30 由事件日志重算每个日期、级别与数据行,并核对每个流程的计时器;能修的自动修复,其余列出应办事项"
      query={query}
    >
      {(audits) => (
        <>
          <Health />
          {asked !== null && <AuditReportPanel key={asked} id={asked} />}
          <RowTable
            label="核对报告"
            rows={audits}
            columns={COLUMNS}
            keyOf={({ id }) => id}
            pathOf={reportPath}
            empty="还没有核对报告;每夜 2:30 自动进行,也可由系统管理员随时运行"
          />
          <RegisterFoot>
            {audits.length > 0 && `近 ${audits.length} 次`}
            {audits.length > 0 && <KeysHint />}
          </RegisterFoot>
        </>
      )}
    </RegisterPage>
  );
}

const minutesOf = ({ startedAt, endedAt }: AuditSummary): string => {
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  return seconds < 90 ? `${Math.round(seconds)} 秒` : `${Math.round(seconds / 60)} 分钟`;
};

const COLUMNS: readonly TableColumn<AuditSummary>[] = [
  {
    name: 'at',
    title: '开始',
    cell: (row) => <NumberLink number={momentText(row.startedAt)} path={reportPath(row)} />,
    className: 'figures',
  },
  { name: 'took', title: '用时', cell: minutesOf },
  { name: 'count', title: '核对案件', cell: ({ cases }) => `${cases} 件` },
  { name: 'found', title: '发现', cell: ({ repaired, left }) => `${repaired + left} 项` },
  { name: 'repaired', title: '已修复', cell: ({ repaired }) => `${repaired} 项` },
  {
    name: 'left',
    title: '待人工处理',
    cell: ({ left }) =>
      left > 0 ? <b className="alarming">{left} 项</b> : <span className="quiet">无</span>,
  },
];
