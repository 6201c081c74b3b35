import { describe, expect, test } from '@jest/globals';
import {
  type AnyCommandSpec,
  type CaseType,
  listOf,
  previous,
} from '../../domain/define-case-type.ts';
import { deadlineOf } from '../../domain/policy/policy.ts';
import { CASE_TYPES, RELEASED } from '../../domain/registry.ts';
import { levelEvent } from '../../domain/clocks/level-event.ts';

type Arrow = readonly [from: string, to: string];

/** Every arrow of a case type. `previous` leads back to wherever its states can be entered from. */
function arrowsOf(type: CaseType): readonly Arrow[] {
  const commands = Object.values(type.commands);
  const straight = commands.flatMap((spec) => direct(spec));
  const back = commands
    .filter(({ to }) => to === previous)
    .flatMap(({ from }) => listOf(from))
    .flatMap((from) =>
      straight.filter(([, to]) => to === from).map(([origin]): Arrow => [from, origin]),
    );
  return [...straight, ...back];
}

const direct = ({ from, to }: AnyCommandSpec): readonly Arrow[] =>
  to === undefined || to === previous ? [] : listOf(from).map((state): Arrow => [state, to]);

/** What is reached from a set of states by following arrows. */
function reached(from: readonly string[], arrows: readonly Arrow[]): readonly string[] {
  const seen = new Set(from);
  for (const state of seen) {
    for (const [origin, to] of arrows) if (origin === state) seen.add(to);
  }
  return [...seen].sort();
}

/** Every key that a limit can be. */
const keysOf = (limit: CaseType['clocks'][string]['limit']): readonly string[] =>
  typeof limit === 'function' ? limit.keys : [limit];

describe.each(CASE_TYPES)('the graph of $id v$version', (type) => {
  const arrows = arrowsOf(type);
  const states = Object.keys(type.states).sort();
  const finals = states.filter((state) => type.states[state]?.final);

  test('every state is reached from the opening', () => {
    expect(reached([type.opens.to], arrows)).toEqual(states);
  });

  test('every state can come to a final one', () => {
    const backwards = arrows.map(([from, to]): Arrow => [to, from]);
    expect(reached(finals, backwards)).toEqual(states);
  });

  test('nothing leaves a final state, and a final state has ended', () => {
    expect(arrows.filter(([from]) => finals.includes(from))).toEqual([]);
    const named = Object.values(type.commands).flatMap(({ from }) => listOf(from));
    expect(named.filter((state) => finals.includes(state))).toEqual([]);
    expect(finals.filter((state) => !type.states[state]?.ended)).toEqual([]);
  });

  test('every event belongs to one command', () => {
    const events = [type.opens.event, ...Object.values(type.commands).map(({ event }) => event)];
    expect(events).toEqual([...new Set(events)]);
  });

  test('every role does something or is told of lateness, and every command has somebody to do it', () => {
    const acting = [type.opens, ...Object.values(type.commands)].flatMap(({ by }) => listOf(by));
    const roles = Object.keys(type.roles);
    const told = Object.values(type.escalatesTo);
    expect(roles.filter((role) => ![...acting, ...told].includes(role))).toEqual([]);
    expect(acting.filter((role) => role !== 'system' && !roles.includes(role))).toEqual([]);
  });
});

describe.each(CASE_TYPES)('what the clocks of $id v$version name', (type) => {
  const commands = Object.values(type.commands);
  const events = [type.opens.event, ...commands.map(({ event }) => event)];
  const clocks = Object.entries(type.clocks);
  const states = Object.keys(type.states);

  test('every event that starts or ends one exists', () => {
    const named = clocks.flatMap(([, { starts, ends }]) => [...starts, ...ends]);
    const levels = (['L3', 'L4'] as const).map(levelEvent);
    expect(named.filter((event) => ![...events, ...levels].includes(event))).toEqual([]);
  });

  test('every one can start and end', () => {
    const stuck = clocks.filter(([, { starts, ends }]) => starts.length * ends.length === 0);
    expect(stuck).toEqual([]);
  });

  test('every lapse is a command that ends its clock and needs no input; the system has no other but what linked cases tell', () => {
    const lapses = clocks.filter(([, { lapse }]) => lapse !== undefined);
    for (const [, { lapse = '', ends }] of lapses) {
      expect(ends).toContain(type.commands[lapse]?.event);
      expect(type.commands[lapse]?.input.safeParse({}).success).toBe(true);
    }
    const automatic = Object.keys(type.commands).filter(
      (key) => type.commands[key]?.by === 'system',
    );
    const lapsing = lapses.map(([, { lapse }]) => lapse);
    const told = CASE_TYPES.flatMap((one) => Object.values(one.commands))
      .flatMap(({ tells = [] }) => tells)
      .map(({ command }) => command);
    const known = [...lapsing, ...told, 'noteLinked'];
    expect(automatic.filter((command) => !known.includes(command))).toEqual([]);
  });

  test('every limit is a length of time in every released policy, whatever is chosen', () => {
    for (const policy of RELEASED.policies) {
      for (const [, { limit }] of clocks) {
        expect(keysOf(limit).length).toBeGreaterThan(0);
        for (const key of keysOf(limit)) {
          expect(deadlineOf(policy, key).counting.limit.value).toBeGreaterThan(0);
        }
      }
    }
  });

  test('whatever stands still has a rule with grounds, and whatever can be extended has one that says how far', () => {
    for (const policy of RELEASED.policies) {
      for (const [, { limit, pausedIn, extendedBy }] of clocks) {
        const rules = keysOf(limit).map((key) => deadlineOf(policy, key));
        const grounds = rules.map(({ pauses = [] }) => pauses.length);
        const steps = rules.map(({ extension }) => extension?.steps.length ?? 0);
        if (pausedIn) expect(Math.min(...grounds)).toBeGreaterThan(0);
        if (extendedBy) expect(Math.max(...steps)).toBeGreaterThan(0);
      }
    }
  });

  test('every state in which one stands still exists, and every event that extends one', () => {
    const still = clocks.flatMap(([, { pausedIn }]) => pausedIn?.states ?? []);
    expect(still.filter((state) => !states.includes(state))).toEqual([]);
    const extending = clocks.flatMap(([, { extendedBy }]) => extendedBy?.event ?? []);
    expect(extending.filter((event) => !events.includes(event))).toEqual([]);
  });
});
