import { describe, expect, test } from '@jest/globals';
import { liveChunk } from '../../../cli/simulate/chunk.ts';
import { CORE } from '../../../cli/simulate/core.ts';
import { type Ask, LATEST, live } from '../../../cli/simulate/life.ts';
import { type Living, liveYear } from '../../../cli/simulate/year.ts';
import { CASE_TYPES } from '../../../domain/registry.ts';
import { at } from '../../support/moments.ts';

const year = { from: at('2026-01-01'), to: at('2027-01-01') };
const ask = (seed: number): Ask => ({ seed, year, core: CORE });

/** Chunks small enough that several threads have something to do. */
const SMALL = 20;

const living =
  (seed: number): Living =>
  async (index) =>
    liveChunk(ask(seed), index * SMALL, SMALL);

const eventually =
  (turns: number, one: Living): Living =>
  async (index) => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    return one(index);
  };

describe('a simulated year', () => {
  test('of 300 cases keeps every invariant', async () => {
    const { tally, violations } = await liveYear(300, [living(20_261_125)]);
    expect(violations).toEqual([]);
    expect(tally['cases']).toBeGreaterThanOrEqual(300);
  });

  test('has people who are late, go back, pause, ask for more time and reopen, in every type', async () => {
    const { tally } = await liveYear(600, [living(7)]);
    const names = ['accepted', 'breached', 'met', 'wentBack', 'paused', 'resumed', 'extended'];
    const absent = [...names, 'reopened', 'levels'].filter((name) => !tally[name]);
    expect(absent).toEqual([]);
    for (const { id } of CASE_TYPES) {
      const states = Object.keys(tally).filter((name) => name.startsWith(`in ${id} `));
      expect([id, states.length > 1]).toEqual([id, true]);
    }
  });

  test('is the same for the same seed, however many threads live it, and another for another', async () => {
    const one = await liveYear(100, [living(1)]);
    const uneven = [eventually(90, living(1)), eventually(2, living(1)), living(1)];
    expect(await liveYear(100, uneven)).toEqual(one);
    const other = await liveYear(100, [living(2)]);
    expect(other.digest).not.toBe(one.digest);
  });

  test('lives each case alone as it does among others', () => {
    const logs = (n: number) => live(ask(3), n).family.cases.map(({ log }) => log);
    const among = [5, 6, 7].map(logs);
    expect(logs(6)).toEqual(among[1]);
  });

  test('has timers that fire late, and none by more than may be', () => {
    const late = Array.from({ length: 30 }, (_, n) => live(ask(4), n))
      .flatMap(({ family }) => family.cases)
      .flatMap(({ log }) => log)
      .flatMap(({ at: recorded, dueAt }) => (dueAt === undefined ? [] : [recorded - dueAt]));
    expect(Math.min(...late)).toBe(0);
    expect(late.some((ms) => ms > 0 && ms <= LATEST)).toBe(true);
  });
});
