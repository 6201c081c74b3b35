import { useQuery } from '@tanstack/react-query';
import { clockHealthQuery } from '../server/queries.ts';
import type { ClockHealth } from '../server/oversight.ts';

/** What each figure means: none of them is ever silently wrong. */
const FIGURES: readonly (readonly [keyof ClockHealth, string, string])[] = [
  ['overdue', '到点未记', '下一时刻已过两分钟仍未记录的案件'],
  ['timers', '计时器异常', '最近一次核对中计时器不符的案件'],
  ['failing', '流程反复失败', '最近一次核对中任务反复失败的流程'],
  ['stuck', '发送积压', '超过一小时未送出的对外消息'],
  ['untold', '无人可通知', '近三十日内没有人可以通知的级别'],
  ['provisional', '暂定日期', '跨入尚未公布放假安排年份的时限'],
];

/** What would keep a clock from being heard: now, and as the last audit saw the workflows. */
export function Health() {
  const { data: health } = useQuery(clockHealthQuery);
  if (!health) return null;
  return (
    <dl className="health" aria-label="时钟健康">
      {FIGURES.map(([key, label, meaning]) => (
        <div key={key} className={isTrouble(key, health[key]) ? 'trouble' : ''}>
          <dt>{label}</dt>
          <dd>
            <b>{health[key] ?? '—'}</b>
            <span className="quiet">{meaning}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Provisional dates are expected until the next notice; everything else is to be looked at. */
const isTrouble = (key: keyof ClockHealth, value: number | null): boolean =>
  key !== 'provisional' && value !== null && value > 0;
