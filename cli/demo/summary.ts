import type { CaseDetail } from './answers.ts';
import { aligned, padded } from './columns.ts';

/** What the demo left behind, counted from the cases themselves. */
export function summaryOf(details: readonly CaseDetail[], elapsed: number): readonly string[] {
  const count = (holds: (detail: CaseDetail) => boolean): string =>
    `${details.filter(holds).length} 件`;
  const rows: readonly (readonly [string, string])[] = [
    ['受理', count(() => true)],
    ['已办结', count(({ stage }) => stage === 'closed' || stage === 'archived')],
    ['已作废', count(({ stage }) => stage === 'voided')],
    ['退过单', count(({ timeline }) => timeline.some(({ type }) => type === 'ReturnApproved'))],
    ['重办过', count(({ timeline }) => timeline.some(({ type }) => type === 'ReworkOrdered'))],
    ['有时限超期', count(breached)],
    ['现为红灯', count(({ light }) => light === 'red')],
    ['现为黄灯', count(({ light }) => light === 'yellow')],
    ['用时', `${(elapsed / 1000).toFixed(1)} 秒`],
  ];
  const widest = 8;
  return aligned(rows.map(([name, value]) => [name, padded('', widest - value.length) + value]));
}

/** Some duty of the case is or was over its due instant. */
const breached = ({ clocks }: CaseDetail): boolean =>
  clocks.some(
    ({ status, levels }) =>
      status === 'breached' || levels.some(({ level, fired }) => level === 'L2' && fired),
  );
