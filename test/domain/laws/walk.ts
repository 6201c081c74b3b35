import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE } from '../../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState } from '../../../domain/case-state.ts';
import { commandSpec } from '../../../domain/decider.ts';
import { type Actor, type CaseType, listOf, previous } from '../../../domain/define-case-type.ts';
import type { Refusal } from '../../../domain/rejection.ts';
import { instantFields } from '../../../domain/sealing.ts';
import { wakeAt } from '../../../domain/timekeeping.ts';
import { availableCommands } from '../../../domain/views.ts';
import { CaseUnderTest, tryOpen } from '../../support/given.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { BEGINNINGS } from './beginnings.ts';
import { inputFor, withColleagues } from './inputs.ts';
import { integer, oneFrom } from './draw.ts';
import { peopleOf } from './people.ts';

/** What a case was after one step of a walk, with everything that was due recorded. */
export interface Stop {
  readonly now: Instant;
  readonly state: CaseState;
  readonly log: readonly CaseEvent[];
}

export interface Walk {
  readonly ticket: CaseUnderTest;
  readonly stops: readonly Stop[];
  readonly refusals: readonly Refusal[];
}

/** Enough to come through a case type's states, and back again; fewer where a walk may begin anywhere. */
const stepsFor = ({ id, states }: CaseType): number =>
  BEGINNINGS[id] ? 32 : Math.max(32, 4 * Object.keys(states).length);

/** How far the clock goes between two steps; now and then back, as clocks of machines do. */
const pause: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * MINUTE, max: 0 }) },
);

/** A date that an order sets years ahead is not waited for. */
const FAR = 100 * DAY;

/** Often straight to where something falls due, give or take a millisecond; in hasty walks only minutes on. */
function nextMoment(
  { rules, state, now }: CaseUnderTest,
  g: GeneratorValue,
  hasty: boolean,
): Instant {
  if (hasty) return now + integer(g, 0, 20) * MINUTE;
  const wake = wakeAt(rules.type, state);
  const near = wake !== undefined && wake - now < FAR;
  const toTheEdge = near && integer(g, 0, 3) === 0;
  return toTheEdge ? wake + integer(g, -1, 1) : now + g(() => pause);
}

/** Opens a case of a type and lets random people do random things to it at random times. */
export function walk(type: CaseType, g: GeneratorValue, steps: number = stepsFor(type)): Walk {
  const people = peopleOf(type);
  const ticket = begun(type, g) ?? opened(type, g, people);
  const hasty = integer(g, 0, 2) === 0;
  const stops: Stop[] = [];
  const refusals: Refusal[] = [];
  const stop = () => stops.push({ now: ticket.now, state: ticket.state, log: [...ticket.events] });
  stop();
  for (let step = 0; step < steps; step += 1) {
    ticket.when(nextMoment(ticket, g, hasty));
    stop();
    const refusal = act(ticket, g, people);
    if (refusal) refusals.push(refusal);
    stop();
    if (type.states[ticket.state.stage]?.final && step % 4 === 3) break;
  }
  return { ticket, stops, refusals };
}

/** Mostly somewhere on its way, where the type is a long one. */
function begun({ id, states }: CaseType, g: GeneratorValue): CaseUnderTest | undefined {
  const beginnings = Object.entries(BEGINNINGS[id] ?? {}).filter(
    ([state]) => !states[state]?.final,
  );
  if (beginnings.length === 0 || integer(g, 0, 3) === 0) return undefined;
  return oneFrom(g, beginnings)[1]();
}

function opened(type: CaseType, g: GeneratorValue, people: readonly Actor[]): CaseUnderTest {
  const now = g(() => anyInstant);
  const receivedAt = Math.max(at('2024-01-01'), now - integer(g, 0, 5 * DAY));
  const dates = instantFields(type.opens.input);
  const receipt = dates.find((name) => name === 'receivedAt') ?? dates[0] ?? 'receivedAt';
  const input = {
    ...inputFor(type.opens.input, g, false, { now: receivedAt }),
    [receipt]: receivedAt,
  };
  const by = people.filter(({ roles }) =>
    roles.some((role) => listOf(type.opens.by).includes(role)),
  );
  const ticket = tryOpen(type, now, oneFrom(g, by), input);
  if (!(ticket instanceof CaseUnderTest)) throw new Error(JSON.stringify(ticket));
  return ticket;
}

interface Attempt {
  readonly actor: Actor;
  readonly command: string;
}

/** How many people happen to be there at a step. */
const CROWD = 12;

