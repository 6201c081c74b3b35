import { Button, Select } from 'antd';
import { UnitSelect } from '../form/unit-select.tsx';
import { navigate, registerPath } from '../routing/location.ts';
import type { PassedCase } from '../server/registers.ts';
import { monthAfter, monthsBefore, monthText } from './month.ts';

/** What the list is narrowed to; lives in the address bar. */
export interface Narrowed {
  readonly month: string;
  readonly unit: string | null;
}

const narrow = (narrowed: Narrowed): void =>
  navigate(registerPath('buck-passing', { ...narrowed }), { replace: true });

/** The month and the unit that are looked at. */
export function Tools({ narrowed, running }: { narrowed: Narrowed; running: string }) {
  const { month } = narrowed;
  const turn = (by: number): void => narrow({ ...narrowed, month: monthAfter(month, by) });
  return (
    <search className="register-tools" aria-label="筛选">
      <Button onClick={() => turn(-1)}>上月</Button>
      <Select
        aria-label="月份"
        value={month}
        options={monthsBefore(running, month).map((one) => ({ value: one, label: monthText(one) }))}
        onChange={(chosen: string) => narrow({ ...narrowed, month: chosen })}
        style={{ width: 130 }}
      />
      <Button disabled={month >= running} onClick={() => turn(1)}>
        下月
      </Button>
      <UnitSelect
        aria-label="单位"
        placeholder="单位不限"
        value={narrowed.unit}
        onChange={(unit) => narrow({ ...narrowed, unit: unit ?? null })}
        style={{ width: 170 }}
      />
    </search>
  );
}

/** How many of the month each unit passed on; pressed, the list is narrowed to it. */
export function PerUnit({ cases, narrowed }: { cases: readonly PassedCase[]; narrowed: Narrowed }) {
  const counted = countsOf(cases);
  if (counted.length === 0) return null;
  return (
    <div className="counts per-unit" role="group" aria-label="各单位件数,点按即筛选">
      {counted.map(({ code, short, count }) => (
        <button
          key={code}
          type="button"
          aria-pressed={narrowed.unit === code}
          onClick={() => narrow({ ...narrowed, unit: narrowed.unit === code ? null : code })}
        >
          {short} <b>{count}</b>
        </button>
      ))}
    </div>
  );
}

function countsOf(cases: readonly PassedCase[]) {
  const counts = new Map<string, { code: string; short: string; count: number }>();
  for (const { units } of cases) {
    const each = new Map(units.map(({ unit }) => [unit.code, unit]));
    for (const { code, short } of each.values()) {
      counts.set(code, { code, short, count: (counts.get(code)?.count ?? 0) + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
