import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseType } from '../../../domain/define-case-type.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { BEGINNINGS } from './beginnings.ts';
import { type Walk, walk } from './walk.ts';

/** The same walks each time: whether they go everywhere is a question about the walking, not about chance. */
const SAMPLE = { numRuns: 300, seed: 20_261_123 };

/** Types of so many states that they take longer. */
const LONGER: Readonly<Record<string, number>> = { petition: 112 };

/** What lies at the end of a long way comes rarely: each such step has a test of its own in its type's folder. */
const isFew = (missed: readonly string[], all: readonly string[]): boolean =>
  missed.length * 10 <= all.length;

/** Fewer where a walk may begin anywhere. */
const stepsOf = (type: string): number => (BEGINNINGS[type] ? 40 : (LONGER[type] ?? 80));

/** Provided for by the law and not in use under this policy: always refused. */
const NOT_IN_USE: readonly string[] = ['DecisionExtended'];

/** As many walks as it takes to see every event, fifty at the least; all of the sample where something stays unseen. */
function walksUntilAllIsSeen(type: CaseType): readonly Walk[] {
  const left = new Set(Object.values(type.commands).map(({ event }) => event));
  for (const event of NOT_IN_USE) left.delete(event);
  const walks: Walk[] = [];
  for (const g of fc.sample(fc.gen(), SAMPLE)) {
    const walked = walk(type, g, stepsOf(type.id));
    walks.push(walked);
    for (const { type: event } of walked.ticket.events) left.delete(event);
    if (left.size === 0 && walks.length >= 50) break;
  }
  return walks;
}

describe.each(CASE_TYPES)('random walks of $id v$version', (type) => {
  const walks = walksUntilAllIsSeen(type);
  const logs = walks.map(({ ticket }) => ticket.events);

  test('come through the states, all but a few at the far end', () => {
    const seen = new Set(walks.flatMap(({ stops }) => stops.map(({ state }) => state.stage)));
    const states = Object.keys(type.states);
    const missed = states.filter((state) => !seen.has(state));
    expect({ missed, few: isFew(missed, states) }).toEqual({ missed, few: true });
  });

  test('see the commands succeed, all but a few at the far end', () => {
    const seen = new Set(logs.flat().map((event) => event.type));
    const events = Object.values(type.commands).map(({ event }) => event);
    const missed = events.filter((event) => !seen.has(event) && !NOT_IN_USE.includes(event));
    expect({ missed, few: isFew(missed, events) }).toEqual({ missed, few: true });
  });

  test('see levels of the clocks that have any, all but a few', () => {
    const seen = new Set(logs.flat().flatMap(({ data }) => ('level' in data ? [data.clock] : [])));
    const started = logs
      .flat()
      .flatMap(({ data }) => ('started' in data ? (data.started ?? []) : []));
    const climbing = new Set(
      started.filter(({ levels }) => levels.length > 0).map(({ clock }) => clock),
    );
    const missed = [...climbing].filter((clock) => !seen.has(clock));
    expect({ missed, few: isFew(missed, [...climbing]) }).toEqual({ missed, few: true });
  });
});
