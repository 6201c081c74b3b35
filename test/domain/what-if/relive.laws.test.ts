import { describe, expect, test } from '@jest/globals';
import { DAY } from '../../../domain/calendar/civil.ts';
import { LEVEL_REACHED } from '../../../domain/case-state.ts';
import { fold } from '../../../domain/evolve.ts';
import { isDeadline } from '../../../domain/policy/policy.ts';
import {
  CASE_TYPES,
  newestCalendar,
  newestPolicy,
  publishPolicy,
  rulesOf,
} from '../../../domain/registry.ts';
import { rulesChanged } from '../../../domain/rules-change.ts';
import { SYSTEM } from '../../../domain/step-events.ts';
import { draftPolicy, readDraft } from '../../../domain/what-if/draft.ts';
import { differenceOf } from '../../../domain/what-if/difference.ts';
import { lived, relive } from '../../../domain/what-if/relive.ts';
import { onEveryWalk } from '../laws/lawful.ts';

/** Every limit in working days is one day longer. */
const longer = {
  ...draftPolicy(newestPolicy(), readDraft({ limits: oneDayMore() }), newestCalendar()),
  version: 'law.1',
  effectiveFrom: '2099-01-01',
};
publishPolicy(longer);

function oneDayMore(): Readonly<Record<string, number>> {
  const { rules } = newestPolicy();
  return Object.fromEntries(
    Object.entries(rules).flatMap(([key, rule]) =>
      isDeadline(rule) && rule.counting.limit.unit === 'workingDays'
        ? [[key, rule.counting.limit.value + 1]]
        : [],
    ),
  );
}

describe.each(CASE_TYPES)('a case of $id v$version, lived again', (type) => {
  test('under its own rules comes to what it came to', () => {
    onEveryWalk(type, ({ ticket }) => {
      const { events } = ticket;
      const state = fold(events);
      const again = relive(events, rulesOf, state.lastAt);
      const { levels } = lived(events, state.lastAt);
      expect(again.state).toEqual(state);
      expect(again.levels).toEqual(levels);
      expect(levels).toHaveLength(
        events.filter(({ type: event }) => event === LEVEL_REACHED).length,
      );
    });
  });

  test('has the same future as the log gives it', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      const until = state.lastAt + 400 * DAY;
      const [again, once] = [relive(events, rulesOf, until), lived(events, until)];
      expect(again.state).toEqual(once.state);
      expect(again.levels).toEqual(once.levels);
    });
  });

  test('has the same future after it has gone on under another policy', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      const by = { change: 'law', actor: SYSTEM };
      const changed = rulesChanged(
        state,
        { kind: 'policy', version: longer.version },
        by,
        state.lastAt,
      );
      const log = [...events, changed];
      const until = state.lastAt + 400 * DAY;
      const [again, once] = [relive(log, rulesOf, until), lived(log, until)];
      expect(again.state).toEqual(once.state);
      expect(again.state.rules.policy).toBe(longer.version);
      expect(again.levels).toEqual(once.levels);
    });
  });

  test('differs in nothing under its own rules', () => {
    onEveryWalk(type, ({ ticket: { events, state } }) => {
      const period = { from: state.openedAt, to: state.lastAt + DAY };
      expect(differenceOf(events, rulesOf, period)).toBeUndefined();
    });
  });
});
