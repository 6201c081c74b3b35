import { useQuery } from '@tanstack/react-query';
import { momentText } from '../light/due-text.ts';
import { LightChip, ProvisionalMark } from '../light/light-chip.tsx';
import { casePath } from '../routing/location.ts';
import { escalationsQuery } from '../server/queries.ts';
import type { Escalation, EscalationList } from '../server/registers.ts';
import { KeysHint, RowTable, type TableColumn } from '../table/row-table.tsx';
import { numberColumn, stageColumn, summaryColumn, unitColumn } from '../worklist/case-table.tsx';
import { RegisterFoot, RegisterPage } from './register-page.tsx';

/** What a supervisor owes an answer to, by the supervisor's own clock. */
export function EscalationsPage() {
  const query = useQuery(escalationsQuery);
  return (
    <RegisterPage
      title="升级处置"
      hint="逾期升级、等待督办员处置的案件;催办、督办、提级办理或改派主办后移出"
      query={query}
    >
      {(list) => <Escalations list={list} />}
    </RegisterPage>
  );
}

function Escalations({ list: { escalations, total, asOf } }: { list: EscalationList }) {
  const late = escalations.filter(({ answer }) => answer.light === 'red').length;
  return (
    <>
      <RowTable
        label="等待处置的升级"
        rows={escalations}
        columns={columnsOf(asOf)}
        keyOf={({ id }) => id}
        pathOf={({ number }) => casePath(number)}
        empty="没有等待处置的升级"
      />
      <RegisterFoot>
        {total > 0 && `共 ${total} 件待处置`}
        {total > escalations.length && `,列出最急的 ${escalations.length} 件`}
        {late > 0 && `,其中 ${late} 件处置已超时`}
        {total > 0 && ' · '}
        {momentText(asOf)} 更新{total > 0 && <KeysHint />}
      </RegisterFoot>
    </>
  );
}

const columnsOf = (asOf: string): readonly TableColumn<Escalation>[] => [
  numberColumn,
  {
    name: 'answer',
    title: '处置时限',
    cell: ({ answer }) => <Answer answer={answer} asOf={asOf} />,
  },
  { name: 'levels', title: '升级事由', cell: (row) => <Levels row={row} />, hover: allLevels },
  { name: 'duty', title: '责任', cell: dutyOf },
  unitColumn,
  stageColumn,
  { name: 'type', title: '案件类型', cell: ({ typeLabel }) => typeLabel },
  summaryColumn,
];

function Answer({ answer, asOf }: Pick<Escalation, 'answer'> & { asOf: string }) {
  const { dueAt, light, provisional } = answer;
  return (
    <span className="due">
      <LightChip light={light} due={dueAt} asOf={asOf} />
      <time dateTime={dueAt} className="figures quiet">
        {momentText(dueAt, asOf)}
      </time>
      {provisional && <ProvisionalMark />}
    </span>
  );
}

type Reached = Escalation['levels'][number];

/** The highest first, and of those the newest. */
const byWeight = (levels: readonly Reached[]): readonly Reached[] =>
  [...levels].sort((a, b) => b.level.localeCompare(a.level) || b.at.localeCompare(a.at));

const reachedText = ({ clockLabel, label }: Reached): string => `${clockLabel} · ${label}`;

const ofOthers = ({ levels }: Escalation): readonly Reached[] =>
  byWeight(levels.filter(({ own }) => !own));

/** Whose duty is late. */
const dutyOf = (row: Escalation): string => ofOthers(row)[0]?.duty ?? '—';

/** What weighs most of what others are late with; the supervisor's own lateness shows in the answer's light. */
function Levels({ row }: { row: Escalation }) {
  const others = ofOthers(row);
  const [first] = others;
  if (!first) return '—';
  return (
    <>
      {reachedText(first)}
      {others.length > 1 && <span className="quiet"> 等 {others.length} 项</span>}
    </>
  );
}

const allLevels = ({ levels }: Escalation): string =>
  byWeight(levels)
    .map((one) => `${momentText(one.at)} ${reachedText(one)}(${one.duty})`)
    .join('\n');
