import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import type { StepData } from '../../../domain/case-state.ts';
import { fold } from '../../../domain/evolve.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { PRIVATE } from './inputs.ts';
import { onEveryWalk } from './lawful.ts';

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe.each(CASE_TYPES)('the log of $id v$version', (type) => {
  test('folds, as it comes back from the store, to the live state after each step', () => {
    onEveryWalk(
      type,
      ({ stops }) => {
        const changed = stops.filter(
          ({ log }, index) => log.length !== stops[index - 1]?.log.length,
        );
        const other = changed.find(
          ({ state, log }) => !isDeepStrictEqual(fold(stored(log)), state),
        );
        expect(other && fold(stored(other.log))).toStrictEqual(other?.state);
      },
      25,
    );
  });

  test('is plain JSON, and so is the state', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      expect(stored(events)).toStrictEqual(events);
      expect(stored(state)).toStrictEqual(state);
    });
  });

  test('has versions without a gap', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
      expect(state.version).toBe(events.length);
    });
  });

  test('has recording times that never decrease, even when the clock goes back', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      const times = events.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(state.lastAt).toBe(times.at(-1));
    });
  });

  test('holds no word that a person typed', () => {
    onEveryWalk(type, ({ ticket: { events } }) => {
      expect(JSON.stringify(events)).not.toContain(PRIVATE);
    });
  });

  test('ends with the step into a final state', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      const isFinal = (event: (typeof events)[number]) =>
        type.states[(event.data as StepData).to ?? '']?.final === true;
      const final = events.findIndex(isFinal);
      expect(final === -1 || final === events.length - 1).toBe(true);
      expect(type.states[state.stage]?.final === true).toBe(final !== -1);
    });
  });
});
