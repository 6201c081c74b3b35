import { type Actor, type CaseType, listOf } from '../../domain/define-case-type.ts';
import { CASE_TYPES, currentCaseType } from '../../domain/registry.ts';
import { inputSchema } from './json-schema.ts';

/** The newest version of every type, with its forms: they never change while the process lives. */
const VIEWS = CASE_TYPES.filter((type) => currentCaseType(type.id) === type).map((type) => ({
  type,
  view: viewOf(type),
}));

/** Case types as a person meets them: `opens.allowed` says whether this one may open such a case. */
export const caseTypeViews = ({ roles }: Pick<Actor, 'roles'>) =>
  VIEWS.map(({ type, view: { opens, ...view } }) => ({
    ...view,
    opens: { ...opens, allowed: listOf(type.opens.by).some((role) => roles.includes(role)) },
  }));

function viewOf(type: CaseType) {
  const { id, version, label, opens, roles, documents = {} } = type;
  return {
    id,
    version,
    label,
    stages: Object.entries(type.states).map(([stage, state]) => ({
      stage,
      label: state.label,
      ended: state.ended === true,
    })),
    roles: Object.entries(roles).map(([role, spec]) => ({
      role,
      label: spec.label,
      at: spec.at,
      part: spec.part ?? null,
    })),
    opens: { label: opens.label, schema: inputSchema(opens.input) },
    commands: Object.entries(type.commands)
      .filter(([, { by }]) => by !== 'system')
      .map(([command, { label: name, to, input }]) => ({
        command,
        label: name,
        moves: to !== undefined,
        schema: inputSchema(input),
      })),
    documents: Object.entries(documents).map(([kind, { label: name, series, signer }]) => ({
      kind,
      label: name,
      series,
      signer: roles[signer]?.label ?? signer,
    })),
  };
}
