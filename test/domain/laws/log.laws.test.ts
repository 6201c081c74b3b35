import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../domain/evolve.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { PRIVATE } from './inputs.ts';
import { onEveryWalk } from './lawful.ts';

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe.each(CASE_TYPES)('the log of $id v$version', (type) => {
  test('folds, as it comes back from the store, to the live state after each step', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const { state, log } of stops) expect(fold(stored(log))).toStrictEqual(state);
    });
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

  test('only ever grows, and refuses nothing into it', () => {
    onEveryWalk(type, ({ stops }) => {
      for (const [index, { log }] of stops.entries()) {
        const before = stops[index - 1]?.log ?? [];
        expect(log.slice(0, before.length)).toEqual(before);
      }
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
        'to' in event.data && type.states[event.data.to ?? '']?.final === true;
      const final = events.findIndex(isFinal);
      expect(final === -1 || final === events.length - 1).toBe(true);
      expect(type.states[state.stage]?.final === true).toBe(final !== -1);
    });
  });
});
