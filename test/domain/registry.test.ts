import { describe, expect, test } from '@jest/globals';
import {
  CASE_TYPES,
  currentCaseType,
  pinnedBy,
  publishCalendar,
  RELEASED,
  rulesForNew,
  rulesOf,
} from '../../domain/registry.ts';
import { at } from '../support/moments.ts';

const CALENDAR = RELEASED.calendars[0];
const NOW = at('2026-11-23 09:00');

describe('the registry', () => {
  test.each(CASE_TYPES)('gives back the rules that a case of $id v$version pinned', (type) => {
    const rules = rulesForNew(type, NOW);
    expect(rulesOf(pinnedBy(rules))).toEqual(rules);
  });

  test('opens new cases with the newest version of their type', () => {
    for (const { id } of CASE_TYPES) {
      const versions = CASE_TYPES.filter((type) => type.id === id).map(({ version }) => version);
      expect(currentCaseType(id)).toMatchObject({ id, version: Math.max(...versions) });
    }
  });

  test.each(['parking-ticket', 'constructor', ''])('knows no type %p', (id) => {
    expect(currentCaseType(id)).toBeUndefined();
  });

  test.each(CASE_TYPES)('has each version of $id once', ({ id, version }) => {
    expect(CASE_TYPES.filter((type) => type.id === id && type.version === version)).toHaveLength(1);
  });

  test.each([
    ['type', { type: { id: 'parking-ticket', version: 1 } }],
    ['version of a type', { type: { id: 'hotline-ticket', version: 99 } }],
    ['policy', { policy: 'qingpu-1999.1' }],
    ['calendar', { calendar: 'cn-1999.1' }],
  ])('names the %s that this release does not have', (_, missing) => {
    for (const type of CASE_TYPES) {
      const pinned = { ...pinnedBy(rulesForNew(type, NOW)), ...missing };
      expect(() => rulesOf(pinned)).toThrow('unknown rules');
    }
  });

  test('takes a new calendar, and never a second one of the same version', () => {
    if (!CALENDAR) throw new Error('no calendar');
    const next = { ...CALENDAR, version: 'a-test-of-2027' };
    publishCalendar(next);
    expect(() => publishCalendar(next)).toThrow('a-test-of-2027');
    expect(() => publishCalendar(CALENDAR)).toThrow(CALENDAR.version);
    for (const type of CASE_TYPES) {
      const pinned = { ...pinnedBy(rulesForNew(type, NOW)), calendar: next.version };
      expect(rulesOf(pinned).calendar).toBe(next);
    }
  });
});
