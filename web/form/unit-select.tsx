import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import type { Unit } from '../server/contract.ts';
import { sessionQuery, unitsQuery } from '../server/queries.ts';

interface UnitSelectProps
  extends Pick<
    SelectProps<string | null>,
    'id' | 'value' | 'placeholder' | 'style' | 'onChange' | 'aria-label'
  > {
  readonly only?: 'town';
  /** Only what belongs to that unit: its sections, villages and committees. */
  readonly within?: string;
  /** Units where nobody can receive a dispatch are shown, but cannot be chosen. */
  readonly receiving?: boolean;
}

/** Picks a unit by name, short name or pinyin, in the order of the organisation. */
export function UnitSelect({ only, within, receiving, ...rest }: UnitSelectProps) {
  const { data: units, isPending } = useQuery(unitsQuery);
  const options = (units ?? [])
    .filter((unit) => isOffered(unit, only, within))
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

/** Sections are offered within their own unit only. */
function isOffered({ kind, parent }: Unit, only?: 'town', within?: string): boolean {
  if (within !== undefined) return parent === within;
  return only === undefined ? kind === 'town' || kind === 'bureau' : kind === only;
}

/** Picks a section, village or committee of one's own unit. */
export function SectionSelect(props: UnitSelectProps) {
  const { data: me } = useQuery(sessionQuery);
  return <UnitSelect {...props} within={me?.unit.code ?? ''} placeholder="输入名称或拼音" />;
}

const optionOf = (unit: Unit) => ({
  value: unit.code,
  label: unit.name,
  searched: [unit.name, unit.short, unit.pinyin, unit.code].join(' ').toLowerCase(),
});
