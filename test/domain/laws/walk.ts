import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import { DAY, HOUR, type Instant, MINUTE } from '../../../domain/calendar/civil.ts';
import type { CaseEvent, CaseState } from '../../../domain/case-state.ts';
import { commandSpec } from '../../../domain/decider.ts';
import { type Actor, type CaseType, listOf } from '../../../domain/define-case-type.ts';
import type { Refusal } from '../../../domain/rejection.ts';
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

const STEPS = 24;

/** How far the clock goes between two steps; now and then back, as clocks of machines do. */
const pause: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 * HOUR }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
  { weight: 1, arbitrary: fc.integer({ min: -2 * MINUTE, max: 0 }) },
);

/** Opens a case of a type and lets random people do random things to it at random times. */
export function walk(type: CaseType, g: GeneratorValue): Walk {
  const people = peopleOf(type);
  const ticket = opened(type, g, people);
  const stops: Stop[] = [];
  const refusals: Refusal[] = [];
  const stop = () => stops.push({ now: ticket.now, state: ticket.state, log: [...ticket.events] });
  stop();
  for (let step = 0; step < STEPS; step += 1) {
    ticket.when(ticket.now + g(() => pause));
    stop();
    const refusal = act(ticket, g, people);
    if (refusal) refusals.push(refusal);
    stop();
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

/** Mostly something that the menu offers, sometimes anything by anybody. */
function act(
  ticket: CaseUnderTest,
  g: GeneratorValue,
  people: readonly Actor[],
): Refusal | undefined {
  const { type } = ticket.rules;
  const offered = people.flatMap((actor) =>
    availableCommands(ticket.rules, ticket.state, actor, ticket.now)
      .filter(({ allowed }) => allowed)
      .map(({ command }) => ({ actor, command })),
  );
  const wild = offered.length === 0 || g(fc.integer, { min: 0, max: 9 }) === 0;
  const { actor, command } = wild
    ? {
        actor: g(fc.constantFrom, ...people),
        command: g(fc.constantFrom, ...Object.keys(type.commands)),
      }
    : g(fc.constantFrom, ...offered);
  const spec = commandSpec(type, command);
  if (!spec) throw new Error(`no command ${command}`);
  return ticket.try(command, actor, inputFor(spec.input, g, g(fc.boolean)));
}
