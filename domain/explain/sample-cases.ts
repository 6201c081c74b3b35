import { dayNumber, HOUR, instantOf } from '../calendar/civil.ts';
import type { CaseState } from '../case-state.ts';
import { type Actor, listOf, type Rules } from '../define-case-type.ts';
import { evolve } from '../evolve.ts';
import { openingEvent, stepEvent, SYSTEM } from '../step-events.ts';
import { type SampleInput, sampleInputs, sealedInput } from './sample-inputs.ts';

/** A case as it may come to be, and the step that led to it; the opening has none. */
export interface SampleCase {
  /** The case as it was opened; the same object for all that follow from it. */
  readonly opening: CaseState;
  readonly state: CaseState;
  readonly step?: { readonly command: string; readonly before: CaseState };
}

/** What is tried: the inputs of each command are made once. */
interface Trial {
  readonly rules: Rules;
  readonly inputs: ReadonlyMap<string, readonly SampleInput[]>;
}

/** Nine on a Monday: any moment serves, no rule is told of another. */
export const SAMPLE_NOW = instantOf(dayNumber('2025-03-03'), 9 * HOUR);

/** Does everything in a sample, so that rules against one person doing two things can be seen to refuse. */
export const SAMPLE_ACTOR: Actor = { id: 'sample', kind: 'person', unit: 'sample', roles: [] };

/** How often one command is given again: more than any count of times that a policy sets for it. */
const AGAIN = 4;

/**
 * Cases that show what a definition's functions of facts can answer, which limits a clock can have and when a guard
 * refuses: openings with every choice, beside much and beside little else; from the first, every command in every state that it is possible in, with
 * every choice, after it every next command and one more, and each command several times over; from the others less.
 * States are kept to, guards are not asked: they are what is looked for.
 */
export function sampleCases(rules: Rules): readonly SampleCase[] {
  const commands = Object.entries(rules.type.commands);
  const trial: Trial = {
    rules,
    inputs: new Map(commands.map(([command, { input }]) => [command, sampleInputs(input)])),
  };
  const openings = distinct(openingsOf(rules));
  const first = openings[0];
  return [
    ...openings,
    ...(first ? fromFirst(trial, first) : []),
    ...openings.slice(1).flatMap((opening) => fromOther(trial, opening)),
    ...(first ? commands.flatMap(([command]) => again(trial, first, command)) : []),
  ];
}

function openingsOf(rules: Rules): readonly SampleCase[] {
  const { opens } = rules.type;
  const times = { now: SAMPLE_NOW, receivedAt: SAMPLE_NOW };
  const who = { actor: SAMPLE_ACTOR, role: listOf(opens.by)[0] ?? '' };
  const inputs = [...sampleInputs(opens.input), ...sampleInputs(opens.input, true)];
  return inputs.map((input) => {
    const event = openingEvent(rules, 'sample', who, sealedInput(opens.input, input), times);
    const state = evolve(undefined, event);
    return { opening: state, state };
  });
}

/** From one opening everything is tried, */
function fromFirst(trial: Trial, opening: SampleCase): readonly SampleCase[] {
  const ways = [...waysFrom(trial, opening).values()];
  const once = distinct(
    ways.flatMap((sample) =>
      commandsIn(trial, sample).flatMap((command) => everyStep(trial, sample, command)),
    ),
  );
  const next = oneOfEach(once).flatMap((sample) =>
    commandsIn(trial, sample).flatMap((command) => firstStep(trial, sample, command)),
  );
  const third = oneOfEach(next).flatMap((sample) =>
    commandsIn(trial, sample).flatMap((command) => firstStep(trial, sample, command)),
  );
  return [...once, ...next, ...third];
}

/** One sample for each command and the state that it has led to from each. */
const oneOfEach = (samples: readonly SampleCase[]): readonly SampleCase[] => [
  ...new Map(
    samples
      .toReversed()
      .map((sample) => [
        [sample.step?.command, sample.step?.before.stage, sample.state.stage].join(),
        sample,
      ]),
  ).values(),
];

