import type { Actor, CaseType } from '../domain/define-case-type.ts';
import { CENTRE, officeOf } from '../domain/definition/parts.ts';
import { CASE_TYPES } from '../domain/registry.ts';
import { Problem } from './problem.ts';

/** Ids of the types that a person supervises or leads, at the office where that is done. */
export function supervisedBy({ roles, unit }: Pick<Actor, 'roles' | 'unit'>): readonly string[] {
  const watches = (type: CaseType) =>
    [type.escalatesTo.supervisor, type.escalatesTo.leadership].some(
      (role) => roles.includes(role) && officeOfRole(type, role) === unit,
    );
  return [...new Set(CASE_TYPES.filter(watches).map(({ id }) => id))];
}

/** The types that a person supervises; throws the refusal where there are none. */
export function mustSupervise(actor: Pick<Actor, 'roles' | 'unit'>): readonly string[] {
  const types = supervisedBy(actor);
  if (types.length === 0) throw notSupervisor;
  return types;
}

/** Throws the refusal where one of the types is supervised by others. */
export function mustSuperviseAll(
  actor: Pick<Actor, 'roles' | 'unit'>,
  types: readonly string[],
): void {
  const supervised = supervisedBy(actor);
  if (types.some((type) => !supervised.includes(type))) throw notSupervisor;
}

/** The office whose supervisors watch over cases of a type. */
export const supervisingOffice = (type: CaseType): string =>
  officeOfRole(type, type.escalatesTo.supervisor) ?? CENTRE;

const officeOfRole = ({ roles }: CaseType, role: string): string | undefined => {
  const at = roles[role]?.at;
  return at === undefined ? undefined : officeOf(at);
};

/** Events by which cases of some types come into a state, whatever the version. */
export const eventsInto = (types: readonly string[], state: string): readonly string[] => [
  ...new Set(
    CASE_TYPES.filter(({ id }) => types.includes(id)).flatMap(({ commands }) =>
      Object.values(commands)
        .filter(({ to }) => to === state)
        .map(({ event }) => event),
    ),
  ),
];

const notSupervisor = new Problem({
  status: 403,
  code: 'FORBIDDEN_ROLE',
  detail: '当前账号无权查看督办台账',
  rule: '督办台账由督办员和分管领导查看、处理',
  todo: '请由有权人员操作',
});
