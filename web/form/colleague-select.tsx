import { useQuery } from '@tanstack/react-query';
import { Select, type SelectProps } from 'antd';
import { colleaguesQuery } from '../server/queries.ts';

interface ColleagueSelectProps
  extends Pick<SelectProps<string>, 'id' | 'value' | 'onChange' | 'aria-label'> {
  readonly role: string;
}

/** Picks somebody of one's own unit who holds a role there. */
export function ColleagueSelect({ role, ...rest }: ColleagueSelectProps) {
  const { data: people, isPending, isError } = useQuery(colleaguesQuery(role));
  return (
    <Select
      {...rest}
      allowClear
      showSearch
      optionFilterProp="label"
      placeholder="请选择本单位人员"
      loading={isPending}
      options={(people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      notFoundContent={isError ? '人员名单未能载入,请稍后再试' : '本单位没有可选人员'}
    />
  );
}
