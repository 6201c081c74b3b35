import { type Instant, MINUTE } from '../../domain/calendar/civil.ts';
import { firstRefusal } from '../../domain/decider.ts';
import {
  type Actor,
  type AnyCommandSpec,
  type CaseType,
  previous,
} from '../../domain/define-case-type.ts';
import { documentNumber } from '../../domain/definition/documents.ts';
import { commandsFrom } from '../../domain/definition/indexes.ts';
import type { CaseLink } from '../../domain/definition/links.ts';
import type { CaseState } from '../../domain/case-state.ts';
import type { Refusal } from '../../domain/rejection.ts';
import type { Family } from './family.ts';
import { type Draw, inputFor, seal } from './inputs.ts';
import type { LivingCase } from './living-case.ts';
import { actorFor } from './people.ts';
import type { Random } from './random.ts';
import { count, type Tally } from './tally.ts';

/** Kinds of events after which people rather bring a case to its end than do anything else to it. */
const TIRED = 2;

/** How often somebody tries something else when the first thing was refused. */
const TRIES = 8;

interface Attempt {
  readonly command: string;
  readonly spec: AnyCommandSpec;
  readonly actor: Actor;
}

/** Somebody does something to a case; what is refused leaves it as it was. */
export function act(
  family: Family,
  one: LivingCase,
  now: Instant,
  random: Random,
  tally: Tally,
): void {
  // Clocks of machines go back now and then.
  const told = random.oneIn(40) ? now - random.below(2 * MINUTE) : now;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const attempt = attemptOn(one, random);
    if (!attempt) return;
    const { spec, actor } = attempt;
    const hidden = firstRefusal(one.rules, one.state, spec, actor, told);
    // Hardly anybody tries what the menu does not offer.
    if (hidden && !random.oneIn(16)) continue;
    const refusal = tryIt(family, one, attempt, told, random);
    if (hidden && !refusal) family.suspect(one, 'menu', `${attempt.command} was not offered`);
    count(tally, refusal ? `refused ${refusal.code}` : 'accepted');
    if (!refusal) return;
  }
}

function attemptOn(
  { rules: { type }, state, done }: LivingCase,
  random: Random,
): Attempt | undefined {
  const known = commandsFrom(type, state.stage);
  const weights = known.map(([, spec]) => {
    const ends = spec.to !== undefined && type.states[spec.to]?.ended === true;
    return (weightOf(type, spec) * (ends ? done.size / TIRED : 1)) / (done.has(spec.event) ? 3 : 1);
  });
  const chosen = random.weighted(known, weights);
  const actor = chosen && actorFor(type, state, chosen[1], random);
  return chosen && actor && { command: chosen[0], spec: chosen[1], actor };
}

const WEIGHTS = new WeakMap<AnyCommandSpec, number>();

/** Steps on weigh most, ends least; what only happens by itself nobody tries. */
function weightOf(type: CaseType, spec: AnyCommandSpec): number {
  const known = WEIGHTS.get(spec);
  if (known !== undefined) return known;
  const states = Object.keys(type.states).length;
  const { by, to } = spec;
  const stays = to === undefined || to === previous;
  const weight = by === 'system' ? 0 : stays ? 0.12 : 0.3 + (4 * followersOf(type, to)) / states;
  WEIGHTS.set(spec, weight);
  return weight;
}

/** How many states can follow a state. */
function followersOf(type: CaseType, state: string): number {
  const found = new Set<string>([state]);
  for (const from of found) {
    for (const [, { to }] of commandsFrom(type, from)) {
      if (to !== undefined && to !== previous) found.add(to);
    }
  }
  return found.size - 1;
}

function tryIt(
  family: Family,
  one: LivingCase,
  { command, spec, actor }: Attempt,
  now: Instant,
  random: Random,
): Refusal | undefined {
  const { rules, state } = one;
  const draw = drawFor(family, one, actor, now, random);
  const asked = { type: command, input: inputFor(spec.input, draw), actor };
  const other = spec.links === undefined ? undefined : otherThan(family, one, random);
  const decision = family.core.decide(rules, state, asked, now, other?.state);
  if (!decision.ok) return decision.refusal;
  const converted = family.convert(one, spec, actor, decision.input, draw);
  if (converted && 'code' in converted) return converted;
  const { role, happenedAt } = decision;
  const step = {
    command,
    actor,
    role,
    input: seal(spec.input, decision.input),
    ...(happenedAt !== undefined && { happenedAt }),
    ...numberFor(rules.type, state, spec, decision.input),
    linked: tiesOf(spec, other, converted?.link),
  };
  family.tell(one, state, spec, one.record(step, now), now);
  return undefined;
}

function drawFor(
  { cases }: Family,
  { state }: LivingCase,
  { unit }: Actor,
  now: Instant,
  random: Random,
): Draw {
  const documents = state.documents.map(({ number }) => number);
  return { random, now, unit, documents, cases: cases.map(({ number }) => number) };
}

function otherThan({ cases }: Family, one: LivingCase, random: Random): LivingCase | undefined {
  const others = cases.filter((each) => each !== one);
  return others.length > 0 ? random.one(others) : undefined;
}

const tiesOf = (
  { links }: AnyCommandSpec,
  other: LivingCase | undefined,
  converted: CaseLink | undefined,
): readonly CaseLink[] => [
  ...(links !== undefined && other ? [other.linkAs(links, 'to')] : []),
  ...(converted ? [converted] : []),
];

/** Stands in for the engine's number series. */
function numberFor(
  { documents }: CaseType,
  state: CaseState,
  { issues }: AnyCommandSpec,
  input: object,
): { readonly documentNumber?: string } {
  const series = documents?.[issues ?? '']?.series;
  if (series === undefined) return {};
  const written = (input as { readonly documentNumber?: string }).documentNumber;
  return { documentNumber: written ?? documentNumber(series, 2026, state.documents.length + 1) };
}
