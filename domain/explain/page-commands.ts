import { type AnyCommandSpec, type CaseType, listOf, previous } from '../define-case-type.ts';
import { type Part, partOf } from '../definition/parts.ts';
import { targetsOf } from './arrows.ts';
import type { CaseTypeFacts } from './case-type-facts.ts';
import { type ClockEffects, clockEffects } from './clock-rules.ts';
import { type GuardNote, guardNotes } from './guards.ts';
import { type InputField, inputFields } from './input-fields.ts';
import { clockLabel, lapsesOf, roleLabel, stateLabel } from './labels.ts';
import { code, joined, lines, table } from './markdown.ts';

/** The opening and every command: who, from where to where, with what, and what follows from it. */
export function commandsSection(facts: CaseTypeFacts): string {
  const { type } = facts.rules;
  const commands = Object.entries(type.commands).map(([command, spec]) => [
    lines([spec.label, code(command), code(spec.event)]),
    whoText(type, command, spec),
    lines(listOf(spec.from).map((state) => stateLabel(type, state))),
    toText(type, command, spec),
    inputText(spec.input),
    effectsText(type, clockEffects(type, spec.event, command)),
    guardsText(facts, command),
    noticeText(type, spec),
  ]);
  return table(
    ['command', 'who', 'from', 'to', 'input', 'clocks', 'guards', 'told'],
    [openingRow(type), ...commands],
  );
}

const openingRow = (type: CaseType): readonly (string | undefined)[] => [
  lines([type.opens.label, '(opens the case)', code(type.opens.event)]),
  lines(listOf(type.opens.by).map((role) => roleLabel(type, role))),
  undefined,
  stateLabel(type, type.opens.to),
  inputText(type.opens.input),
  effectsText(type, clockEffects(type, type.opens.event)),
  undefined,
  undefined,
];

function whoText(type: CaseType, command: string, { by, part }: AnyCommandSpec): string {
  const lapses = lapsesOf(type, command).map((clock) => clockLabel(type, clock));
  const itself = joined(lapses.map((label) => `by itself when ${label} lapses`));
  const roles = listOf(by).map((role) =>
    placed(type, role, partOf({ ...(part && { part }) }, type.roles[role])),
  );
  return lines([...roles, itself]);
}

/** A role with what its unit must be in the case, where it must be anything. */
const placed = (type: CaseType, role: string, part: Part): string =>
  type.roles[role]?.at === 'unit'
    ? `${roleLabel(type, role)} (${part} unit)`
    : roleLabel(type, role);

function toText(type: CaseType, command: string, { to }: AnyCommandSpec): string {
  if (to === undefined) return 'stays';
  if (to !== previous) return stateLabel(type, to);
  return lines([
    'back to where it was:',
    ...targetsOf(type, command).map((state) => stateLabel(type, state)),
  ]);
}

const inputText = (schema: AnyCommandSpec['input']): string =>
  lines(inputFields(schema).map(fieldText));

function fieldText(field: InputField): string {
  const { title, required, requiredWhen, choices, fields } = field;
  const need = required === 'conditional' ? ` (required when ${requiredWhen})` : '';
  const within = choices ?? fields?.map(fieldText);
  return `${title}${required === true ? ' (required)' : need}${within ? `: ${within.join(' / ')}` : ''}`;
}

/** What is done to clocks, a line for each kind of thing. */
function effectsText(type: CaseType, effects: ClockEffects): string {
  const line = (verb: string, clocks: readonly string[]): string | undefined => {
    const labels = joined(clocks.map((clock) => clockLabel(type, clock)));
    return labels && `${verb} ${labels}`;
  };
  return lines([
    line('starts', effects.starts),
    line('ends', effects.ends),
    effects.endsOthers ? 'ends every clock that runs' : undefined,
    line('stops', effects.pauses),
    line('sets going', effects.resumes),
    line('extends', effects.extends),
  ]);
}

/** The guards of a command with their rules, a line each. */
export const guardsText = (facts: CaseTypeFacts, command: string): string =>
  lines(guardNotes(facts.rules, command, facts.samples).map(guardText));

const guardText = ({ name, rules }: GuardNote): string =>
  rules.length > 0 ? `${code(name)}: ${rules.join(' / ')}` : code(name);

function noticeText(type: CaseType, { notify = [], notifyAt, sends }: AnyCommandSpec): string {
  const at = notifyAt === 'subject' ? ' (of the unit that it is about)' : '';
  return lines([
    ...notify.map((role) => `${roleLabel(type, role)}${at}`),
    sends ? 'and the configured receiver' : undefined,
  ]);
}
