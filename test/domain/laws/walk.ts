import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE } from '../../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState } from '../../../domain/case-state.ts';
import { commandSpec } from '../../../domain/decider.ts';
import { type Actor, type CaseType, listOf } from '../../../domain/define-case-type.ts';
import type { Refusal } from '../../../domain/rejection.ts';
import { wakeAt } from '../../../domain/timekeeping.ts';
import { availableCommands } from '../../../domain/views.ts';
import { CaseUnderTest, tryOpen } from '../../support/given.ts';
import { anyInstant, at } from '../../support/moments.ts';
import { inputFor } from './inputs.ts';
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

const STEPS = 32;

/** How far the clock goes between two steps; now and then back, as clocks of machines do. */
const pause: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 * HOUR }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * MINUTE, max: 0 }) },
);

/** Often straight to where something falls due, give or take a millisecond. */
function nextMoment({ rules, state, now }: CaseUnderTest, g: GeneratorValue): Instant {
  const wake = wakeAt(rules.type, state);
  const toTheEdge = wake !== undefined && g(fc.integer, { min: 0, max: 3 }) === 0;
  return toTheEdge ? wake + g(fc.integer, { min: -1, max: 1 }) : now + g(() => pause);
}

/** Opens a case of a type and lets random people do random things to it at random times. */
export function walk(type: CaseType, g: GeneratorValue): Walk {
  const people = peopleOf(type);
  const ticket = opened(type, g, people);
  const stops: Stop[] = [];
  const refusals: Refusal[] = [];
  const stop = () => stops.push({ now: ticket.now, state: ticket.state, log: [...ticket.events] });
  stop();
  for (let step = 0; step < STEPS; step += 1) {
    ticket.when(nextMoment(ticket, g));
    stop();
    const refusal = act(ticket, g, people);
    if (refusal) refusals.push(refusal);
    stop();
    if (type.states[ticket.state.stage]?.final && step % 4 === 3) break;
  }
  return { ticket, stops, refusals };
}

function opened(type: CaseType, g: GeneratorValue, people: readonly Actor[]): CaseUnderTest {
  const now = g(() => anyInstant);
  const receivedAt = Math.max(at('2024-01-01'), now - g(fc.integer, { min: 0, max: 5 * DAY }));
  const input = { ...inputFor(type.opens.input, g, false), receivedAt };
  const by = people.filter(({ roles }) =>
    roles.some((role) => listOf(type.opens.by).includes(role)),
  );
  const ticket = tryOpen(type, now, g(fc.constantFrom, ...by), input);
  if (!(ticket instanceof CaseUnderTest)) throw new Error(JSON.stringify(ticket));
  return ticket;
}

interface Attempt {
  readonly actor: Actor;
  readonly command: string;
}

/** Mostly something that the menu offers and that does not end everything, sometimes anything by anybody. */
function attemptOf(ticket: CaseUnderTest, g: GeneratorValue, people: readonly Actor[]): Attempt {
  const { commands, states } = ticket.rules.type;
  const offered = people.flatMap((actor) =>
    availableCommands(ticket.rules, ticket.state, actor, ticket.now)
      .filter(({ allowed }) => allowed)
      .map(({ command }): Attempt => ({ actor, command })),
  );
  const lasting = offered.filter(({ command }) => !states[commands[command]?.to ?? '']?.final);
  const dice = g(fc.integer, { min: 0, max: 9 });
  const choice = dice > 1 ? lasting : dice === 1 ? offered : [];
  if (choice.length === 0) {
    const command = g(fc.constantFrom, ...Object.keys(commands));
    return { actor: g(fc.constantFrom, ...people), command };
  }
  const command = g(fc.constantFrom, ...new Set(choice.map((one) => one.command)));
  return g(fc.constantFrom, ...choice.filter((one) => one.command === command));
}

function act(
  ticket: CaseUnderTest,
  g: GeneratorValue,
  people: readonly Actor[],
): Refusal | undefined {
  const { actor, command } = attemptOf(ticket, g, people);
  const spec = commandSpec(ticket.rules.type, command);
  if (!spec) throw new Error(`no command ${command}`);
  return ticket.try(command, actor, inputFor(spec.input, g, g(fc.boolean)));
}
