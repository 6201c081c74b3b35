import { useQuery } from '@tanstack/react-query';
import { momentText } from '../light/due-text.ts';
import { UrgentMark } from '../light/light-chip.tsx';
import { casePath } from '../routing/location.ts';
import { buckPassingQuery } from '../server/queries.ts';
import type { PassedCase, PassedList } from '../server/registers.ts';
import { KeysHint, NumberLink, RowTable, type TableColumn } from '../table/row-table.tsx';
import { useToday } from '../worklist/today.ts';
import { type Narrowed, PerUnit, Tools } from './buck-passing-tools.tsx';
import { isMonth, monthOfDay, monthText } from './month.ts';
import { RegisterFoot, RegisterPage } from './register-page.tsx';

/** Cases that units sent back to one another until a coordination had to settle where they belong. */
export function BuckPassingPage({ search }: { search: string }) {
  const running = monthOfDay(useToday());
  const params = new URLSearchParams(search);
  const asked = params.get('month');
  const narrowed = {
    month: asked !== null && isMonth(asked) ? asked : running,
    unit: params.get('unit'),
  };
  const query = useQuery(buckPassingQuery(narrowed.month));
  return (
    <RegisterPage
      title="推诿清单"
      hint="因单位退单而进入疑难会商的案件,按进入会商的月份列入"
      tools={<Tools narrowed={narrowed} running={running} />}
      query={query}
    >
      {(list) => <Passed list={list} narrowed={narrowed} stale={query.isPlaceholderData} />}
    </RegisterPage>
  );
}

interface PassedProps {
  readonly list: PassedList;
  readonly narrowed: Narrowed;
  readonly stale: boolean;
}

function Passed({ list: { cases, asOf }, narrowed, stale }: PassedProps) {
  const shown = cases.filter(
    ({ units }) => narrowed.unit === null || units.some(({ unit }) => unit.code === narrowed.unit),
  );
  const month = monthText(narrowed.month);
  return (
    <>
      <PerUnit cases={cases} narrowed={narrowed} />
      <RowTable
        label="推诿清单"
        className="tall-rows"
        rows={shown}
        columns={columnsOf(asOf)}
        keyOf={({ caseId }) => caseId}
        pathOf={({ number }) => casePath(number)}
        empty={narrowed.unit === null ? `${month}没有列入的案件` : `${month}该单位没有列入的案件`}
        stale={stale}
      />
      <RegisterFoot>
        {shown.length > 0 && `共 ${shown.length} 件 · `}
        {momentText(asOf)} 更新{shown.length > 0 && <KeysHint />}
      </RegisterFoot>
    </>
  );
}

const columnsOf = (asOf: string): readonly TableColumn<PassedCase>[] => [
  {
    name: 'number',
    title: '编号',
    cell: ({ number }) => <NumberLink number={number} path={casePath(number)} />,
  },
  { name: 'at', title: '进入会商', cell: ({ at }) => momentText(at, asOf), className: 'figures' },
  { name: 'returns', title: '退单', cell: ({ returns }) => `${returns} 次` },
  { name: 'hands', title: '先后经手(派入至退出)', cell: (row) => <Hands row={row} asOf={asOf} /> },
  { name: 'town', title: '街镇', cell: ({ town }) => town?.short ?? '—' },
  {
    name: 'summary',
    title: '摘要',
    cell: ({ urgent, summary }) => (
      <>
        {urgent && <UrgentMark />}
        {summary}
      </>
    ),
  },
  { name: 'stage', title: '现在环节', cell: ({ stageLabel }) => stageLabel },
  { name: 'unit', title: '现在主办', cell: ({ leadUnit }) => leadUnit?.short ?? '—' },
];

/** Why it is on the list: who had it, one after another, and gave it back. */
function Hands({ row: { units }, asOf }: { row: PassedCase; asOf: string }) {
  return (
    <ol className="hands">
      {units.map(({ unit, from, to }) => (
        <li key={from}>
          {unit.short}{' '}
          <span className="figures quiet">
            {momentText(from, asOf)} 至 {to === null ? '今' : momentText(to, asOf)}
          </span>
        </li>
      ))}
    </ol>
  );
}
