import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../../domain/calendar/civil.ts';
import { cn2024to2026 as calendar } from '../../../domain/calendar/cn-2024-2026.ts';
import {
  type ClockMove,
  type ClockState,
  dueLevels,
  lightOf,
  type MoveCause,
  moved,
} from '../../../domain/clocks/clock.ts';
import { counting } from '../../../domain/clocks/counting.ts';
import { type ClockFacts, NO_FACTS } from '../../../domain/clocks/facts.ts';
import { workingDays } from '../../../domain/clocks/limit.ts';
import { planOf } from '../../../domain/clocks/plan.ts';
import { ladders } from '../../../domain/policy/qingpu-2026/ladders.ts';
import { at, moment } from '../../support/moments.ts';
import { extendedBy, pause, paused } from './given-clocks.ts';

const START = at('2026-11-23 09:30');
const rule = counting(workingDays(5));
const standard = ladders['standard'] ?? [];
const plan = (facts: ClockFacts) => planOf(rule, standard, START, calendar, facts);

/** Five working days, due on 2026-11-30, with everything on record. */
const late: ClockState = {
  ...plan(NO_FACTS),
  clock: 'handle',
  round: 1,
  revision: 0,
  limitKey: 'hotline.handle.ASSIST_COMPLAINT',
  limit: rule.limit,
  startedAt: START,
  fired: ['L0', 'L1', 'L2', 'L3'],
  facts: NO_FACTS,
};

const move = (facts: ClockFacts, cause: MoveCause, more: Partial<ClockMove> = {}): ClockMove => ({
  ...plan(facts),
  clock: 'handle',
  round: 1,
  cause,
  limit: rule.limit,
  revision: 1,
  facts,
  ...more,
});

const tenMore = extendedBy({ value: 10 });
const instants = ({ levels }: Pick<ClockState, 'levels'>) =>
  Object.fromEntries(levels.map(({ level, at: instant }) => [level, moment(instant)]));

describe('a plan', () => {
  test('has the dates of the clock and the instants of its ladder', () => {
    const { nominal, statutoryDue, internalDue, provisional } = plan(NO_FACTS);
    expect([nominal, moment(statutoryDue), moment(internalDue), provisional]).toEqual([
      '2026-11-30',
      '2026-11-30 23:59:59',
      '2026-11-30 17:00',
      false,
    ]);
    expect(instants(plan(NO_FACTS))).toEqual({
      L0: '2026-11-26 14:00',
      L1: '2026-11-27 17:00',
      L2: '2026-11-30 23:59:59',
      L3: '2026-12-01 23:59:59',
      L4: '2026-12-03 23:59:59',
      L5: '2026-12-07 23:59:59',
    });
  });

  test('moves all of them with the facts', () => {
    expect(instants(plan(tenMore))).toEqual({
      L0: '2026-12-03 14:00',
      L1: '2026-12-09 17:00',
      L2: '2026-12-14 23:59:59',
      L3: '2026-12-15 23:59:59',
      L4: '2026-12-17 23:59:59',
      L5: '2026-12-21 23:59:59',
    });
  });
});

describe('a clock whose due date moved', () => {
  const armed = (
    clock: ClockState,
    facts: ClockFacts,
    now: string,
    cause: MoveCause = 'extended',
  ) => moved(clock, move(facts, cause), at(now)).fired;

  test('has the new dates, facts and revision, and keeps what it is', () => {
    const clock = moved(late, move(tenMore, 'extended'), at('2026-11-30 10:00'));
    const { cause: _cause, ...dates } = move(tenMore, 'extended');
    expect(clock).toEqual({ ...late, ...dates, fired: ['L3'] });
  });

  test('arms L0 to L2 again where they are still to come, never L3 to L5', () => {
    expect(armed(late, tenMore, '2026-11-30 10:00')).toEqual(['L3']);
    const all = [...late.fired, 'L4', 'L5'] as const;
    expect(armed({ ...late, fired: all }, tenMore, '2026-11-30 10:00')).toEqual(['L3', 'L4', 'L5']);
    expect(armed({ ...late, fired: ['L0', 'L1'] }, tenMore, '2026-11-30 10:00')).toEqual([]);
  });

  test('arms no level whose new instant has passed', () => {
    expect(armed(late, tenMore, '2026-12-03 13:59:59')).toEqual(['L3']);
    expect(armed(late, tenMore, '2026-12-03 14:00')).toEqual(['L0', 'L3']);
    expect(armed(late, tenMore, '2026-12-10 10:00')).toEqual(['L0', 'L1', 'L3']);
    expect(armed(late, tenMore, '2026-12-20 10:00')).toEqual(['L0', 'L1', 'L2', 'L3']);
  });

  test('arms after a pause as after an extension', () => {
    const facts = paused(pause('2026-11-26', '2026-12-03'));
    expect(armed(late, facts, '2026-12-03 09:00', 'resumed')).toEqual(['L3']);
  });

  test.each(['amended', 'migrated'] as const)(
    'that is %s without a new revision arms none',
    (cause) => {
      const same = move(tenMore, cause, { revision: 0 });
      expect(moved(late, same, at('2026-11-30 10:00')).fired).toEqual(late.fired);
    },
  );

  test('takes the limit of a new policy', () => {
    const shorter = move(NO_FACTS, 'migrated', { limit: workingDays(3), revision: 0 });
    expect(moved(late, shorter, at('2026-11-24 10:00')).limit).toEqual(workingDays(3));
  });

  test('tells what has not been told before by its new instants', () => {
    const clock = moved(late, move(tenMore, 'extended'), at('2026-11-30 10:00'));
    const told = (now: Instant) => dueLevels(clock, now).map(({ level }) => level);
    expect(told(at('2026-12-03 14:00'))).toEqual(['L0']);
    // The third is on record and not told again; the fourth and fifth never were.
    expect(told(at('2027-01-01'))).toEqual(['L0', 'L1', 'L2', 'L4', 'L5']);
  });
});

describe('a clock that is paused and goes on', () => {
  const since = at('2026-11-26 10:00');
  const still = moved(
    { ...late, fired: [] },
    move(NO_FACTS, 'paused', { pausedAt: since, revision: 0 }),
    since,
  );

  test('stands still from then on', () => {
    expect(still.pausedAt).toBe(since);
    expect(lightOf(still, at('2026-12-20'))).toBe('green');
  });

  test('goes on with new dates, and its pause is over', () => {
    const facts = paused(pause('2026-11-26 10:00', '2026-12-03 10:00'));
    const on = moved(still, move(facts, 'resumed'), at('2026-12-03 10:00'));
    expect(on).not.toHaveProperty('pausedAt');
    expect([on.nominal, on.revision, on.facts]).toEqual(['2026-12-04', 1, facts]);
  });
});
