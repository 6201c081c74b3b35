import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { walk } from './walk.ts';

/** The same walks each time: whether they go everywhere is a question about the walking, not about chance. */
const SAMPLE = { numRuns: 500, seed: 20_261_123 };

describe.each(CASE_TYPES)('random walks of $id v$version', (type) => {
  const walks = fc.sample(fc.gen(), SAMPLE).map((g) => walk(type, g));
  const logs = walks.map(({ ticket }) => ticket.events);

  test('come through every state', () => {
    const seen = new Set(walks.flatMap(({ stops }) => stops.map(({ state }) => state.stage)));
    expect([...seen].sort()).toEqual(Object.keys(type.states).sort());
  });

  test('see every command succeed', () => {
    const seen = new Set(logs.flat().map((event) => event.type));
    const events = Object.values(type.commands).map(({ event }) => event);
    expect(events.filter((event) => !seen.has(event))).toEqual([]);
  });

  test('see every level of every clock that has any', () => {
    const seen = new Set(logs.flat().flatMap(({ data }) => ('level' in data ? [data.clock] : [])));
    const silent = Object.keys(type.clocks).filter((clock) => !seen.has(clock));
    expect(silent).toEqual(Object.keys(type.clocks).filter((clock) => type.clocks[clock]?.lapse));
  });
});
