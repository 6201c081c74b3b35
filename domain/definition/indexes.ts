import { type AnyCommandSpec, type CaseType, listOf } from '../define-case-type.ts';

type Command = readonly [name: string, spec: AnyCommandSpec];
type Clock = readonly [name: string, spec: CaseType['clocks'][string]];

/** What is asked of a definition at every step of every case: looked up once for each type, since none ever changes. */
interface Indexes {
  readonly byStage: ReadonlyMap<string, readonly Command[]>;
  readonly byEvent: ReadonlyMap<string, Command>;
  readonly clocksByStart: ReadonlyMap<string, readonly Clock[]>;
}

const INDEXES = new WeakMap<CaseType, Indexes>();

function indexesOf(type: CaseType): Indexes {
  const known = INDEXES.get(type);
  if (known) return known;
  const commands = Object.entries(type.commands);
  const clocks = Object.entries(type.clocks);
  const found = {
    byStage: grouped(commands, ([, { from }]) => listOf(from)),
    byEvent: new Map(commands.toReversed().map((command) => [command[1].event, command])),
    clocksByStart: grouped(clocks, ([, { starts }]) => starts),
  };
  INDEXES.set(type, found);
  return found;
}

function grouped<T>(
  all: readonly T[],
  keysOf: (one: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

/** The commands that a stage knows, in the order of the definition. */
export const commandsFrom = (type: CaseType, stage: string): readonly Command[] =>
  indexesOf(type).byStage.get(stage) ?? [];

/** The command whose success an event tells of; the first of those that share one. */
export const commandByEvent = (type: CaseType, event: string): Command | undefined =>
  indexesOf(type).byEvent.get(event);

/** The clocks that an event may start, in the order of the definition. */
export const clocksStartedBy = (type: CaseType, event: string): readonly Clock[] =>
  indexesOf(type).clocksByStart.get(event) ?? [];
