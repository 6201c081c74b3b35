import { describe, expect, test } from '@jest/globals';
import { DAY } from '../../../domain/calendar/civil.ts';
import { LEVEL_REACHED } from '../../../domain/case-state.ts';
import { fold } from '../../../domain/evolve.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { differenceOf } from '../../../domain/what-if/difference.ts';
import { lived, relive } from '../../../domain/what-if/relive.ts';
import { onEveryWalk } from '../laws/lawful.ts';

describe.each(CASE_TYPES)('a case of $id v$version, lived again', (type) => {
  test('under its own rules comes to what it came to', () => {
    onEveryWalk(type, ({ ticket }) => {
      const { rules, events } = ticket;
      const state = fold(events);
      const again = relive(events, rules, state.lastAt);
      const { levels } = lived(events, rules, state.lastAt);
      expect(again.state).toEqual(state);
      expect(again.levels).toEqual(levels);
      expect(levels).toHaveLength(
        events.filter(({ type: event }) => event === LEVEL_REACHED).length,
      );
    });
  });

  test('has the same future as the log gives it', () => {
    onEveryWalk(type, ({ ticket: { rules, events, state } }) => {
      const until = state.lastAt + 400 * DAY;
      const [again, once] = [relive(events, rules, until), lived(events, rules, until)];
      expect(again.state).toEqual(once.state);
      expect(again.levels).toEqual(once.levels);
    });
  });

  test('differs in nothing under its own rules', () => {
    onEveryWalk(type, ({ ticket: { rules, events, state } }) => {
      const period = { from: state.openedAt, to: state.lastAt + DAY };
      expect(differenceOf(events, rules, rules, period)).toBeUndefined();
    });
  });
});
