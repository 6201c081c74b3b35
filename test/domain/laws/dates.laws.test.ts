import { describe, expect, test } from '@jest/globals';
import type { CaseEvent, StepData } from '../../../domain/case-state.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { dateFindings } from '../../../engine/verify/dates.ts';
import type { StoredCase } from '../../../engine/verify/stored.ts';
import { onEveryWalk } from './lawful.ts';

const findingsIn = (events: readonly CaseEvent[]) =>
  dateFindings({
    id: 'case-1',
    events: events.map((event) => ({ event })),
  } as unknown as StoredCase);

describe.each(CASE_TYPES)('the dates of $id v$version', (type) => {
  test('are those that the rules of the case give, and another is found', () => {
    onEveryWalk(type, ({ ticket: { events } }) => {
      expect(findingsIn(events)).toEqual([]);
      const [opening, ...rest] = events;
      const data = opening?.data as StepData | undefined;
      const [first, ...others] = data?.started ?? [];
      if (!opening || !first) return;
      const later = { ...first, statutoryDue: first.statutoryDue + 1 };
      const changed = { ...opening, data: { ...data, started: [later, ...others] } as StepData };
      expect(findingsIn([changed, ...rest])[0]).toMatchObject({ rule: 'dates' });
    });
  });
});