/** Different people at every step, spread over all roles and units. */
function someOf(people: readonly Actor[], g: GeneratorValue): readonly Actor[] {
  if (people.length <= CROWD) return people;
  const first = integer(g, 0, people.length - 1);
  const apart = Math.ceil(people.length / CROWD);
  return people.filter((_, i) => (i + first) % apart === 0);
}

/** Mostly something that the menu offers and that does not end everything, often a step on; sometimes anything by anybody. */
function attemptOf(ticket: CaseUnderTest, g: GeneratorValue, people: readonly Actor[]): Attempt {
  const { commands } = ticket.rules.type;
  const offered = someOf(people, g).flatMap((actor) =>
    availableCommands(ticket.rules, ticket.state, actor, ticket.now)
      .filter(({ allowed }) => allowed)
      .map(({ command }): Attempt => ({ actor, command })),
  );
  const lasting = offered.filter(({ command }) => leavesRoom(ticket, commands[command]?.to));
  const dice = integer(g, 0, 9);
  const choice = dice > 1 ? lasting : dice === 1 ? offered : [];
  if (choice.length === 0) {
    const command = oneFrom(g, Object.keys(commands));
    return { actor: oneFrom(g, people), command };
  }
  const ahead = choice.filter(({ command }) => aheadOf(ticket, command) > 0);
  const fresh = choice.filter(({ command }) => isFresh(ticket, command));
  const bent = integer(g, 0, 7);
  if (bent > 4 && ahead.length > 0) return further(ticket, g, ahead);
  return anyOf(g, bent > 1 && fresh.length > 0 ? fresh : choice);
}

/** It is no end, nor a corner from which hardly anything follows while much still could. */
function leavesRoom({ rules: { type }, state }: CaseUnderTest, to: string | undefined): boolean {
  if (to === undefined || to === previous) return true;
  const some = Object.keys(type.states).length / 4;
  const corner = (one: string): boolean => reachedFrom(type, one).length < some;
  return !type.states[to]?.final && (corner(state.stage) || !corner(to));
}

/** One of the commands alike, however many may give it. */
function anyOf(g: GeneratorValue, attempts: readonly Attempt[]): Attempt {
  const command = oneFrom(g, [...new Set(attempts.map((one) => one.command))]);
  return oneFrom(
    g,
    attempts.filter((one) => one.command === command),
  );
}

/** It leaves the case where it is, and has not been done to it yet. */
function isFresh({ rules, events }: CaseUnderTest, command: string): boolean {
  const { to, event } = rules.type.commands[command] ?? {};
  return to === undefined && !events.some(({ type }) => type === event);
}

/** The best of three that lead somewhere new: types of many states are walked to their ends, too. */
function further(ticket: CaseUnderTest, g: GeneratorValue, ahead: readonly Attempt[]): Attempt {
  const drawn = [1, 2, 3].map(() => anyOf(g, ahead));
  return drawn.reduce((best, one) =>
    aheadOf(ticket, one.command) > aheadOf(ticket, best.command) ? one : best,
  );
}

/** How many states that the case has not been in can be reached by a command that leads into one; 0 for all others. */
function aheadOf({ rules: { type }, events }: CaseUnderTest, command: string): number {
  const { to } = type.commands[command] ?? {};
  if (to === undefined || to === previous) return 0;
  const seen = new Set(events.flatMap(({ data }) => ('to' in data && data.to ? [data.to] : [])));
  return seen.has(to) ? 0 : reachedFrom(type, to).filter((state) => !seen.has(state)).length;
}

const REACHED = new Map<string, readonly string[]>();

/** A state and all that can follow it. */
function reachedFrom(type: CaseType, state: string): readonly string[] {
  const key = `${type.id} ${type.version} ${state}`;
  const known = REACHED.get(key);
  if (known) return known;
  const found = new Set([state]);
  for (const from of found) {
    for (const spec of Object.values(type.commands)) {
      if (listOf(spec.from).includes(from) && spec.to !== undefined && spec.to !== previous) {
        found.add(spec.to);
      }
    }
  }
  REACHED.set(key, [...found]);
  return [...found];
}

function act(
  ticket: CaseUnderTest,
  g: GeneratorValue,
  people: readonly Actor[],
): Refusal | undefined {
  const { actor, command } = attemptOf(ticket, g, people);
  const spec = commandSpec(ticket.rules.type, command);
  if (!spec) throw new Error(`no command ${command}`);
  const documents = ticket.state.documents.map(({ number }) => number);
  const cases = ticket.state.links.map(({ number }) => number);
  const about = { now: ticket.now, unit: actor.unit, documents, cases };
  const input = inputFor(spec.input, g, g(fc.boolean), about);
  const named = withColleagues(spec.input, input, actor, people);
  return ticket.try(command, actor, named.length > 0 ? oneFrom(g, named) : input);
}
