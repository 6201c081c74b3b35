import type { CaseType } from '../define-case-type.ts';
import { type Arrow, arrowsOf, standingCommands } from './arrows.ts';
import { commandLabel, lapsesOf } from './labels.ts';

/** Marks on an arrow: what happens by itself, and what people do unless it happens by itself first. */
const AUTOMATIC = '(自动)';
const OR_AUTOMATIC = '(或自动)';

/**
 * A case type as a Mermaid state diagram. Arrows carry the labels of commands, those between the same two states
 * share one; 自动 marks what happens by itself when a clock lapses. Ended states are filled, final ones lead to the end.
 * Standing commands are left out.
 */
export function diagram(type: CaseType): string {
  const states = Object.entries(type.states);
  const ended = states.filter(([, spec]) => spec.ended).map(([state]) => state);
  const standing = standingCommands(type);
  const drawn = arrowsOf(type).filter(({ command }) => !standing.includes(command));
  return [
    'stateDiagram-v2',
    ...states.map(([state, { label }]) => `  state "${plain(label)}" as ${state}`),
    `  [*] --> ${type.opens.to}: ${plain(type.opens.label)}`,
    ...bundled(drawn).map((arrows) => arrowLine(type, arrows)),
    ...states.filter(([, spec]) => spec.final).map(([state]) => `  ${state} --> [*]`),
    ...(ended.length > 0
      ? ['  classDef ended fill:#e8e8e8,stroke:#888', `  class ${ended.join(',')} ended`]
      : []),
  ]
    .join('\n')
    .concat('\n');
}

/** Arrows between the same two states, together; they follow one another already. */
function bundled(arrows: readonly Arrow[]): readonly (readonly Arrow[])[] {
  const bundles = new Map<string, Arrow[]>();
  for (const arrow of arrows) {
    const ends = `${arrow.from} ${arrow.to}`;
    bundles.set(ends, [...(bundles.get(ends) ?? []), arrow]);
  }
  return [...bundles.values()];
}

function arrowLine(type: CaseType, arrows: readonly Arrow[]): string {
  const [first] = arrows;
  const labels = arrows.map(
    ({ command }) => plain(commandLabel(type, command)) + mark(type, command),
  );
  return `  ${first?.from} --> ${first?.to}: ${labels.join('<br/>')}`;
}

function mark(type: CaseType, command: string): string {
  if (type.commands[command]?.by === 'system') return AUTOMATIC;
  return lapsesOf(type, command).length > 0 ? OR_AUTOMATIC : '';
}

/** Without what would end a label or begin an entity in Mermaid's grammar. */
const plain = (label: string): string =>
  label
    .replaceAll(/\s+/g, ' ')
    .replaceAll(':', '：')
    .replaceAll(';', '；')
    .replaceAll('#', '＃')
    .replaceAll('"', '”');
