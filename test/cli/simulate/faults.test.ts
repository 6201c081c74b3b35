import { describe, expect, test } from '@jest/globals';
import { liveChunk } from '../../../cli/simulate/chunk.ts';
import { checkStep } from '../../../cli/simulate/checks/steps.ts';
import { CORE } from '../../../cli/simulate/core.ts';
import { live } from '../../../cli/simulate/life.ts';
import { violationsText } from '../../../cli/simulate/report.ts';
import { CHECKS } from '../../../cli/simulate/violation.ts';
import { at } from '../../support/moments.ts';
import { FAULTS } from './faults.ts';

const year = { from: at('2026-01-01'), to: at('2027-01-01') };

describe('a simulated year of a core in which', () => {
  test.each(FAULTS)('%s, is found out by the check "%s"', (_, check, broken) => {
    const { violations } = liveChunk({ seed: 5, year, core: { ...CORE, ...broken } }, 0, 60);
    const found = violations.find((one) => one.check === check);
    expect(found?.check ?? violations.map((one) => one.check).slice(0, 9)).toBe(check);
  });

  test.each([
    ['a final state is left', 'final', {}],
    ['nobody can do anything any more', 'stuck', { limbo: { label: '无' } }],
  ] as const)('%s, is found out by the check "%s"', (_, check, more) => {
    const [one] = live({ seed: 5, year, core: CORE }, 0).family.cases;
    const event = one?.log[1];
    if (!one || !event) throw new Error('nothing happened to the case');
    const { type } = one.rules;
    const final = Object.keys(type.states).find((state) => type.states[state]?.final) ?? '';
    const stage = Object.keys(more)[0] ?? final;
    const before = { ...one.state, stage, clocks: [] };
    const found: string[] = [];
    const seen = { type: { ...type, states: { ...type.states, ...more } }, before, event };
    checkStep({ ...seen, after: before }, (name) => found.push(name));
    expect(found).toContain(check);
  });

  test('nothing is broken, reports nothing', () => {
    expect(liveChunk({ seed: 5, year, core: CORE }, 0, 60).violations).toEqual([]);
  });

  test('every check is shown to bite', () => {
    const shown = new Set([...FAULTS.map(([, check]) => check), 'final', 'stuck']);
    expect(Object.keys(CHECKS).filter((check) => !shown.has(check as keyof typeof CHECKS))).toEqual(
      [],
    );
  });

  test('a violation is told with what replays its case alone', () => {
    const text = violationsText([{ caseId: '12.2', check: 'owed', detail: 'handle 1' }], 9);
    expect(text).toContain('npm run simulate -- --seed 9 --case 12');
    expect(text).toContain('handle 1');
  });
});
