import type { CaseType } from '../../domain/define-case-type.ts';
import { aligned } from '../demo/columns.ts';

/** A type that can be asked about, with its states and roles. */
export interface ListedType {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly states: readonly { readonly key: string; readonly label: string }[];
  readonly roles: readonly { readonly key: string; readonly label: string }[];
}

export const listed = ({ id, version, label, states, roles }: CaseType): ListedType => ({
  id,
  version,
  label,
  states: Object.entries(states).map(([key, state]) => ({ key, label: state.label })),
  roles: Object.entries(roles).map(([key, role]) => ({ key, label: role.label })),
});

/** Every type with its states and roles, keys beside labels. */
export const listText = (types: readonly CaseType[]): string =>
  types
    .map(listed)
    .map(({ id, version, label, states, roles }) => {
      const rows = (all: ListedType['states']) =>
        aligned(all.map((one) => [`  ${one.key}`, one.label]));
      return [`${id}@${version} ${label}`, '环节', ...rows(states), '角色', ...rows(roles)].join(
        '\n',
      );
    })
    .join('\n\n')
    .concat('\n');
