import { describe, expect, test } from '@jest/globals';
import { dayNumber } from '../../domain/calendar/civil.ts';
import { decisionBody, decisionSchema } from '../../web/registers/decision.ts';
import {
  isMonth,
  monthAfter,
  monthOfDay,
  monthsBefore,
  monthText,
} from '../../web/registers/month.ts';
import { fieldsOf } from '../../web/form/schema.ts';
import { isNarrowed, readFilters } from '../../web/worklist/filters.ts';

describe('months', () => {
  test.each([
    ['2026-11', 1, '2026-12'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', -26, '2024-01'],
  ])('%s and %i more is %s', (month, by, after) => {
    expect(monthAfter(month, by)).toBe(after);
  });

  test('are those of civil days, and read as people write them', () => {
    expect(monthOfDay(dayNumber('2026-02-28'))).toBe('2026-02');
    expect(monthText('2026-02')).toBe('2026年2月');
    expect(['2026-00', '2026-13', '2026-1', '1999-01', ''].filter(isMonth)).toEqual([]);
  });

  test('are offered from the running one back, with the one that is looked at', () => {
    const offered = monthsBefore('2026-11', '2026-05');
    expect([offered.length, offered[0], offered.at(-1)]).toEqual([24, '2026-11', '2024-12']);
    expect(monthsBefore('2026-11', '2024-01').at(-1)).toBe('2024-01');
  });
});

describe('the decision of a proposal', () => {
  const asked = (kind: 'LISTING' | 'ACCOUNTABILITY', decision?: string) =>
    fieldsOf(decisionSchema({ kind }), { decision }).map(({ name, schema }) => [name, schema.enum]);

  test('asks for a measure that fits the proposal, or for why there is none', () => {
    expect(asked('LISTING').map(([name]) => name)).toEqual(['decision']);
    expect(asked('LISTING', 'ACCEPTED')[1]).toEqual(['measure', ['LISTED', 'INTERVIEW']]);
    expect(asked('ACCOUNTABILITY', 'ACCEPTED')[1]).toEqual(['measure', ['ACCOUNTABILITY']]);
    expect(asked('LISTING', 'DISMISSED')[1]?.[0]).toBe('dismissal');
  });

  test('is sent as the API takes it', () => {
    expect(decisionBody({ decision: 'ACCEPTED', measure: 'LISTED' })).toEqual({
      decision: 'ACCEPTED',
      reason: 'LISTED',
    });
    expect(decisionBody({ decision: 'DISMISSED', dismissal: 'RECTIFIED' })).toEqual({
      decision: 'DISMISSED',
      reason: 'RECTIFIED',
    });
  });
});

test.each([
  ['', false],
  ['ended=true', false],
  ['after=x', false],
  ['light=red', true],
  ['due=today', true],
  ['stage=a', true],
  ['unit=a', true],
  ['type=a', true],
])('a worklist of %j is narrowed: %p', (search, narrowed) => {
  expect(isNarrowed(readFilters(search))).toBe(narrowed);
});
