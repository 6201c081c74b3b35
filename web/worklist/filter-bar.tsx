import { Button, Select } from 'antd';
import { UnitSelect } from '../form/unit-select.tsx';
import type { Light } from '../server/contract.ts';
import { type Due, type Filters, isNarrowed } from './filters.ts';
import { type Scope, stagesOf } from './scope.ts';

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
  readonly scope: Scope;
  readonly onChange: (change: Partial<Filters>) => void;
  readonly onReset: () => void;
}

export function FilterBar({ filters, scope, onChange, onReset }: FilterBarProps) {
  return (
    <search className="filters" aria-label="筛选">
      <Select
        aria-label="在办或已结束"
        options={ENDED}
        value={filters.ended ? 'ended' : 'open'}
        onChange={(value) => onChange({ ended: value === 'ended', stages: [] })}
        style={{ width: 92 }}
      />
      {scope.types.length > 1 && <TypeSelect filters={filters} scope={scope} onChange={onChange} />}
      <StageSelect filters={filters} scope={scope} onChange={onChange} />
      {scope.allUnits && (
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
      <Button type="link" onClick={onReset} disabled={!isNarrowed(filters)}>
        清除
      </Button>
    </search>
  );
}

type PartProps = Pick<FilterBarProps, 'filters' | 'scope' | 'onChange'>;

function TypeSelect({ filters, scope, onChange }: PartProps) {
  return (
    <Select
      aria-label="案件类型"
      placeholder="案件类型不限"
      allowClear
      popupMatchSelectWidth={false}
      options={scope.types.map(({ id, label }) => ({ value: id, label }))}
      value={filters.type}
      onChange={(type?: string) => onChange({ type: type ?? null, stages: [] })}
      style={{ width: 138 }}
    />
  );
}

function StageSelect({ filters, scope, onChange }: PartProps) {
  const { type, ended } = filters;
  const types = scope.types.filter(({ id }) => type === null || id === type);
  return (
    <Select
      aria-label="环节"
      placeholder="环节不限"
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      optionFilterProp="label"
      popupMatchSelectWidth={false}
      options={[...stagesOf(types, ended)]}
      value={[...filters.stages]}
      onChange={(chosen: string[]) => onChange({ stages: chosen })}
      style={{ width: 170 }}
    />
  );
}
