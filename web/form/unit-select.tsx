import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import type { Unit } from '../server/contract.ts';
import { unitsQuery } from '../server/queries.ts';

interface UnitSelectProps
  extends Pick<
    SelectProps<string | null>,
    'id' | 'value' | 'placeholder' | 'style' | 'onChange' | 'aria-label'
  > {
  readonly only?: 'town';
  /** Units where nobody can receive a dispatch are shown, but cannot be chosen. */
  readonly receiving?: boolean;
}

/** Picks a unit by name, short name or pinyin, in the order of the organisation. */
export function UnitSelect({ only, receiving, ...rest }: UnitSelectProps) {
  const { data: units, isPending } = useQuery(unitsQuery);
  const options = (units ?? [])
    .filter(({ kind }) => kind !== 'centre' && (only === undefined || kind === only))
    .map((unit) => ({ ...optionOf(unit), disabled: receiving === true && !unit.takesCases }));
  return (
    <Select
      {...rest}
      allowClear
      popupMatchSelectWidth={false}
      loading={isPending}
      showSearch={{
        filterOption: (typed, option) =>
          option?.searched.includes(typed.trim().toLowerCase()) ?? false,
      }}
      options={options}
      optionRender={({ data }) => (data.disabled ? `${data.label}(暂无接收人员)` : data.label)}
    />
  );
}

const optionOf = (unit: Unit) => ({
  value: unit.code,
  label: unit.name,
  searched: [unit.name, unit.short, unit.pinyin, unit.code].join(' ').toLowerCase(),
});
