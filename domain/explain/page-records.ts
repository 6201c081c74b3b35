import type { AnyCommandSpec, CaseType } from '../define-case-type.ts';
import { CONVERSIONS } from '../conversions.ts';
import { currentCaseType } from '../registry.ts';
import { commandLabel, roleLabel, stateLabel } from './labels.ts';
import { code, joined, lines, table } from './markdown.ts';

const commandsWith = (
  type: CaseType,
  holds: (spec: AnyCommandSpec) => boolean,
): readonly string[] =>
  Object.entries(type.commands).flatMap(([command, spec]) =>
    holds(spec) ? [commandLabel(type, command)] : [],
  );

/** The documents that it issues; undefined when there are none. */
export function documentsTable(type: CaseType): string | undefined {
  const documents = Object.entries(type.documents ?? {});
  if (documents.length === 0) return undefined;
  const rows = documents.map(([kind, { label, series, signer }]) => [
    lines([label, code(kind)]),
    series,
    roleLabel(type, signer),
    joined(commandsWith(type, ({ issues }) => issues === kind)),
    joined(commandsWith(type, ({ serves }) => serves === kind)),
  ]);
  return table(['document', 'series', 'signed by', 'issued by', 'service proved by'], rows);
}

const typeLabel = (id: string): string => currentCaseType(id)?.label ?? id;

/** What it becomes and comes from, what it is tied to and who takes notice; undefined when it stands alone. */
export function tiesTable(type: CaseType): string | undefined {
  const to = CONVERSIONS.filter(({ from }) => from === type.id).map(
    ({ to: other, trigger, source }) => [
      `becomes ${typeLabel(other)}`,
      joined(commandsWith(type, ({ converts }) => converts?.to === other)),
      trigger,
      source,
    ],
  );
  const from = CONVERSIONS.filter(({ to: one }) => one === type.id).map(
    ({ from: other, trigger }) => [`comes from ${typeLabel(other)}`, undefined, trigger, undefined],
  );
  const ties = Object.entries(type.commands).flatMap(([command, { links, unlinks }]) => {
    const kind = links ?? unlinks;
    if (kind === undefined) return [];
    const what = links === undefined ? `undoes ${kind}` : kind;
    return [[what, commandLabel(type, command), undefined, undefined]];
  });
  const rows = [...to, ...from, ...ties];
  return rows.length > 0 ? table(['tie', 'command', 'when', 'the source then'], rows) : undefined;
}

/** How a case ends: each way into an ended state, by whom, and what forbids it. */
export function endingsTable(type: CaseType, guards: (command: string) => string): string {
  const rows = Object.entries(type.commands).flatMap(([command, spec]) => {
    const { to } = spec;
    if (to === undefined || type.states[to]?.ended !== true) return [];
    return [[stateLabel(type, to), commandLabel(type, command), guards(command)]];
  });
  return table(['ended state', 'command', 'not while or unless'], rows);
}
