import { type CaseType, listOf, previous } from '../define-case-type.ts';

/** A way that a command leads: back to the same state where it leaves a case in place. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly command: string;
}

/**
 * Every way of a case type, in the order of its states and commands. A command that leads back to where the case came
 * from has a way to each state that its own can be entered from.
 */
export function arrowsOf(type: CaseType): readonly Arrow[] {
  const known = ARROWS.get(type) ?? found(type);
  ARROWS.set(type, known);
  return known;
}

/** A definition never changes; its ways are asked for again and again. */
const ARROWS = new WeakMap<CaseType, readonly Arrow[]>();

function found(type: CaseType): readonly Arrow[] {
  const straight = Object.entries(type.commands).flatMap(([command, { from, to }]) =>
    to === previous
      ? []
      : listOf(from).map((state): Arrow => ({ from: state, to: to ?? state, command })),
  );
  return inOrder(type, withWaysBack(type, straight));
}

/** Ways back open further ways back, until there are no more. */
function withWaysBack(type: CaseType, arrows: readonly Arrow[]): readonly Arrow[] {
  const back = Object.entries(type.commands)
    .filter(([, { to }]) => to === previous)
    .flatMap(([command, { from }]) =>
      listOf(from).flatMap((state) =>
        originsOf(arrows, state).map((to): Arrow => ({ from: state, to, command })),
      ),
    );
  const known = new Set(arrows.map(keyOf));
  const added = back.filter((arrow) => !known.has(keyOf(arrow)));
  return added.length > 0 ? withWaysBack(type, [...arrows, ...added]) : arrows;
}

/** From where a state is entered: what stays in place does not enter it. */
const originsOf = (arrows: readonly Arrow[], state: string): readonly string[] => [
  ...new Set(
    arrows.filter(({ from, to }) => to === state && from !== state).map(({ from }) => from),
  ),
];

const keyOf = ({ from, to, command }: Arrow): string => [from, to, command].join(' ');

function inOrder(type: CaseType, arrows: readonly Arrow[]): readonly Arrow[] {
  const states = Object.keys(type.states);
  const commands = Object.keys(type.commands);
  const place = ({ from, to, command }: Arrow): number =>
    (states.indexOf(from) * states.length + states.indexOf(to)) * commands.length +
    commands.indexOf(command);
  return arrows.toSorted((a, b) => place(a) - place(b));
}

/**
 * Commands that leave a case in place and are possible in half or more of the states that have not ended: drawn in each
 * of them they would hide the others.
 */
export function standingCommands(type: CaseType): readonly string[] {
  const open = Object.values(type.states).filter(({ ended }) => !ended).length;
  return Object.keys(type.commands).filter((command) => {
    const { from = [], to } = type.commands[command] ?? {};
    return to === undefined && listOf(from).length > 3 && listOf(from).length * 2 >= open;
  });
}

/** Where a command can lead from a state, or from any of its own. */
export const targetsOf = (type: CaseType, command: string, state?: string): readonly string[] => [
  ...new Set(
    arrowsOf(type)
      .filter((arrow) => arrow.command === command && (state === undefined || arrow.from === state))
      .map(({ to }) => to),
  ),
];
