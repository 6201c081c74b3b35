import { useQuery } from '@tanstack/react-query';
import { Loading } from '../frame/loading.tsx';
import { ProblemAlert } from '../problem/problem-alert.tsx';
import { problemIn } from '../server/http.ts';
import type { DraftResult } from '../server/oversight.ts';
import { caseTypesQuery, draftResultQuery, unitsQuery } from '../server/queries.ts';

const DAYS = 90;

/** What limits would have made of the cases of the last ninety days, people having acted as they did. */
export function DraftEffect({ limits }: { readonly limits: Readonly<Record<string, number>> }) {
  const result = useQuery(draftResultQuery(limits, dayBefore(DAYS), dayBefore(0)));
  if (result.isPending) return <Loading />;
  if (result.error) return <ProblemAlert problem={problemIn(result.error)} />;
  const { examined, changed, gained, lost, units, levels } = result.data;
  const sum = (of: 'more' | 'fewer') => levels.reduce((total, row) => total + row[of], 0);
  return (
    <div className="whole draft-effect" role="status">
      <b>
        近 {DAYS} 天 {examined} 件重算:{changed} 件有变化,超期增加 {gained} 次、减少 {lost}{' '}
        次,升级增加 {sum('more')} 次、减少 {sum('fewer')} 次
      </b>
      {units.length > 0 && <UnitTable units={units} />}
    </div>
  );
}

function UnitTable({ units }: Pick<DraftResult, 'units'>) {
  const { data: directory = [] } = useQuery(unitsQuery);
  const { data: types = [] } = useQuery(caseTypesQuery);
  return (
    <table className="records" aria-label="按单位">
      <thead>
        <tr>
          <th scope="col">案件类型</th>
          <th scope="col">单位</th>
          <th scope="col">超期增加</th>
          <th scope="col">超期减少</th>
        </tr>
      </thead>
      <tbody>
        {units.map(({ type, unit, gained, lost }) => (
          <tr key={`${type} ${unit}`}>
            <td>{types.find(({ id }) => id === type)?.label ?? type}</td>
            <td>{directory.find(({ code }) => code === unit)?.name ?? '尚未派单'}</td>
            <td>{gained} 次</td>
            <td>{lost} 次</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A day of Asia/Shanghai, so many before today. */
const dayBefore = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
