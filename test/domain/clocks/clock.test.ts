import { describe, expect, test } from '@jest/globals';
import {
  begun,
  type ClockStart,
  type ClockState,
  dueLevels,
  isCounting,
  isRunning,
  levelKey,
  lightOf,
  nextLevelAt,
  yellowAt,
} from '../../../domain/clocks/clock.ts';
import { NO_FACTS } from '../../../domain/clocks/facts.ts';
import { workingDays } from '../../../domain/clocks/limit.ts';
import { at } from '../../support/moments.ts';

const YELLOW = at('2026-11-27 17:00');
const RED = at('2026-11-30 23:59:59');
const SUPERVISOR = at('2026-12-01 23:59:59');

/** A duty of five working days from Monday morning. */
const running: ClockState = {
  clock: 'handle',
  round: 1,
  revision: 0,
  limitKey: 'hotline.handle.ASSIST_COMPLAINT',
  limit: workingDays(5),
  startedAt: at('2026-11-23 09:00'),
  nominal: '2026-11-30',
  statutoryDue: RED,
  internalDue: at('2026-11-30 17:00'),
  provisional: false,
  levels: [
    { level: 'L0', at: at('2026-11-26 11:30') },
    { level: 'L1', at: YELLOW },
    { level: 'L2', at: RED },
    { level: 'L3', at: SUPERVISOR },
  ],
  fired: [],
  facts: NO_FACTS,
};
const endedAt = (instant: number): ClockState => ({ ...running, endedAt: instant, outcome: 'met' });
const unwarned: ClockState = { ...running, levels: [] };

test('a clock begins with everything that its start says, and nothing more', () => {
  const { revision, fired, facts, ...start } = running;
  const whole: Required<ClockStart> = {
    ...start,
    subject: 'xiayang',
    object: 'ITEM-1',
    until: '2026-12-01',
  };
  expect(begun(whole)).toStrictEqual({ ...whole, revision, fired, facts });
  expect(begun(start)).toStrictEqual(running);
});

describe('the light of a clock', () => {
  test.each([
    ['green from the start', at('2026-11-23 09:00'), 'green'],
    ['green a millisecond before its warning', YELLOW - 1, 'green'],
    ['yellow from its warning on', YELLOW, 'yellow'],
    ['yellow past the internal date', RED - 1, 'yellow'],
    ['red from the legal instant on', RED, 'red'],
    ['red ever after', SUPERVISOR + 1, 'red'],
  ])('is %s, whatever has been recorded', (_, now, light) => {
    expect(lightOf(running, now)).toBe(light);
    expect(lightOf({ ...running, fired: ['L0', 'L1', 'L2', 'L3'] }, now)).toBe(light);
  });

  test('stays as it ended: green in time, red when late, and never yellow', () => {
    const later = at('2027-01-01');
    const lights = [YELLOW - 1, YELLOW, RED - 1, RED].map((end) => lightOf(endedAt(end), later));
    expect(lights).toEqual(['green', 'green', 'green', 'red']);
  });

  test('without a warning goes from green to red', () => {
    expect(yellowAt(unwarned)).toBeUndefined();
    expect([RED - 1, RED].map((now) => lightOf(unwarned, now))).toEqual(['green', 'red']);
  });
});

describe('a clock that stands still', () => {
  const stood = (instant: number): ClockState => ({ ...running, pausedAt: instant });

  test('runs, but does not count', () => {
    const clock = stood(YELLOW - 1);
    expect([isRunning(clock), isCounting(clock)]).toEqual([true, false]);
    expect([isRunning(running), isCounting(running)]).toEqual([true, true]);
    const ended = endedAt(YELLOW);
    expect([isRunning(ended), isCounting(ended)]).toEqual([false, false]);
  });

  test('keeps the light that it had', () => {
    const lights = [YELLOW - 1, YELLOW, RED].map((since) => lightOf(stood(since), SUPERVISOR));
    expect(lights).toEqual(['green', 'yellow', 'red']);
  });

  test('keeps it when the case ends meanwhile, but never yellow', () => {
    const over = (since: number): ClockState => ({ ...stood(since), endedAt: SUPERVISOR });
    expect([YELLOW - 1, YELLOW, RED].map((since) => lightOf(over(since), SUPERVISOR))).toEqual([
      'green',
      'green',
      'red',
    ]);
  });

  test('has no level due and wakes nobody', () => {
    expect(dueLevels(stood(YELLOW - 1), SUPERVISOR)).toEqual([]);
    expect(nextLevelAt(stood(YELLOW - 1))).toBeUndefined();
  });
});

describe('what a clock still has to tell', () => {
  test('are the levels whose instant has come, without those on record', () => {
    const names = (clock: ClockState, now: number) =>
      dueLevels(clock, now).map(({ level }) => level);
    expect(names(running, YELLOW - 1)).toEqual(['L0']);
    expect(names(running, YELLOW)).toEqual(['L0', 'L1']);
    expect(names({ ...running, fired: ['L0'] }, RED)).toEqual(['L1', 'L2']);
    expect(names(endedAt(YELLOW), SUPERVISOR)).toEqual([]);
  });

  test('comes next at the earliest instant not on record, or never', () => {
    expect(nextLevelAt({ ...running, fired: ['L0', 'L1'] })).toBe(RED);
    expect(nextLevelAt({ ...running, fired: ['L0', 'L1', 'L2', 'L3'] })).toBeUndefined();
    expect(nextLevelAt(endedAt(YELLOW))).toBeUndefined();
    expect(nextLevelAt(unwarned)).toBeUndefined();
  });
});

describe('the key by which a level fires once', () => {
  const extended = { ...running, revision: 1 };

  test.each(['L0', 'L1', 'L2'] as const)('%s comes again after an extension', (level) => {
    expect(levelKey('c', running, level)).toBe(`c:handle:1:0:${level}`);
    expect(levelKey('c', extended, level)).toBe(`c:handle:1:1:${level}`);
  });

  test('L3 does not', () => {
    expect(levelKey('c', extended, 'L3')).toBe('c:handle:1:L3');
    expect(levelKey('c', running, 'L3')).toBe(levelKey('c', extended, 'L3'));
  });

  test('is another one in the next round', () => {
    expect(levelKey('c', { ...running, round: 2 }, 'L3')).toBe('c:handle:2:L3');
  });
});