/** from the others what shows how an opening matters: every command in every state, with its first choices. */
function fromOther(trial: Trial, opening: SampleCase): readonly SampleCase[] {
  const ways = [...waysFrom(trial, opening).values()];
  return distinct(
    ways.flatMap((sample) =>
      commandsIn(trial, sample).flatMap((command) => firstStep(trial, sample, command)),
    ),
  );
}

/** One case in each state that can be reached, by the fewest steps; no further than to one of the states wanted. */
function waysFrom(
  trial: Trial,
  opening: SampleCase,
  wanted: readonly string[] = [],
): ReadonlyMap<string, SampleCase> {
  const ways = new Map([[opening.state.stage, opening]]);
  for (const way of ways.values()) {
    if (wanted.some((state) => ways.has(state))) break;
    for (const command of commandsIn(trial, way)) {
      for (const sample of firstStep(trial, way, command)) {
        if (!ways.has(sample.state.stage)) ways.set(sample.state.stage, sample);
      }
    }
  }
  return ways;
}

/** One command several times, by the shortest way round each time. */
function again(trial: Trial, opening: SampleCase, command: string): readonly SampleCase[] {
  const from = listOf(trial.rules.type.commands[command]?.from ?? []);
  const found: SampleCase[] = [];
  for (let times = 0; times < AGAIN; times += 1) {
    const ways = waysFrom(trial, found.at(-1) ?? opening, from);
    const way = from.map((state) => ways.get(state)).find((sample) => sample !== undefined);
    const sample = way && firstStep(trial, way, command)[0];
    if (!sample) break;
    found.push(sample);
  }
  return found;
}

const commandsIn = ({ rules: { type } }: Trial, { state }: SampleCase): readonly string[] =>
  Object.keys(type.commands).filter((command) =>
    listOf(type.commands[command]?.from ?? []).includes(state.stage),
  );

/** One command with every choice of its input. */
const everyStep = (trial: Trial, from: SampleCase, command: string): readonly SampleCase[] =>
  (trial.inputs.get(command) ?? []).flatMap((input) => stepWith(trial.rules, from, command, input));

/** One command with the first choices; none when it is not possible with these facts. */
const firstStep = (trial: Trial, from: SampleCase, command: string): readonly SampleCase[] =>
  (trial.inputs.get(command) ?? [])
    .slice(0, 1)
    .flatMap((input) => stepWith(trial.rules, from, command, input));

function stepWith(
  rules: Rules,
  { opening, state: before }: SampleCase,
  command: string,
  input: SampleInput,
): readonly SampleCase[] {
  const spec = rules.type.commands[command];
  if (!spec) return [];
  const role = listOf(spec.by)[0] ?? '';
  const actor = role === 'system' ? SYSTEM : SAMPLE_ACTOR;
  const sealed = sealedInput(spec.input, input);
  const step = { command, actor, role, input: sealed, documentNumber: `sample-${before.version}` };
  const state = possible(() => evolve(before, stepEvent(rules, before, step, SAMPLE_NOW)));
  return state ? [{ opening, state, step: { command, before } }] : [];
}

/** A definition may rely on its guards and throw on facts that they never let come to be: undefined, then. */
export function possible<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

/** Samples that differ in facts, state or clocks. */
function distinct(samples: readonly SampleCase[]): readonly SampleCase[] {
  const byLook = new Map<string, SampleCase>();
  for (const sample of samples) {
    const { stage, cameFrom, facts, clocks } = sample.state;
    const running = clocks.map(({ clock, limitKey, endedAt, revision }) =>
      [clock, limitKey, endedAt, revision].join(),
    );
    const look = JSON.stringify([sample.step?.command, stage, cameFrom, facts, running]);
    if (!byLook.has(look)) byLook.set(look, sample);
  }
  return [...byLook.values()];
}
