import { DAY } from '../calendar/civil.ts';
import { type Actor, listOf, type Rules, type Step } from '../define-case-type.ts';
import { type Refusal, refusalText } from '../rejection.ts';
import { possible, SAMPLE_ACTOR, SAMPLE_NOW, type SampleCase } from './sample-cases.ts';
import { sampleInputs } from './sample-inputs.ts';

/** A guard of a command, and what it was seen to say. */
export interface GuardNote {
  /** The name of its function, or after its refusal where the function has none. */
  readonly name: string;
  /** Rules that it refuses by, in Chinese; empty where no sample was refused. */
  readonly rules: readonly string[];
}

type AnyGuard = (step: Step<object, unknown>) => Refusal | undefined;

/** The guards of a command in the order in which they are asked, tried on samples to hear what they refuse. */
export function guardNotes(
  rules: Rules,
  command: string,
  samples: readonly SampleCase[],
): readonly GuardNote[] {
  const known = KNOWN.get(samples) ?? new Map<string, readonly GuardNote[]>();
  KNOWN.set(samples, known);
  const notes = known.get(command) ?? tried(rules, command, samples);
  known.set(command, notes);
  return notes;
}

/** What was found of a command's guards on some samples: trying them takes long, and several ask for it. */
const KNOWN = new WeakMap<readonly SampleCase[], Map<string, readonly GuardNote[]>>();

function tried(
  rules: Rules,
  command: string,
  samples: readonly SampleCase[],
): readonly GuardNote[] {
  const spec = rules.type.commands[command];
  const guards = (spec?.refuse ?? []) as readonly AnyGuard[];
  if (!spec || guards.length === 0) return [];
  const from = listOf(spec.from);
  const inState = samples.filter(({ state }) => from.includes(state.stage));
  const attempts = trials([undefined, ...sampleInputs(spec.input)], actorsOf(listOf(spec.by)));
  return guards.map((guard) => {
    const refusals = refusalsOf(rules, guard, inState, attempts);
    const texts = refusals.map((refusal) => refusalText(refusal).rule);
    return { name: guard.name || camelCase(refusals[0]?.code), rules: [...new Set(texts)] };
  });
}

/** The first refusal that is found from each opening: what it says may depend on how a case began. */
function refusalsOf(
  rules: Rules,
  guard: AnyGuard,
  samples: readonly SampleCase[],
  attempts: readonly Trial[],
): readonly Refusal[] {
  const found = new Map<object, Refusal>();
  for (const { opening, state } of samples) {
    if (found.has(opening)) continue;
    const { facts, clocks, documents, links } = state;
    const refusal = firstOf(attempts, { ...rules, facts, clocks, documents, links }, guard);
    if (refusal) found.set(opening, refusal);
  }
  return [...found.values()];
}

/** Ten years on, every limit is over. */
const LATER = SAMPLE_NOW + 3_650 * DAY;

type Trial = Pick<Step<object, unknown>, 'input' | 'actor' | 'now'>;

const trials = (inputs: readonly unknown[], actors: readonly Actor[]): readonly Trial[] =>
  inputs.flatMap((input) =>
    actors.flatMap((actor) => [SAMPLE_NOW, LATER].map((now) => ({ input, actor, now }))),
  );

/** Whoever did everything so far, and somebody else, in each role that may. */
const actorsOf = (roles: readonly string[]): readonly Actor[] =>
  roles.flatMap((role) =>
    [SAMPLE_ACTOR, { ...SAMPLE_ACTOR, id: 'another' }].map((actor) => ({
      ...actor,
      roles: [role],
    })),
  );

function firstOf(
  attempts: readonly Trial[],
  seen: Omit<Step<object, unknown>, keyof Trial>,
  guard: AnyGuard,
): Refusal | undefined {
  // One object for all: hundreds of thousands of attempts are made.
  const step = { ...seen, input: undefined as unknown, actor: SAMPLE_ACTOR, now: SAMPLE_NOW };
  for (const attempt of attempts) {
    const refusal = possible(() => guard(Object.assign(step, attempt)));
    if (refusal) return refusal;
  }
  return undefined;
}

/** `SAME_PERSON` → `samePerson`. */
const camelCase = (code = 'UNNAMED'): string =>
  code.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
