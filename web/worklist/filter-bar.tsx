import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { UnitSelect } from '../form/unit-select.tsx';
import type { Light } from '../server/contract.ts';
import { caseTypesQuery } from '../server/queries.ts';
import type { Due, Filters } from './filters.ts';

const LIGHTS = [
  { value: 'red', label: '■ 超时' },
  { value: 'yellow', label: '▲ 预警' },
  { value: 'green', label: '● 正常' },
];
const DUES = [
  { value: 'any', label: '到期不限' },
  { value: 'today', label: '今日到期' },
  { value: '3days', label: '3日内到期' },
];
const ENDED = [
  { value: 'open', label: '在办' },
  { value: 'ended', label: '已结束' },
];

interface FilterBarProps {
  readonly filters: Filters;
  readonly showUnits: boolean;
  readonly onChange: (change: Partial<Filters>) => void;
  readonly onReset: () => void;
}

export function FilterBar({ filters, showUnits, onChange, onReset }: FilterBarProps) {
  const narrowed =
    filters.stages.length > 0 ||
    filters.unit !== null ||
    filters.light !== null ||
    filters.due !== 'any';
  return (
    <search className="filters" aria-label="筛选">
      <Select
        aria-label="在办或已结束"
        options={ENDED}
        value={filters.ended ? 'ended' : 'open'}
        onChange={(value) => onChange({ ended: value === 'ended', stages: [] })}
        style={{ width: 92 }}
      />
      <StageSelect filters={filters} onChange={onChange} />
      {showUnits && (
        <UnitSelect
          aria-label="主办单位"
          placeholder="主办单位不限"
          value={filters.unit}
          onChange={(unit) => onChange({ unit: unit ?? null })}
          style={{ width: 150 }}
        />
      )}
      <Select
        aria-label="灯"
        placeholder="灯不限"
        allowClear
        options={LIGHTS}
        value={filters.light}
        onChange={(value?: Light) => onChange({ light: value ?? null })}
        style={{ width: 104 }}
      />
      <Select
        aria-label="到期"
        options={DUES}
        value={filters.due}
        onChange={(due: Due) => onChange({ due })}
        style={{ width: 116 }}
      />
      <Button type="link" onClick={onReset} disabled={!narrowed}>
        清除
      </Button>
    </search>
  );
}

function StageSelect({ filters, onChange }: Pick<FilterBarProps, 'filters' | 'onChange'>) {
  const { data: types } = useQuery(caseTypesQuery);
  const stages = (types ?? [])
    .flatMap((type) => type.stages)
    .filter(({ ended }) => ended === filters.ended)
    .map(({ stage, label }) => ({ value: stage, label }));
  return (
    <Select
      aria-label="环节"
      placeholder="环节不限"
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      optionFilterProp="label"
      options={stages}
      value={[...filters.stages]}
      onChange={(chosen: string[]) => onChange({ stages: chosen })}
      style={{ width: 170 }}
    />
  );
}
