import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { readinessQuery } from '../server/queries.ts';

const UNAVAILABLE = '系统暂时不可用:正在恢复,已填写的内容请保留在页面上,稍后再提交';
const DEGRADED = '定时提醒暂停,案件照常办理';

/** Tells when timers wait or the system is away; nothing while all is well. */
export function ReadinessBanner() {
  const { data } = useQuery(readinessQuery);
  const away = data?.status === 'unavailable';
  const message = data?.notice ?? (away ? UNAVAILABLE : DEGRADED);
  return (
    <div role="status">
      {data && data.status !== 'ready' && (
        <Alert banner type={away ? 'error' : 'warning'} title={message} role="none" />
      )}
    </div>
  );
}
