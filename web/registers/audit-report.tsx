import { useQuery } from '@tanstack/react-query';
import { Loading } from '../frame/loading.tsx';
import { momentText } from '../light/due-text.ts';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { casePath, linkTo } from '../routing/location.ts';
import type { AuditFinding } from '../server/oversight.ts';
import { problemIn } from '../server/http.ts';
import { auditQuery } from '../server/queries.ts';

/** The findings of one audit: what a person has to do comes first. */
export function AuditReportPanel({ id }: { id: string }) {
  const query = useQuery(auditQuery(id));
  const { data } = query;
  if (query.error) return <ProblemAlert problem={problemIn(query.error)} />;
  if (!data) return <Loading />;
  const left = data.findings.filter(({ advice }) => advice !== undefined);
  const repaired = data.findings.filter(({ advice }) => advice === undefined);
  const listed = data.findings.length;
  const found = data.repaired + data.left;
  return (
    <article className="panel" aria-labelledby="report">
      <h2 id="report">
        {momentText(data.startedAt)} 的核对{' '}
        <span className="quiet">
          核对 {data.cases} 件,发现 {found} 项,已修复 {data.repaired} 项,待人工处理 {data.left} 项
        </span>
      </h2>
      {found === 0 && <p>全部与事件日志一致,每个计时器都在应在的时刻。</p>}
      <Findings findings={[...left, ...repaired]} />
      {listed < found && <p className="quiet">另有 {found - listed} 项未列出</p>}
    </article>
  );
}

/** What is alike of one case is one row. */
function groupsOf(findings: readonly AuditFinding[]): ReadonlyMap<string, readonly AuditFinding[]> {
  const groups = new Map<string, AuditFinding[]>();
  for (const finding of findings) {
    const key = `${finding.caseId} ${finding.rule} ${finding.advice ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return groups;
}

function Findings({ findings }: { findings: readonly AuditFinding[] }) {
  if (findings.length === 0) return null;
  return (
    <table className="records findings">
      <thead>
        <tr>
          <th scope="col">案件</th>
          <th scope="col">发现</th>
          <th scope="col">应办事项</th>
          <th scope="col">供系统管理员</th>
        </tr>
      </thead>
      <tbody>
        {[...groupsOf(findings)].map(([key, group]) => (
          <Group key={key} group={group} />
        ))}
      </tbody>
    </table>
  );
}

function Group({ group }: { group: readonly AuditFinding[] }) {
  const [first] = group;
  if (!first) return null;
  const { number, label, advice } = first;
  return (
    <tr>
      <td className="figures">
        {number === null ? '—' : <a {...linkTo(casePath(number))}>{number}</a>}
      </td>
      <td>
        {label}
        {group.length > 1 && ` ${group.length} 项`}
      </td>
      <td>{advice === undefined ? '已自动修复' : <b className="alarming">{advice}</b>}</td>
      <td className="quiet">
        <details>
          <summary>技术详情</summary>
          {group.map(({ detail }) => (
            <div key={detail}>{detail}</div>
          ))}
        </details>
      </td>
    </tr>
  );
}
