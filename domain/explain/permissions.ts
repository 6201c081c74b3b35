import { type CaseType, listOf } from '../define-case-type.ts';
import { type Part, partOf } from '../definition/parts.ts';
import { roleLabel } from './labels.ts';

/** That a role may give a command in a state; guards and the unit that holds the case may still refuse. */
export interface Permission {
  readonly type: string;
  readonly version: number;
  readonly state: string;
  readonly stateLabel: string;
  readonly command: string;
  readonly label: string;
  /** `system` for what happens by itself. */
  readonly role: string;
  readonly roleLabel: string;
  /** What the own unit must be in the case; empty for those who act on every case. */
  readonly part: Part | '';
}

/** Every state, command and role of a case type that go together, in the order of the definition. */
export const permissionsOf = (type: CaseType): readonly Permission[] =>
  Object.entries(type.states).flatMap(([state, { label }]) =>
    Object.entries(type.commands)
      .filter(([, { from }]) => listOf(from).includes(state))
      .flatMap(([command, spec]) =>
        listOf(spec.by).map(
          (role): Permission => ({
            type: type.id,
            version: type.version,
            state,
            stateLabel: label,
            command,
            label: spec.label,
            role,
            roleLabel: roleLabel(type, role),
            part: type.roles[role]?.at === 'unit' ? partOf(spec, type.roles[role]) : '',
          }),
        ),
      ),
  );

const COLUMNS: readonly (readonly [head: string, cell: (row: Permission) => string | number])[] = [
  ['type', ({ type }) => type],
  ['version', ({ version }) => version],
  ['state', ({ state }) => state],
  ['state_label', (row) => row.stateLabel],
  ['command', ({ command }) => command],
  ['label', ({ label }) => label],
  ['role', ({ role }) => role],
  ['role_label', (row) => row.roleLabel],
  ['part', ({ part }) => part],
];

/** The permissions of several case types as CSV with a header row (RFC 4180: CRLF after every line). */
export function permissionsCsv(types: readonly CaseType[]): string {
  const rows = types.flatMap(permissionsOf).map((row) => COLUMNS.map(([, cell]) => cell(row)));
  return [COLUMNS.map(([head]) => head), ...rows]
    .map((cells) => `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`)
    .join('');
}

const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
